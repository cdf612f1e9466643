import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { ProgressLine } from "../../src/cli/terminal/progress.ts";
import { Terminal } from "../../src/cli/terminal/terminal.ts";
import { folderWith } from "../install/fixtures.ts";
import { l5cfgFix } from "../support/command.ts";
import { scripts } from "../support/fixtures.ts";
import { testSystem } from "../support/system.ts";

const l5 = readFileSync(join(scripts, "target/stm32l5x.cfg"), "latin1");
const how = [
  "--check",
  "l5.cfg",
  "-s",
  scripts,
  "--openocd",
  "0.10.0+dev-g30d1303",
  "--baseline",
  "known.json",
];

describe("a baseline", () => {
  it("keeps back what is known, wherever it has moved to, and nothing else", async () => {
    const cwd = folderWith({ "l5.cfg": l5 });
    const written = await l5cfgFix([...how, "--update-baseline"], { cwd });
    expect(written).toMatchObject({ status: 0, stdout: "" });
    expect(written.stderr).toContain("known.json knows 3 findings now.");
    expect(JSON.parse(readFileSync(join(cwd, "known.json"), "utf8"))).toMatchObject({
      schema: 1,
      findings: [
        { file: "l5.cfg", rule: "dap-command-under-hla", text: "$_CHIPNAME.dap apcsw 0x0B000000", count: 1 },
        { file: "l5.cfg", rule: "dap-command-under-hla", count: 1 },
        { file: "l5.cfg", rule: "work-area-missing", count: 1 },
      ],
    });
    writeFileSync(join(cwd, "l5.cfg"), `# moved\n\n${l5}`, "latin1");
    const moved = await l5cfgFix(how, { cwd });
    expect(moved).toMatchObject({ status: 0, stdout: "" });
    expect(moved.stderr).toContain("3 findings of known.json not listed.");
    writeFileSync(
      join(cwd, "l5.cfg"),
      `${l5.replace("apcsw 0x0B000000", "apcsw 1")}reset_config x\n`,
      "latin1",
    );
    const more = await l5cfgFix([...how, "--format", "json"], { cwd });
    const [result] = JSON.parse(more.stdout).results;
    expect(more.status).toBe(1);
    expect(result.known).toBe(2);
    expect(result.findings.map(({ rule }: { rule: string }) => rule)).toEqual([
      "dap-command-under-hla",
      "reset-config-unknown",
    ]);
    expect(more.stderr).toContain("2 findings of known.json not listed; 1 finding of it gone");
  });
});

describe("progress", () => {
  const shown = (isTTY: boolean, quiet = false) => {
    const { system, printed, leave } = testSystem({ cwd: folderWith(), input: "", env: { TERM: "xterm" } });
    const stderr = { write: (text: string) => system.stderr.write(text), isTTY, columns: 30 };
    let time = 0;
    const line = new ProgressLine(new Terminal({ ...system, stderr }, { quiet }), "checking", () => time);
    for (let done = 0; done < 8; done++) {
      time = done * 250;
      line.show({ done, total: 8, name: join(system.cwd, `a-name-that-is-long-${done}.cfg`) });
    }
    line.end();
    leave();
    return printed().stderr;
  };

  it("is said after half a second, in one line that is taken away again, and only on a terminal", () => {
    const lines = shown(true).split("\r\x1b[K");
    expect(lines.length).toBe(8);
    expect(lines.at(-1)).toBe("");
    expect(lines[1]).toContain("checking 3 of 8: a-name-that-");
    for (const line of lines) expect(stripVTControlCharacters(line).length).toBeLessThan(30);
    expect(shown(false)).toBe("");
    expect(shown(true, true)).toBe("");
  });
});
