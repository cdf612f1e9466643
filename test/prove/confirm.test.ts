import { chmodSync, chownSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { foreignFiles } from "../../src/install/owner.ts";
import { type ConfirmOptions, checkConfirmed, fixConfirmed } from "../../src/prove/confirm/api.ts";
import { folderWith } from "../install/fixtures.ts";
import { l5cfgFix } from "../support/command.ts";
import { install } from "../support/fixtures.ts";
import { describeWithOpenocd, openocd } from "../support/openocd.ts";

// Several runs of OpenOCD each, on a machine with other things to do.
vi.setConfig({ testTimeout: 60_000 });

const transports = ["hla_swd", "dapdirect_swd"];

/** A board that chooses its adapter, so that it is run once. */
const board = `adapter driver cmsis-dap
transport select swd
swd newdap a cpu -expected-id 0
dap create a.dap -chain-position a.cpu
target create a.cpu cortex_m -dap a.dap
a.cpu configure -work-area-phys 0x20000000 -work-area-size 0x1000
`;

function config(text: string): string {
  return join(folderWith({ "board.cfg": text }), "board.cfg");
}

/** A program that says it is OpenOCD 0.12.0, and does with a config what a shell script says. */
function program(script: string): string {
  const file = join(folderWith({}), "openocd");
  const version = 'if [ "$1" = --version ]; then echo "Open On-Chip Debugger 0.12.0" >&2; exit 0; fi';
  const mark = "mark=$(echo \"$*\" | sed -n 's/.*\\(l5cfg-[0-9a-f]*\\) .*/\\1/p' | head -n 1)";
  writeFileSync(file, `#!/bin/sh\n${version}\ncase "$*" in *-f*) ;; *) exit 1;; esac\n${mark}\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** What is said of a board by a program that does this. */
async function confirmedBy(script: string, options: ConfirmOptions = {}) {
  const { confirmed, findings } = await checkConfirmed(config(board), {
    openocdBin: program(script),
    ...options,
  });
  return { run: confirmed!.runs[0]!, findings };
}

describeWithOpenocd("--confirm", () => {
  it("has the fixture refused as it is, and accepted when fixed", async () => {
    const {
      confirmed,
      left,
      openocd: used,
    } = await fixConfirmed(install, {
      openocdBin: openocd!,
      transports,
    });
    expect(left.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(used.version).toBe("0.12.0");
    expect(confirmed!.runs.filter(({ agrees }) => !agrees)).toEqual([]);
    const l5 = confirmed!.runs.filter((run) => run.config.endsWith("stm32l5x.cfg"));
    expect(l5.map(({ transport, side, says, message }) => [transport, side, says, message])).toEqual([
      ["hla_swd", "original", "refused", "Infinite eval recursion"],
      ["hla_swd", "patched", "accepted", undefined],
      ["dapdirect_swd", "original", "refused", "flash driver 'stm32l5x' not found"],
      ["dapdirect_swd", "patched", "accepted", undefined],
    ]);
  });

  it("says on standard error that it runs the configs, and in the report what came of it", async () => {
    const args = ["--check", "--confirm", config(board), "--openocd-bin", openocd!];
    const text = await l5cfgFix(args);
    expect(text.stderr).toContain(`--confirm runs the configs, and whatever they call, in ${openocd}`);
    expect(text.stderr).toContain(
      "OpenOCD 0.12.0 ran the configs as they are in 1 run: 1 accepted. All went as expected.",
    );
    const json = await l5cfgFix([...args, "--format", "json"]);
    const [{ confirmed }] = JSON.parse(json.stdout).results;
    expect(confirmed.program).toEqual({ path: openocd, version: "0.12.0" });
    expect(confirmed.runs).toMatchObject([{ transport: "swd", says: "accepted", agrees: true }]);
    expect(text.status).toBe(0);
  });

  it("goes no further than init, and ends with a config that ends OpenOCD", async () => {
    const touched = join(folderWith({}), "touched");
    const texts = [`${board}adapter speed 100\ninit\nexec touch ${touched}\n`, `${board}shutdown\n`];
    for (const [index, says] of ["init", "shutdown"].entries()) {
      const { confirmed, findings } = await checkConfirmed(config(texts[index]!), { openocdBin: openocd! });
      expect(confirmed!.runs).toMatchObject([{ says, agrees: true }]);
      expect(findings.map(({ rule }) => rule)).not.toContain("model-differs");
    }
    expect(existsSync(touched)).toBe(false);
  });

  it("does not ask about a version that the program is not", async () => {
    const args = ["--check", "--confirm", config(board), "--openocd", "0.10.0", "--openocd-bin", openocd!];
    const { status, stderr } = await l5cfgFix(args);
    expect(stderr).toContain("is OpenOCD 0.12.0, and cannot confirm what is checked for 0.10.0");
    expect(status).toBe(2);
  });
});

describe("--confirm with a program that", () => {
  it.each([
    ["hangs", "sleep 60", "timeout", "it did not end within 0.3 s"],
    [
      "prints for ever",
      "while :; do echo a line of text, and more of them; done",
      "output",
      "it printed more",
    ],
    ["is killed", "kill -9 $$", "killed", "it was ended by SIGKILL"],
    ["refuses all", 'echo "$mark begin" >&2; echo "Error: no" >&2; exit 1', "refused", "it refuses this: no"],
    [
      "makes nothing",
      'for word in begin end; do echo "$mark $word" >&2; done',
      "accepted",
      "other targets: none",
    ],
  ])("%s", async (_, script, says, words) => {
    const { run, findings } = await confirmedBy(script, { timeoutMs: says === "timeout" ? 300 : 30_000 });
    expect(run).toMatchObject({ says, agrees: false, expected: { accepted: true } });
    const [finding] = findings;
    expect(finding).toMatchObject({ rule: "model-differs", severity: "error", at: { line: 1 } });
    expect(finding!.message).toContain(words);
    expect(finding!.notes.at(-1)).toContain("please report this");
  });

  it("accepts what we do not: it is right, and that we are not is the finding", async () => {
    const told = 'for word in begin end; do echo "$mark $word" >&2; done';
    const file = config("adapter driver cmsis-dap\ntransport select swd\nadapter speed fast\n");
    const { findings } = await checkConfirmed(file, { openocdBin: program(told) });
    expect(findings.map(({ rule, at }) => [rule, at.line])).toEqual([["model-differs", 3]]);
    expect(findings[0]!.notes[0]).toContain("khz option value ('fast') is not valid");
  });

  it("is not asked again and again when it hangs", async () => {
    const boards = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`target/${n}.cfg`, board]));
    const folder = folderWith(boards);
    const { confirmed } = await checkConfirmed(folder, { openocdBin: program("sleep 60"), timeoutMs: 200 });
    const ends = confirmed!.runs.map(({ says }) => says);
    expect(ends.filter((says) => says === "timeout").length).toBeLessThan(8 + 3);
    expect(ends.length).toBe(8);
  });

  it("is missing, or is no OpenOCD", async () => {
    const missing = join(folderWith({}), "openocd");
    for (const openocdBin of [missing, process.execPath]) {
      const { status, stderr } = await l5cfgFix([
        "--check",
        "--confirm",
        config(board),
        "--openocd-bin",
        openocdBin,
      ]);
      const why = openocdBin === missing ? "there is no such program" : "does not answer to --version";
      expect(stderr).toContain(why);
      expect(status).toBe(2);
    }
  });

  it("does not take the fixed config: nothing is written in place", async () => {
    const file = config("adapter driver cmsis-dap\ntransport select swd\nreset_config srst_onyl\n");
    const before = readFileSync(file, "latin1");
    const refusing = program('echo "$mark begin" >&2; echo "Error: no" >&2; exit 1');
    const args = ["--in-place", "--unsafe", "--confirm", file, "--openocd-bin", refusing];
    const { status, stdout } = await l5cfgFix(args);
    expect(stdout).toContain("model-differs");
    expect(readFileSync(file, "latin1")).toBe(before);
    expect(status).toBe(1);
  });

  it("is found by every report", async () => {
    const refusing = program('echo "$mark begin" >&2; echo "Error: no" >&2; exit 1');
    for (const [format, words] of [
      ["sarif", '"ruleId": "model-differs"'],
      ["github", "title=model-differs::"],
      ["unix", "model-differs"],
    ] as const) {
      const args = ["--check", "--confirm", config(board), "--openocd-bin", refusing, "--format", format];
      const { status, stdout } = await l5cfgFix(args);
      expect(stdout, format).toContain(words);
      expect(status).toBe(1);
    }
    const page = join(folderWith({}), "page.html");
    await l5cfgFix(["--html", page, "--confirm", config(board), "--openocd-bin", refusing]);
    expect(readFileSync(page, "utf8")).toMatch(
      /OpenOCD 0\.12\.0 ran [^<]* 1 refused[\s\S]*it refuses this: no/,
    );
  });
});

describe("--confirm of files that are not one's own", () => {
  const user = process.getuid?.() ?? 0;

  it("sees whose they are", () => {
    const file = config(board);
    expect(foreignFiles([file], user)).toEqual([]);
    expect(foreignFiles([file], user + 1)).toEqual(statSync(file).uid === 0 ? [] : [file]);
    expect(foreignFiles([file], undefined)).toEqual(process.getuid ? [] : [file]);
  });

  it.skipIf(user !== 0)("runs them only when it is told to", async () => {
    const file = config(board);
    chownSync(file, 12_345, 12_345);
    const openocdBin = program('echo "$mark begin" >&2; echo "Error: no" >&2; exit 1');
    await expect(checkConfirmed(file, { openocdBin })).rejects.toThrow(
      `confirming runs the configs, and ${file} belongs to another user; --trust runs them all the same`,
    );
    const { confirmed } = await checkConfirmed(file, { openocdBin, trust: true });
    expect(confirmed!.runs).toMatchObject([{ says: "refused" }]);
  });
});
