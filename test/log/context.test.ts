import { describe, expect, it } from "vitest";
import { explainLog } from "../../src/log/explain.ts";
import { releaseNamed } from "../../src/openocd/version.ts";

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

describe("the chip that a driver does not know", () => {
  const says = (version: string, chip: string) =>
    adviceIn(
      `Open On-Chip Debugger ${version}\n${chip}\nWarn : Cannot identify target as an STM32G0/G4/L4/L4+/L5/WB/WL family device.\nError: auto_probe failed\n`,
    );

  it.each([
    [
      "0.12.0",
      "[stm32c0x.cpu] halted",
      "The STM32C0 is known to OpenOCD from its master after 0.12.0 on, and to ST's",
    ],
    ["0.11.0", "Info : device id = 0x20016482", "The STM32U5 is known to OpenOCD from 0.12.0 on"],
    ["0.12.0", "[stm32u3.cpu] halted", "The STM32U3 is known to OpenOCD's master of September 2025"],
    ["0.12.0", "target/stm32h7s.cfg", "The STM32H7RS is known to OpenOCD's master"],
  ])("in %s (%s) comes with the release that does", (version, chip, advice) => {
    expect(says(version, chip)).toContain(advice);
  });

  it("is of another family than the config", () => {
    const advice = says(
      "0.12.0",
      "Info : stm32f3x.cpu: hardware has 4 breakpoints\nInfo : device id = 0x20006448",
    );
    expect(advice).toContain(
      "The chip says that it is of the family STM32F0 (device id 0x20006448), and the config is for the STM32F3",
    );
  });

  it("is no matter of the release where that knows it, or the log does not say which it is", () => {
    expect(says("0.12.0", "[stm32l4x.cpu] halted")).not.toContain("is known to");
    expect(says("0.12.0", "halted")).not.toContain("is known to");
    expect(adviceIn("[stm32f3x.cpu] halted\nError: Cannot identify target as a stm32x\n")).not.toContain(
      "is known to",
    );
  });
});

describe("logs of other programs", () => {
  it.each([
    [
      "STMicroelectronics ST-LINK GDB server. Version 7.5.0\n\nError in initializing ST-LINK device.\nReason: No device found on target.\n",
      "ST-LINK GDB server",
      "other-chip-silent",
    ],
    [
      "   STM32CubeProgrammer v2.17.0\nError: No STM32 target found! If your product embeds Debug Authentication, …\n",
      "STM32CubeProgrammer",
      "other-chip-silent",
    ],
    [
      "  : ST-LINK SN  : 38FF6F\n   : Error: Unable to get core ID\n",
      "STM32CubeProgrammer",
      "other-chip-silent",
    ],
    [
      "Running `probe-rs run --chip RP2040`\nError: Connecting to the chip was unsuccessful.\n\nCaused by:\n    2: Target device did not respond to request.\n",
      "probe-rs",
      "other-chip-silent",
    ],
    ["$ pyocd gdbserver\n0000364:CRITICAL:__main__:No ACK received\n", "pyOCD", "other-chip-silent"],
    [
      "SEGGER J-Link Commander V7.86f (Compiled Mar 29 2023)\nVTref=3.140V\nCannot connect to target.\n",
      "J-Link Commander",
      "other-chip-silent",
    ],
  ])("%j", (log, program, id) => {
    const { isOpenocds, program: found, diagnoses } = explainLog(log);
    expect([found, diagnoses.map((one) => one.id)]).toEqual([program, [id]]);
    expect(isOpenocds).toBe(false);
  });

  it("keep their errors where these are unknown", () => {
    const { diagnoses, unknown } = explainLog(
      "$ pyocd flash\n0000545 C The moon is full [__main__]\n$ cargo flash\n       Error failed to flash x\n",
    );
    expect([diagnoses, unknown.map(({ message }) => message)]).toEqual([
      [],
      ["The moon is full", "failed to flash x"],
    ]);
  });

  it("are known without an error in them", () => {
    expect(
      explainLog("STMicroelectronics ST-LINK GDB server. Version 5.9.1\nST-LINK device status: HALT_MODE\n"),
    ).toMatchObject({
      program: "ST-LINK GDB server",
      diagnoses: [],
      unknown: [],
    });
  });
});

it("says of an old release what its scripts are called", () => {
  const log = (version: string) =>
    `Open On-Chip Debugger ${version}\nembedded:startup.tcl:60: Error: Can't find interface/stlink.cfg\n`;
  expect(adviceIn(log("0.10.0"))).toContain("stlink-v2.cfg or stlink-v2-1.cfg");
  expect(adviceIn(log("0.12.0"))).not.toContain("stlink-v2-1.cfg");
});

it("knows the recursion by a stack whose error is cut off", () => {
  const frames = Array.from(
    { length: 3 },
    () =>
      `> in procedure 'swj_newdap' called at file "embedded:startup.tcl", line 238\n> in procedure 'hla newtap' called at file "st_scripts/target/swj-dp.tcl", line 28\n`,
  );
  const after =
    "> GDB server session ended. This terminal will be reused, waiting for next session to start...\n";
  expect(idsIn(frames.join("") + after)).toEqual(["swj-newdap-recursion"]);
});

describe("the command of a run", () => {
  const command = "/usr/bin/openocd -s scripts -f board.cfg -c init";
  const run = `${banner}Error: open failed\n`;

  it.each([
    ["typed before", `$ ${command}\n${run}`],
    ["quoted by west after it", `${run}FATAL ERROR: command exited with status 1: ${command}\n`],
    [
      "printed by ninja",
      `FAILED: flash\ncd /build && ${command}\n${run}ninja: build stopped: subcommand failed.\n`,
    ],
    [
      "both",
      `$ ${command}\n${run}make: *** [flash] Error 1\nERROR: command exited with status 1: ${command}\n`,
    ],
  ])("is known: %s", (_, log) => {
    const { openocd, given, command: words, diagnoses } = explainLog(log);
    expect([openocd, given, words?.[0]]).toEqual(["0.12.0", ["board.cfg"], "/usr/bin/openocd"]);
    expect(diagnoses.map(({ id }) => id)).toEqual(["probe-not-found"]);
  });

  it("starts another run where that says something", () => {
    const { command: words, diagnoses } = explainLog(
      `$ openocd -f a.cfg\n${run}$ openocd -f b.cfg\n${banner}Error: No J-Link device found\n`,
    );
    expect([words, diagnoses.map(({ id }) => id)]).toEqual([
      ["openocd", "-f", "b.cfg"],
      ["probe-not-found", "jlink-not-found"],
    ]);
  });
});

it.each([
  ["Open On-Chip Debugger v0.12.0-esp32-20230921 (2023-09-21-13:41)", "0.12.0-esp32-20230921", "0.12.0"],
  [
    "xPack Open On-Chip Debugger 0.12.0+dev-01850-geb6f2745b-dirty (2025-02-07-10:08)",
    "0.12.0+dev-01850-geb6f2745b-dirty",
    "master",
  ],
  ["Open On-Chip Debugger 0.12.0+dev-gcf9c0b4 (2024-09-27-16:25)", "0.12.0+dev-gcf9c0b4", "0.12.0"],
  [
    "Open On-Chip Debugger 0.12.0-00017-gb153daa14 (2023-02-03-14:58) [https://github.com/STMicroelectronics/OpenOCD]",
    "0.12.0-00017-gb153daa14",
    "st-1.12.0",
  ],
])("the version of %s", (line, version, like) => {
  const { openocd } = explainLog(`${line}\nError: open failed\n`);
  expect([openocd, releaseNamed(openocd!).id]).toEqual([version, like]);
});

it("sees that init failed in a log of -d3 without an error", () => {
  const log = `Debug: 214 506 cmsis_dap_usb.c:730 cmsis_dap_swd_read_process(): SWD ack not OK @ 0 JUNK
Debug: 217 515 command.c:626 run_command(): Command 'init' failed with error code -4
User : 218 517 command.c:692 command_run_line():
`;
  expect(idsIn(log)).toEqual(["init-failed"]);
  expect(
    idsIn(
      `Error: 210 500 adi_v5_swd.c:366 swd_connect_single(): Error connecting DP: cannot read IDR\n${log}`,
    ),
  ).toEqual(["debug-port-silent", "init-failed"]);
});
