import { describe, expect, it } from "vitest";
import { explainLog } from "../../src/log/explain.ts";

const banner = "Open On-Chip Debugger 0.12.0\n";
const hla =
  "Info : The selected transport took over low-level target control. The results might differ compared to plain JTAG/SWD\n";

function adviceIn(log: string): string {
  return explainLog(log)
    .diagnoses.flatMap(({ advice }) => advice)
    .join("\n");
}

function idsIn(log: string): string[] {
  return explainLog(log).diagnoses.flatMap(({ id, effects }) => [id, ...effects.map((effect) => effect.id)]);
}

describe("a log that ends in a verified firmware", () => {
  const before = `${banner}Warn : target stm32h7x.cpu1 examination failed\n** Programming Started **\n`;

  it("is a success, whatever was said on the way", () => {
    for (const end of ["** Verified OK **\n** Resetting Target **\n", "verified 5120 bytes in 0.1s\n"])
      expect(explainLog(before + end).isVerified, end).toBe(true);
  });

  it("is none where an error comes after it, or a run that fails", () => {
    for (const after of [
      "Error: timed out while waiting for target halted\n",
      `${banner}Error: open failed\n`,
    ])
      expect(explainLog(`${before}** Verified OK **\n${after}`).isVerified, after).toBe(false);
  });
});

describe("an error of one core while another one answers", () => {
  it("is about that core, with all that follows", () => {
    const log = `${banner}Info : [stm32h7x.cpu0] Cortex-M7 r1p1 processor detected
Error: [stm32h7x.cpu1] Could not find MEM-AP to control the core
Warn : target stm32h7x.cpu1 examination failed
Error: Target not examined yet`;
    expect(idsIn(log)).toEqual(["second-core-silent", "examination-failed"]);
    expect(explainLog(log).diagnoses[0]!.target).toBe("stm32h7x.cpu1");
  });

  it("is about the chip where none answers, or the one that fails had answered", () => {
    const failing = "Error: [a.cpu1] Could not find MEM-AP to control the core\n";
    expect(idsIn(banner + failing)).toEqual(["core-unrecognized"]);
    expect(idsIn(`${banner}Info : a.cpu1: hardware has 6 breakpoints, 4 watchpoints\n${failing}`)).toEqual([
      "core-unrecognized",
    ]);
  });
});

it.each(["STLINK V0J8S0 (API v0) VID:PID 0000:0000", "STLINK V2J0S0 (API v1) VID:PID 0000:0000"])(
  "%s is about the probe's firmware, and all else follows",
  (words) => {
    const log = `${banner}${hla}Info : ${words}\nError: init mode failed (unable to connect to the target)\n`;
    expect(idsIn(log)).toEqual(["probe-firmware-broken", "target-unreachable"]);
  },
);

describe("an event's handler", () => {
  it("is named where its error has no place", () => {
    const log = `${banner}Error: timed out while waiting for target halted
Error executing event gdb-attach on target stm32f1x.cpu:
TARGET: stm32f1x.cpu - Not halted`;
    const [{ effects } = {}] = explainLog(log).diagnoses;
    expect(effects?.map(({ id }) => id)).toEqual(["target-not-halted"]);
    const alone = explainLog(log.replace(/^Error: timed.*\n/m, "")).diagnoses[0];
    expect(alone).toMatchObject({ id: "target-not-halted", event: "gdb-attach", target: "stm32f1x.cpu" });
  });

  it("is the error itself where the log ends with it", () => {
    const [only] = explainLog(`${banner}Error executing event gdb-attach on target a.cpu:\n`).diagnoses;
    expect(only).toMatchObject({ id: "event-handler-failed" });
    expect(only?.what).toContain("gdb-attach of a.cpu");
  });
});

describe("how a command is used", () => {
  it.each([
    "  adapter speed [khz]\n\n",
    "  adapter driver driver_name\n  adapter list\n",
    "flash\n  flash banks\nprogram <filename> [address] [pre-verify] [verify] [reset] [exit]\n",
    "reset_config [none|trst_only|srst_only|trst_and_srst]\n          [srst_gates_jtag|srst_nogate]\n",
  ])("as the last words is an error: %j", (usage) => {
    expect(idsIn(`${banner}Info : clock speed 100 kHz\n${usage}`)).toEqual(["usage-shown"]);
  });

  it.each([
    "Error: unknown reset_config flag (x)\nreset_config [none|trst_only]\n",
    "  adapter speed [khz]\nInfo : clock speed 100 kHz\n",
    "wrote 1024 bytes from file a.elf in 0.1s (10 KiB/s)\n",
    "target halted due to debug-request, current mode: Thread\n",
  ])("is none of its own elsewhere: %j", (usage) => {
    expect(idsIn(banner + usage)).not.toContain("usage-shown");
  });
});

describe("a variable that nothing set", () => {
  const error = 'a.cfg:3: Error: can\'t read "SPEED": no such variable\n';

  it("is set by -c where a script reads it", () => {
    const advice = adviceIn(`${banner}${error}at file "a.cfg", line 3\n`);
    expect(advice).toContain("in front of the -f");
    expect(advice).not.toContain("global");
  });

  it("is not where a proc reads it", () => {
    const stack = 'in procedure \'setup\' called at file "a.cfg", line 9\nat file "a.cfg", line 3\n';
    const advice = adviceIn(banner + error + stack);
    expect(advice).toContain("`global SPEED`");
    expect(advice).not.toContain("in front of the -f");
  });
});

describe("protection of an nRF52", () => {
  const log = "-f target/nrf52.cfg\nError: init mode failed (unable to connect to the target)\n";

  it("under HLA takes another probe", () => {
    expect(adviceIn(`${banner}${hla}${log}`)).toMatch(/nrf52_recover.*CMSIS-DAP or J-Link/);
  });

  it("is no advice for other chips and transports", () => {
    expect(adviceIn(`${banner}${hla}${log.replace("nrf52", "stm32f4x")}`)).not.toContain("nrf52");
    expect(adviceIn(`${banner}Info : SWD DPIDR 0x2ba01477\n${log}`)).not.toContain("nrf52");
  });
});

it.each(["esp32.cpu0", "at91sam7s64.cpu", "lpc2148.cpu", "riscv.cpu"])(
  "%s is never told to use SWD",
  (chip) => {
    const silent = "Error: JTAG scan chain interrogation failed: all ones\n";
    const advice = adviceIn(`${banner}Info : JTAG tap: ${chip} tap/device found: 0x3f0f0f0f\n${silent}`);
    expect(advice).toContain("TCK");
    expect(advice).not.toMatch(/swd/i);
    expect(adviceIn(banner + silent)).toMatch(/swd/i);
  },
);

describe("pins that moved", () => {
  const moved = "Warn : TMS/SWDIO moved to GPIO 8 (pin 24). Check the wiring please!\n";

  it("are the cause where the chip is silent", () => {
    expect(idsIn(`${banner}${moved}Error: Error connecting DP: cannot read IDR\n`)).toEqual([
      "gpio-pins-moved",
      "debug-port-silent",
    ]);
  });

  it("are a remark where it answers", () => {
    const { diagnoses, harmless } = explainLog(`${banner}${moved}Info : SWD DPIDR 0x2ba01477\n`);
    expect([diagnoses, harmless.map(({ id }) => id)]).toEqual([[], ["gpio-pins-moved"]]);
  });
});
