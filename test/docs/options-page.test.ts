import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { manual, programs } from "../../src/cli/help/manual.ts";
import { l5cfgFix, packageFolder } from "../support/command.ts";
import { scripts } from "../support/fixtures.ts";
import { onPath } from "../support/programs.ts";
import { optionsOf, optionsPage } from "./options-page.ts";

const { fix, flash } = programs();
const commands = [fix, ...fix.commands, flash];

// `npm run docs:options` writes the page.
it("docs/options.md says what the programs say of themselves", async () => {
  await expect(optionsPage(fix, flash)).toMatchFileSnapshot(join(packageFolder, "docs/options.md"));
});

it("an option has the same short form and the same kind of value in every command", () => {
  const forms = new Map<string, Set<string>>();
  for (const { long, short, flags } of commands.flatMap(optionsOf)) {
    const value = /[<[].*$/.exec(flags)?.[0] ?? "none";
    forms.set(long!, (forms.get(long!) ?? new Set()).add(`${short ?? "none"} ${value}`));
  }
  const several = [...forms].filter(([, all]) => all.size > 1).map(([long, all]) => [long, ...all]);
  expect(several).toEqual([]);
});

it("every command can be quiet, verbose and without colours", () => {
  for (const command of commands.filter((one) => one.name() !== "help")) {
    const names = optionsOf(command).map(({ long }) => long);
    expect(names, command.name()).toEqual(
      expect.arrayContaining(["--quiet", "--verbose", "--color", "--no-color"]),
    );
  }
});

it("the problem matcher of docs/ci.md reads --format unix", async () => {
  const page = readFileSync(join(packageFolder, "docs/ci.md"), "utf8");
  const json = /^```json\n(.*?problemMatcher.*?)^```$/ms.exec(page)![1]!;
  const { pattern } = JSON.parse(json).tasks[0].problemMatcher;
  const file = join(scripts, "target/stm32l5x.cfg");
  const { stdout } = await l5cfgFix(["--check", "--format", "unix", file]);
  const found = new RegExp(pattern.regexp).exec(stdout.split("\n")[0]!)!;
  const { file: _, ...rest } = pattern;
  expect(["line", "column", "severity", "code"].map((name) => found[rest[name]])).toEqual([
    ...["66", "1", "error", "work-area-missing"],
  ]);
  expect(join(packageFolder, found[pattern.file]!)).toBe(file);
});

it("the manual pages have all options, and no line that roff takes for a command of its own", () => {
  const pages = Object.values(manual());
  for (const [i, program] of [fix, flash].entries()) {
    for (const { long } of [program, ...program.commands].flatMap(optionsOf))
      expect(pages[i]).toContain(long!.replaceAll("-", "\\-"));
  }
  const known = /^\.(?:TH|SH|SS|TP|B|BR|br)\b/;
  for (const line of pages.join("\n").split("\n")) if (/^[.']/.test(line)) expect(line).toMatch(known);
  const groff = onPath("groff");
  if (groff === undefined) return;
  for (const input of pages) {
    const { stderr, status } = spawnSync(groff, ["-man", "-Tutf8", "-ww", "-z"], { input, encoding: "utf8" });
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  }
});

it("the script for PowerShell is balanced, and has no key twice in one table", async () => {
  const { powershellScript } = await import("../../src/cli/completion/powershell.ts");
  const { shapeOf } = await import("../../src/cli/completion/command-shape.ts");
  for (const program of [fix, flash]) {
    const script = powershellScript(shapeOf(program));
    const bare = script.replace(/'(?:[^']|'')*'/g, "''").replace(/#.*$/gm, "");
    for (const [open, close] of ["{}", "()", "[]"]) {
      expect(bare.split(open!).length, open).toBe(bare.split(close!).length);
    }
    for (const [table] of script.matchAll(/\[ordered\]@\{\n[^}]*?\n {4}\}/g)) {
      const keys = [...table.matchAll(/^ {6}('[^']*') = /gm)].map(([, key]) => key!.toLowerCase());
      expect(new Set(keys).size).toBe(keys.length);
    }
  }
});
