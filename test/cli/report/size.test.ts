import { describe, expect, it } from "vitest";
import { folderWith } from "../../install/fixtures.ts";
import { l5cfgFix } from "../../support/command.ts";

/** A config with so many findings in one line. */
const findings = (count: number) => `reset_config ${"srst_onyl;reset_config ".repeat(count)}none\n`;

/** What a command prints of a config, and how much of it. */
async function printed(args: readonly string[], text: string) {
  const { stdout, stderr } = await l5cfgFix([...args, "x.cfg"], { cwd: folderWith({ "x.cfg": text }) });
  return { size: stdout.length + stderr.length, stdout, stderr };
}

const forms = [
  ["--check"],
  ["--check", "--format", "json"],
  ["--check", "--format", "sarif"],
  ["--check", "--format", "github"],
  ["--check", "--format", "unix"],
  ["--diff"],
  ["-o", "overlay"],
];

describe("many findings in one line", () => {
  it.each(forms)("print twice as much when they are twice as many: %s %s %s", async (...args) => {
    const words = args.filter((word) => word !== undefined);
    const sizes: number[] = [];
    for (const count of [0, 300, 600]) sizes.push((await printed(words, findings(count))).size);
    const [none, one, two] = sizes as [number, number, number];
    expect((two - none) / (one - none)).toBeLessThan(2.1);
  });

  it.each(forms)("are counted beyond a thousand: %s %s %s", async (...args) => {
    const words = args.filter((word) => word !== undefined);
    const { stdout, stderr, size } = await printed(words, findings(3000));
    expect(size).toBeLessThan(3_000_000);
    if (words.includes("unix")) return;
    expect(stdout + stderr).toMatch(/2000 (of them|more findings) are not listed|"omitted": 2000/);
  });
});

it("a message is cut, whatever a config puts into it", async () => {
  for (const args of forms) {
    const { size } = await printed(
      args,
      `error [string repeat x 1000000]\nadapter [string repeat y 1000000]\n`,
    );
    expect(size, args.join(" ")).toBeLessThan(100_000);
  }
});
