import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folderWith } from "../install/fixtures.ts";
import { l5cfgFix, l5cfgFlashHere } from "../support/command.ts";

/** Pieces of names that would do something to a terminal, to a runner of workflows, or to the eye. */
const pieces = [
  ...["\n", "\r", "\x1b[31m", "\x1b]0;x\x07", "\x07", "\b", "\x7f", "\x9b2J", "\u2028", "\u2029"],
  ...[
    "\u202e",
    "\u2066",
    "\u200b",
    "\ufeff",
    "\u{e0041}",
    "::error::x",
    "##[error]x",
    "%0A",
    "é",
    "a",
    " ",
    "'",
    '"',
  ],
];
const name = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(""));

/** What no output may have: controls but line feeds and tabs, and what changes how the rest looks. */
const unprintable = /(?![\t\n])\p{Cc}|[\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\u{e0041}/u;

/** A folder of that name with a config in it of the same name, which has findings, and whose words are the name, too. */
function folderNamed(word: string): { cwd: string; folder: string; file: string } {
  const cwd = folderWith();
  const folder = `x${word}`;
  mkdirSync(join(cwd, folder));
  const file = join(folder, `${word}.cfg`);
  const quoted = word.replace(/[\\"$[\]{}]/g, "\\$&");
  const text = `reset_config "srst_onyl"\ntarget create "${quoted}" cortex_m -dap "${quoted}.dap"\n"${quoted}" one\nsource "${quoted}"\n`;
  writeFileSync(join(cwd, file), text);
  return { cwd, folder, file };
}

const decode = (bytes: string) => Buffer.from(bytes, "latin1").toString("utf8");

function expectPrintable(text: string, isForRunner = false): void {
  expect(JSON.stringify(text)).toBe(JSON.stringify(text.replace(unprintable, "")));
  if (isForRunner) return;
  for (const line of text.split("\n")) expect(line).not.toMatch(/^\s*::|##\[/);
}

describe("a name from outside reaches no terminal as it is", () => {
  it.each([
    ["--check"],
    ["--check", "--format", "json"],
    ["--check", "--format", "sarif"],
    ["--check", "--format", "github"],
    ["--in-place"],
    ["-o", "overlay"],
    ["inspect"],
    ["inspect", "--format", "json"],
    ["explain"],
    ["prove"],
    ["restore"],
    ["installs"],
    ["--html", "page.html"],
    ["--refresh"],
    ["--transport"],
    ["--openocd"],
    ["--check", "--set"],
    ["--install"],
  ])("%s %s %s", { timeout: 60_000 }, async (...words) => {
    const args = words.filter((word) => word !== undefined);
    await fc.assert(
      fc.asyncProperty(name, fc.boolean(), async (word, isFolder) => {
        const { cwd, file, folder } = folderNamed(word);
        const { stdout, stderr } = await l5cfgFix([...args, isFolder ? folder : file], { cwd });
        expectPrintable(
          decode(stdout),
          args.includes("github") || args.includes("json") || args.includes("sarif"),
        );
        expectPrintable(decode(stderr));
      }),
      { numRuns: 12 },
    );
  });

  it.each([[[]], [["--format", "json"]], [["--overlay"]], [["--target", "x", "--serial"]]])(
    "l5cfg-flash %j",
    { timeout: 60_000 },
    async (words) => {
      await fc.assert(
        fc.asyncProperty(name, async (word) => {
          const { cwd, file, folder } = folderNamed(word);
          const args = words.length % 2 === 1 ? [...words, word, folder] : [...words, file];
          const { stdout, stderr } = await l5cfgFlashHere(args, { cwd });
          expectPrintable(decode(stdout));
          expectPrintable(decode(stderr));
        }),
        { numRuns: 12 },
      );
    },
  );

  it("writes one annotation a line, of our own making", async () => {
    await fc.assert(
      fc.asyncProperty(name, async (word) => {
        const { cwd, file } = folderNamed(word);
        const { stdout } = await l5cfgFix(["--check", "--format", "github", file], { cwd });
        for (const line of stdout.trimEnd().split("\n"))
          expect(line).toMatch(/^::(error|warning|notice) file=x[^:]*,line=\d+[^:]*::/);
      }),
      { numRuns: 20 },
    );
  });

  it("says on standard error what a patch does not fix", async () => {
    await fc.assert(
      fc.asyncProperty(name, async (word) => {
        const { cwd, file } = folderNamed(word);
        expectPrintable(decode((await l5cfgFix(["--diff", file], { cwd })).stderr));
      }),
      { numRuns: 20 },
    );
  });

  it.each([["--check"], ["inspect"], ["--in-place"], ["-o"], ["installs"], ["restore"]])(
    "%s prints as many lines, whatever is in a name",
    { timeout: 60_000 },
    async (what) => {
      const lines = async (word: string) => {
        const { cwd, file } = folderNamed(word);
        const args = what === "-o" ? ["-o", `o${word}`, file] : [what, file];
        const { stdout, stderr } = await l5cfgFix(args, { cwd });
        return [stdout, stderr].map((text) => text.split("\n").length);
      };
      await fc.assert(
        fc.asyncProperty(name, async (word) => {
          expect(await lines(word)).toEqual(await lines(word.replace(/[\n\r\u2028\u2029]/g, "_")));
        }),
        { numRuns: 15 },
      );
    },
  );

  it("is compared", async () => {
    await fc.assert(
      fc.asyncProperty(name, async (word) => {
        const [one, two] = [folderNamed(word), folderNamed(`${word}b`)];
        const { stdout, stderr } = await l5cfgFix([
          "compare",
          join(one.cwd, one.file),
          join(two.cwd, two.file),
        ]);
        expectPrintable(decode(stdout));
        expectPrintable(decode(stderr));
      }),
      { numRuns: 12 },
    );
  });
});
