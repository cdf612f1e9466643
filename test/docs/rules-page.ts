import { explanations } from "../../src/rules/examples/index.ts";
import { rules } from "../../src/rules/index.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { table } from "./markdown-table.ts";

/** The page that lists all rules, in Markdown, as they describe themselves. */
export function rulesPage(): string {
  const rows = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1)).map(row);
  return `# What it finds

\`l5cfg-fix explain RULE\` says the same as these pages: why a rule matters, with an example before and after. Every fix is
verified before it is shown: the patched files are run again under each transport, for every config that reads them. The
finding has to be gone, and nothing else may have changed in what the configs make. Fixes that change more than that are
unsafe: they are applied only with \`--unsafe\`.

${table(["rule", "severity", "finds", "has a fix"], rows)}

## To silence a rule

A comment in the file silences a rule, and gives the reason:

\`\`\`tcl
# l5cfg-fix disable-next-line work-area-missing -- the board file sets it
target create $_TARGETNAME cortex_m -dap $_CHIPNAME.dap
reset_config ours ;# l5cfg-fix disable-line reset-config-unknown -- our own build of OpenOCD
# l5cfg-fix disable-file dap-command-under-hla, event-unknown -- never used with HLA
\`\`\`

What is silenced is not fixed. A comment that silences nothing, names no rule or gives no reason is a finding itself. For a
whole project, use its [project file](project-file.md).
`;
}

function row({ id, severity, title }: Rule): string[] {
  const hasFix = explanations[id]!.example.after !== undefined;
  return [`[\`${id}\`](rules/${id}.md)`, severity, title, hasFix ? "✓" : ""];
}
