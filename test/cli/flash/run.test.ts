import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { VirtualBoard } from "../../../src/board/index.ts";
import { stlinkServerCommand } from "../../../src/openocd/stlink-server.ts";
import { fakeOpenocd } from "../../flash/support/fake.ts";
import { fauxOverlay } from "../../flash/support/faux.ts";
import { l5, overlayFor } from "../../flash/support/overlay.ts";
import { folderWith } from "../../install/fixtures.ts";
import { elf, noise } from "../../support/firmware.ts";
import { flashCommandFile, l5cfgFlash } from "../../support/flash-command.ts";
import { describeWithOpenocd, needPrograms } from "../../support/openocd.ts";

// These run programs of a POSIX system.
needPrograms(["touch"], /runs its program only with --trust/);

function firmware(size: number): string {
  const path = join(folderWith(), "fw.elf");
  writeFileSync(path, elf([{ address: 0x08000000, data: noise(size) }]));
  return path;
}

function boardArgs(board: VirtualBoard, size = 3000): string[] {
  const command = stlinkServerCommand("hla_swd", board.port);
  return [firmware(size), "--overlay", overlayFor(l5), "-c", command];
}

/** The processes that have this in their command line. */
function processesWith(text: string): string[] {
  return readdirSync("/proc").filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, "latin1").includes(text);
    } catch {
      // It has ended meanwhile.
      return false;
    }
  });
}

const fauxArgs = (overlay: string) => [firmware(2000), "--overlay", overlay];

describeWithOpenocd("l5cfg-flash", () => {
  it("says each step on standard error, and what became of it on standard output", async () => {
    await using board = await new VirtualBoard().start();
    const { status, stdout, stderr } = await l5cfgFlash(boardArgs(board));
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stdout).toMatch(/^Written and verified: 2\.9 KiB in \d+\.\d\d s\.\n$/);
    expect(stderr.replaceAll(/\d+\.\d+/g, "N").split("\n")).toEqual([
      expect.stringMatching(/fw\.elf \(N KiB\) to stm32l5x over hla_swd$/),
      "connecting N s",
      "halting    N s",
      "erasing    N s  N KiB, N KiB/s",
      "writing    N s  N KiB, N KiB/s",
      "verifying  N s  N KiB, N KiB/s",
      "resetting  N s",
      "",
    ]);
  });

  it("says that nothing was verified where that was not wanted", async () => {
    const { status, stdout } = await l5cfgFlash([...fauxArgs(fauxOverlay()), "--no-verify"]);
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Written, not verified: /),
    });
  });

  it("prints everything as JSON, and nothing else", async () => {
    const { status, stdout, stderr } = await l5cfgFlash([
      ...fauxArgs(fauxOverlay()),
      "--no-verify",
      "--format",
      "json",
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, state: "written", openocd: "0.12.0" });
  });

  it.each<[string, string, number]>([
    ["a config that OpenOCD refuses", "no_such_command", 3],
    ["an OpenOCD that cannot connect", "proc init {} { error broken }", 4],
    ["a firmware that does not fit", "faux.cpu configure -event examine-start { proc flash args {} }", 5],
    ["a flash that cannot be verified", "", 6],
    ["a config without an end", "while 1 {}", 7],
  ])("%s has a status of its own", async (_, more, expected) => {
    const args = [...fauxArgs(fauxOverlay(more)), ...(expected === 7 ? ["--timeout", "0.5"] : [])];
    const { status, stdout, stderr } = await l5cfgFlash(args);
    expect({ status, stdout }, stderr).toEqual({ status: expected, stdout: "" });
    expect(stderr).toMatch(/^l5cfg-flash: .*\. The flash /m);
    expect(stderr).toContain("The command was:\n\n  openocd -s ");
  });

  it("explains what OpenOCD said", async () => {
    await using board = await new VirtualBoard({ faults: { noPower: true } }).start();
    const { status, stderr } = await l5cfgFlash(boardArgs(board));
    expect(status).toBe(4);
    expect(stderr).toContain(
      "connecting failed\n\nl5cfg-flash: OpenOCD could not connect. The flash was not touched.",
    );
    expect(stderr).toContain("(voltage-low)");
  });

  it("explains it in JSON, too", async () => {
    await using board = await new VirtualBoard({ faults: { noPower: true } }).start();
    const { status, stdout, stderr } = await l5cfgFlash([...boardArgs(board), "--format", "json"]);
    expect({ status, stderr }).toEqual({ status: 4, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      state: "untouched",
      failure: { kind: "target", step: "connecting" },
      diagnoses: [{ id: "voltage-low" }],
    });
  });

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
    ["SIGQUIT", 131],
  ] as const)(
    "ends OpenOCD when it is told to end by %s, and says what the flash holds",
    async (signal, expected) => {
      await using board = await new VirtualBoard({ faults: { busyReads: 5 } }).start();
      const { status, stderr } = await l5cfgFlash(boardArgs(board, 0x80000), {
        onStderr: (text, child) => text.includes("erasing ") && child.kill(signal),
      });
      expect(status).toBe(expected);
      expect(stderr).toMatch(/cancelled while writing\. The flash holds a part .* 0x08000000–0x0807ffff\.$/m);
      await expect.poll(() => board.events.at(-1)).toEqual({ kind: "client", change: "gone" });
      expect(processesWith(`tcp ${board.port}`)).toEqual([]);
    },
  );
});

it.each(["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const)(
  "%s while connecting ends it before anything is erased",
  async (signal) => {
    const folder = folderWith();
    const script = `trap '' INT TERM HUP QUIT; mark connecting; echo ready >&2; sleep 1; mark halting erasing; touch ${folder}/erased; sleep 60`;
    const args = [...fauxArgs(fauxOverlay()), "--openocd-bin", fakeOpenocd(script)];
    const { stderr } = await l5cfgFlash([...args, "-c", `echo ${folder}`, "--format", "json"], {
      onStart: (child) => setTimeout(() => child.kill(signal), 600),
    });
    expect(stderr).toBe("");
    expect(processesWith(folder)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  },
);

it("an overlay that was not made here runs its program only with --trust", async () => {
  const folder = folderWith();
  const overlay = fauxOverlay();
  const manifest = join(overlay, "l5cfg-fix.json");
  const value = JSON.parse(readFileSync(manifest, "utf8"));
  value.openocd.binary = fakeOpenocd(`touch ${folder}/ran; exit 1`);
  writeFileSync(manifest, JSON.stringify(value));
  for (const args of [[], ["--dry-run"]]) {
    const { status, stderr } = await l5cfgFlash([...fauxArgs(overlay), ...args]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("--trust runs it") });
  }
  expect(readdirSync(folder)).toEqual([]);
  expect((await l5cfgFlash([...fauxArgs(overlay), "--trust"])).status).toBe(3);
  expect(readdirSync(folder)).toEqual(["ran"]);
});

describeWithOpenocd("on a terminal", () => {
  /** What is printed to a terminal (`script` of util-linux makes one). */
  function onTerminal(args: readonly string[], env: Record<string, string> = {}): string {
    const { FORCE_COLOR, NO_COLOR, ...rest } = process.env;
    const line = [process.execPath, flashCommandFile, ...args].join(" ");
    const { stdout } = spawnSync("script", ["-qec", line, "/dev/null"], {
      env: { ...rest, TERM: "xterm", ...env },
      encoding: "utf8",
      timeout: 30_000,
    });
    return stdout;
  }

  it("the line of the step under way moves, and ends as a plain one", () => {
    const printed = onTerminal([...fauxArgs(fauxOverlay()), "--no-verify"]);
    expect(printed).toContain("\r\x1b[Kconnecting ");
    expect(printed).toMatch(/writing {4}\d+\.\d\d s {2}2\.0 KiB, [\d.]+ KiB\/s\r\n/);
    expect(printed).toContain("Written, not verified");
  });

  it("no line moves on a dumb one", () => {
    expect(onTerminal([...fauxArgs(fauxOverlay()), "--no-verify"], { TERM: "dumb" })).not.toContain("\x1b[");
  });
});
