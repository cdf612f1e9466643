import { defaultOpenOcd } from "../../openocd/version.ts";
import type { Rule } from "../rule.ts";
import type { Explanation } from "./example.ts";

/** What there is to say of a rule, as a page of Markdown. */
export function rulePage({ id, severity, title, why }: Rule, { versions, example }: Explanation): string {
  const { before, after, openocd = defaultOpenOcd, transports, files = {} } = example;
  const under = transports === undefined ? "" : `, ${transports.join(", ")}`;
  return [
    `# \`${id}\``,
    `${sentence(title)} Severity: ${severity}. Versions of OpenOCD: ${versions}.`,
    why,
    `Before (OpenOCD ${openocd}${under}):`,
    tcl(before),
    ...Object.entries(files).flatMap(([name, text]) => [`with \`${name}\` beside it:`, tcl(text)]),
    ...(after === undefined ? [unfixed(severity)] : ["After:", tcl(after)]),
    "To silence it, with the reason:",
    tcl(`# l5cfg-fix disable-next-line ${id} -- why\n`),
  ]
    .join("\n\n")
    .concat("\n");
}

function unfixed(severity: Rule["severity"]): string {
  return severity === "info"
    ? "It works, and is left as it is; each remark says what to write instead."
    : "There is no automatic fix.";
}

function sentence(title: string): string {
  return `${title[0]!.toUpperCase()}${title.slice(1)}.`;
}

function tcl(text: string): string {
  return `\`\`\`tcl\n${text}\`\`\``;
}
