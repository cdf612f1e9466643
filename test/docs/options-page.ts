/** `docs/options.md`: which command takes which option, and what each format carries, as the programs have it. */

import type { Command, Option } from "commander";
import type { FixResult } from "../../src/check/result.ts";
import { githubReport } from "../../src/report/github.ts";
import { checkedPage } from "../../src/report/html/checked-page.ts";
import { pageHtml } from "../../src/report/html/page.ts";
import { fixJson } from "../../src/report/json.ts";
import { sarifReport } from "../../src/report/sarif.ts";
import { fixSummary } from "../../src/report/text/check-text.ts";
import { fixTexts } from "../../src/report/text/finding-text.ts";
import { unixReport } from "../../src/report/unix.ts";

/** The page. */
export function optionsPage(fix: Command, flash: Command): string {
  const help = fix.createHelp();
  const others = help.visibleCommands(fix).filter((one) => one.name() !== "help");
  const commands = [fix, ...others, flash];
  return `# Options and formats

Made by \`npm run docs:options\` from the programs themselves; \`l5cfg-fix help COMMAND\` and \`man l5cfg-fix\` say the same. An
option means the same in every command that takes it.

${commands.map((one) => `- [${titleOf(one, fix)}](#${anchorOf(titleOf(one, fix))}): ${one.description()}`).join("\n")}

## Which command takes which option

${table(
  [
    "option",
    ...commands.map((one) => `\`${one === fix ? "PATH…" : one === flash ? "l5cfg-flash" : one.name()}\``),
  ],
  flagsOf(commands).map((flag) => [
    `\`${flag}\``,
    ...commands.map((one) => (optionsOf(one).some(({ long }) => long === flag) ? "×" : "")),
  ]),
)}

## What each format carries

A cell is marked where the report of one finding with all that a finding can have shows it.

${formatTable()}

${commands.map((one) => section(one, titleOf(one, fix))).join("\n\n")}
`;
}

function titleOf(command: Command, fix: Command): string {
  return command === fix || command.parent === null ? command.name() : `${fix.name()} ${command.name()}`;
}

function anchorOf(title: string): string {
  return title.replaceAll(" ", "-");
}

function section(command: Command, title: string): string {
  const help = command.createHelp();
  const rows = optionsOf(command).map((one) => [
    `\`${help.optionTerm(one)}\``,
    cell(help.optionDescription(one)),
  ]);
  return `## ${title}\n\n${table(["option", "does"], rows)}`;
}

export function optionsOf(command: Command): Option[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .filter(({ long }) => long !== "--help");
}

function flagsOf(commands: readonly Command[]): string[] {
  return [...new Set(commands.flatMap((one) => optionsOf(one).map(({ long }) => long!)))];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((text, i) => text.padEnd(widths[i]!)).join(" | ")} |`;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...rows.map(line)].join(
    "\n",
  );
}

const FILE = "/work/config.cfg";

/** A finding in which each thing is a word of its own. */
const sample: FixResult = {
  project: {
    ...{ path: FILE, kind: "file", location: FILE, root: "/work", configs: [FILE], searchPaths: ["/work"] },
    warnings: [],
  },
  openocd: { version: "0.12.0", why: "given", exact: true },
  runs: [],
  read: [FILE],
  files: [],
  fixed: [],
  left: [
    {
      rule: "work-area-missing",
      severity: "warning",
      message: "THE-MESSAGE",
      notes: ["THE-NOTE"],
      at: {
        ...{ file: FILE, line: 4242, column: 77, endLine: 4242, endColumn: 99, start: 31337, end: 31359 },
        excerpt: { text: "THE-LINE", start: 0, end: 8 },
      },
      transports: ["dapdirect_swd"],
      fix: {
        ...{ safety: "unsafe", title: "THE-TITLE" },
        edits: [
          {
            file: FILE,
            edits: [
              {
                ...{ offset: 31337, length: 22, content: "THE-EDIT" },
                ...{ line: 4242, column: 77, endLine: 4242, endColumn: 99 },
              },
            ],
          },
        ],
      },
      why: "THE-REASON",
    },
  ],
  texts: [{ path: FILE, text: `${"\n".repeat(4241)}THE-LINE\n` }],
  omitted: 987,
};

const reports: Readonly<Record<string, string>> = {
  text: [...fixTexts(sample, "/work"), fixSummary(sample)].join("\n"),
  json: JSON.stringify(fixJson(sample)),
  sarif: sarifReport([sample], "/work"),
  github: githubReport([sample], "/work"),
  unix: unixReport([sample], "/work"),
  html: pageHtml(checkedPage([sample], "l5cfg-fix")),
};

/** What a report may have, and how it shows. */
const parts: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["file, line and column", /config\.cfg[\s\S]*4242[\s\S]*77|4242[\s\S]*77[\s\S]*config\.cfg/],
  ["where it ends", /(?:endColumn|end_column)\W+99|THE-LINE[\s\S]*\^+|<mark/],
  ["offsets in bytes", /31337/],
  ["rule", /work-area-missing/],
  ["severity", /warning/],
  ["message", /THE-MESSAGE/],
  ["notes", /THE-NOTE/],
  ["the line itself", /THE-LINE/],
  ["transports", /dapdirect_swd/],
  ["what the fix does", /THE-TITLE/],
  ["the fix as edits", /THE-EDIT/],
  ["whether the fix is safe", /unsafe/],
  ["why a fix was not applied", /THE-REASON/],
  ["how much is not listed", /987/],
];

function formatTable(): string {
  const names = Object.keys(reports);
  const rows = parts.map(([name, pattern]) => [
    name,
    ...names.map((one) => (pattern.test(reports[one]!) ? "×" : "")),
  ]);
  return table(["", ...names.map((one) => (one === "html" ? "`--html`" : `\`${one}\``))], rows);
}
