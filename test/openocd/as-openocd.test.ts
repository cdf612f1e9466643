import { describe, expect, it } from "vitest";
import { chip, load } from "./memory.ts";

/**
 * What OpenOCD 0.12.0 said, with the adapter `dummy` and the transport `jtag`, of commands in
 * `set code [catch {COMMAND} said]` behind a config that has a tap, a DAP and a target.
 */
const caught: [command: string, code: number, said: string][] = [
  ["adapter speed", -4, ""],
  ["adapter speed 100", 0, "adapter speed: 100 kHz\n"],
  ["adapter speed 0", 0, "adapter speed: RCLK - adaptive\n"],
  ["adapter speed -1", -604, "khz option value ('-1') is not valid\n"],
  ["adapter speed 0b11", -603, "khz option value ('0b11') is not valid\n"],
  ["adapter speed 4294967296", -604, "khz option value ('4294967296') is not valid\n"],
  ["adapter speed 99999999999999999999", -604, "khz option value ('99999999999999999999') is not valid\n"],
  ["adapter speed {}", -603, "khz option value ('') is not valid\n"],
  ["adapter speed 010", 0, "adapter speed: 8 kHz\n"],
  ["adapter speed 1 2", -601, ""],
  ["adapter_khz 5", 0, "adapter speed: 5 kHz\n"],
  ["adapter_khz x", -603, "khz option value ('x') is not valid\n"],
  ["adapter srst delay x", -603, "delay option value ('x') is not valid\n"],
  ["adapter srst delay 5", 0, "adapter srst delay: 5\n"],
  ["adapter srst", 1, ""],
  ["adapter driver", 0, ""],
  ["adapter name x", 1, 'wrong # args: should be "adapter name (no params)"'],
  ["jtag_rclk 10", 0, "RCLK - adaptive\n"],
  ["jtag_rclk x", -603, "khz option value ('x') is not valid\n"],
  ["jtag_ntrst_delay 3", 0, "jtag_ntrst_delay: 3\n"],
  ["reset_config", 0, "none separate\n"],
  [
    "reset_config trst_and_srst connect_assert_srst",
    0,
    "trst_and_srst separate srst_gates_jtag trst_push_pull srst_open_drain connect_assert_srst\n",
  ],
  ["reset_config x", -601, ""],
  ["reset_config none none", -601, ""],
  ["gdb_port a b", -601, ""],
  ["gdb_memory_map x", -601, ""],
  ["gdb_memory_map Enable", 0, ""],
  ["add_script_search_dir", -601, ""],
  ["echo", -4, ""],
  ["echo a b", -4, ""],
  ["transport select a b", 1, 'wrong # args: should be "transport select [too many parameters]"'],
  ["transport select swd", 1, ""],
  ["transport", 1, ""],
  ["using_jtag x", 1, 'wrong # args: should be "using_jtag"'],
  ["flash list x", 1, "wrong # args: should be \"flash list no arguments to 'flash list' command\""],
  ["dap names x", 1, 'wrong # args: should be "dap names Too many parameters"'],
  ["target names x", 1, 'wrong # args: should be "target names Too many parameters"'],
  ["jtag names x", 1, 'wrong # args: should be "x Too many parameters"'],
  ["jtag names", 0, "chip.cpu"],
  ["target current", 0, "chip.cpu"],
  [
    "targets nosuch",
    -4,
    "Target: nosuch is unknown, try one of:\n\n    TargetName         Type       Endian TapName            State       \n--  ------------------ ---------- ------ ------------------ ------------\n 0* chip.cpu           cortex_m   little chip.cpu           unknown\n",
  ],
  ["target", 1, ""],
  ["jtag nosuch", 1, ""],
  ["chip.cpu", 1, ""],
  ["chip.dap nosuch", 1, ""],
  ["hla nosuch", 1, 'invalid command name "hla nosuch"'],
  ["command mode", 0, "config"],
  ["command mode nosuch", 0, "unknown"],
  ["command mode flash bank", 0, "config"],
  ["command mode set", 0, "unknown"],
  ["init x", -601, ""],
  ["mdw 0", 1, 'invalid command name "mdw"'],
  ["find", 1, 'wrong # args: should be "find filename"'],
  ["find {}", 0, "/scripts/"],
  ["find target\\\\swj-dp.tcl", 1, "Can't find target\\swj-dp.tcl"],
  ["source .", 1, 'failed to load file ".": Is a directory'],
  ["source {}", 1, 'couldn\'t read file "": No such file or directory'],
  ["script a b", 1, 'wrong # args: should be "script filename"'],
  ["jtag newtap a b", 1, "Missing CHIP TAP OPTIONS ...."],
  ["jtag newtap a b -irlen", 1, "option: -irlen bad parameter"],
  ["jtag newtap a b -irlen x", 1, "option: -irlen bad parameter"],
  ["jtag newtap a b -enable", 1, "newtap: a.b missing IR length"],
  ["jtag newtap a b -irlen 4 -irmask 0x1f", 1, ""],
  [
    "jtag newtap a b -irlen 4 -nosuch",
    1,
    "Unknown param: -nosuch, try one of: -irlen, -irmask, -ircapture, -enable, -disable, -expected-id, -ignore-version, or -ignore-bypass",
  ],
  ["dap create two.dap", 1, 'wrong # args: should be "two.dap <name> [<dap_options> ...]"'],
  ["dap create two.dap -nosuch", 1, 'wrong # args: should be "two.dap ?name? ..options..."'],
  ["dap create echo -chain-position chip.cpu", 1, "Command: echo Exists"],
  ["dap create two.dap -chain-position nosuch", 1, "-chain-position is invalid"],
  ["dap create two.dap -dp-id x", 1, "create two.dap: bad parameter -dp-id"],
  ["dap create two.dap -dp-id 0x10000000", 1, "create two.dap: -dp-id out of range"],
  ["dap create two.dap -instance-id 16", 1, "create two.dap: -instance-id out of range"],
  ["dap create two.dap -adiv6", 1, 'wrong # args: should be "two.dap ?name? ..options..."'],
  ["target create a b", 1, 'wrong # args: should be "a b <name> <target_type> [<target_options> ...]"'],
  [
    "target create two nosuch -dap chip.dap",
    1,
    "Unknown target type nosuch, try one of arm7tdmi, arm9tdmi, arm920t, arm720t, arm966e, arm946e, arm926ejs, fa526, feroceon, dragonite, xscale, xtensa, cortex_m, cortex_a, cortex_r4, arm11, ls1_sap, mips_m4k, avr, dsp563xx, dsp5680xx, testee, avr32_ap7k, hla_target, nds32_v2, nds32_v3, nds32_v3m, esp32, esp32s2, esp32s3, or1k, quark_x10xx, quark_d20xx, stm8, riscv, mem_ap, esirisc, arcv2, aarch64,  or mips_mips64",
  ],
  ["target create chip.cpu testee -chain-position 0", 1, "Command/target: chip.cpu Exists"],
  [
    "target create two testee -dap chip.dap",
    1,
    "Unknown param: -dap, try one of: -type, -event, -work-area-virt, -work-area-phys, -work-area-size, -work-area-backup, -endian, -coreid, -chain-position, -dbgbase, -rtos, -defer-examine, -gdb-port, or -gdb-max-connections",
  ],
  ["target create two testee -chain-position nosuch", 1, "Tap 'nosuch' could not be found"],
  ["target create two testee -defer-examine", 1, "-chain-position ?name? required when creating target"],
  [
    "target create two cortex_m -chain-position chip.cpu",
    1,
    "target requires -dap parameter instead of -chain-position!",
  ],
  ["target create two cortex_m -dap nosuch", 1, "DAP name invalid!"],
  ["target create two cortex_m -coreid 1", 1, "-dap ?name? required when creating target"],
  ["target create two cortex_m -dap chip.dap -ap-num -1", 1, "Invalid AP number!"],
  ["target create two cortex_m -dap chip.dap -ap-num 300", 1, "Invalid AP number!"],
  ["target create two mem_ap -dap chip.dap", 1, ""],
  ["target create two testee -chain-position chip.cpu -coreid 7", 0, "7"],
  ["target create two arm11 -chain-position chip.cpu", 1, "chip.cpu"],
  ["target create two aarch64 -dap chip.dap -cti nosuch", 1, "CTI name invalid!"],
  ["chip.cpu configure", 1, 'wrong # args: should be "missing: -option ..."'],
  [
    "chip.cpu configure -nosuch",
    1,
    "Unknown param: -nosuch, try one of: -type, -event, -work-area-virt, -work-area-phys, -work-area-size, -work-area-backup, -endian, -coreid, -chain-position, -dbgbase, -rtos, -defer-examine, -gdb-port, or -gdb-max-connections",
  ],
  ["chip.cpu configure -type x", 1, "not settable: -type"],
  [
    "chip.cpu configure -endian",
    1,
    "chip.cpu configure: Unknown: -endian, try one of: big, little, be, or le",
  ],
  ["chip.cpu configure -endian middle", 1, "-endian: Unknown: middle, try one of: big, little, be, or le"],
  ["chip.cpu configure -coreid x", 1, 'expected integer but got "x"'],
  ["chip.cpu configure -coreid", 1, ""],
  ["chip.cpu configure -coreid 0xffffffff", 0, "-1"],
  ["chip.cpu configure -work-area-phys 0xffffffffffffffff", 0, "-1"],
  ["chip.cpu configure -work-area-size 0x100000001", 0, "1"],
  ["chip.cpu configure -work-area-backup 7", 0, "1"],
  ["chip.cpu configure -event", 1, 'wrong # args: should be "-event ?event-name? ..."'],
  ["chip.cpu configure -event reset-init", 1, 'wrong # args: should be "-event ?event-name? ?EVENT-BODY?"'],
  [
    "chip.cpu configure -event reset-init x y",
    1,
    'wrong # args: should be "x y -event ?event-name? ?EVENT-BODY?"',
  ],
  ["chip.cpu configure -rtos FreeRTOS", 0, ""],
  [
    "chip.cpu configure -rtos nosuch",
    1,
    "Unknown RTOS type nosuch, try one of: ThreadX, FreeRTOS, eCos, linux, chibios, Chromium-EC, embKernel, mqx, uCOS-III, nuttx, RIOT, Zephyr, hwthread, , auto or none",
  ],
  ["chip.cpu configure -gdb-max-connections -5", 0, "-1"],
  ["chip.cpu configure -dap nosuch", 1, "DAP name invalid!"],
  ["chip.cpu cget", 1, 'wrong # args: should be "missing: -option ..."'],
  [
    "chip.cpu cget -nosuch",
    1,
    "Unknown param: -nosuch, try one of: -type, -event, -work-area-virt, -work-area-phys, -work-area-size, -work-area-backup, -endian, -coreid, -chain-position, -dbgbase, -rtos, -defer-examine, -gdb-port, or -gdb-max-connections",
  ],
  ["chip.cpu cget -type", 0, "cortex_m"],
  ["chip.cpu cget -dap", 0, "chip.dap"],
  ["chip.cpu cget -ap-num", 1, "AP number not configured"],
  ["chip.cpu cget -gdb-port", 0, "undefined"],
  ["chip.cpu cget -gdb-max-connections", 0, "1"],
  ["chip.cpu cget -rtos", 1, ""],
  ["chip.cpu cget -type x", 1, 'wrong # args: should be "x NO PARAMS"'],
  ["chip.cpu cget -event reset-init", 0, ""],
  ["chip.cpu cget -event reset-init x", 1, 'wrong # args: should be "x -event ?event-name?"'],
  ["chip.cpu cget -defer-examine", 0, ""],
  ["cortex_m reset_config x", -601, ""],
  ["cortex_m reset_config sysresetreq", 0, "cortex_m reset_config sysresetreq\n"],
  ["chip.cpu cortex_m reset_config vectreset", 0, "cortex_m reset_config vectreset\n"],
  ["chip.cpu curstate", 1, ""],
  ["flash bank f", -601, ""],
  ["flash bank f nosuch 0 0 0 0 chip.cpu", -4, ""],
  ["flash bank f stm32l4x 0 0 0 0 nosuch", -4, ""],
  ["flash bank f stm32l4x x 0 0 0 chip.cpu", -603, "c->base option value ('x') is not valid\n"],
  ["flash bank f stm32l4x 0 -1 0 0 chip.cpu", -604, "c->size option value ('-1') is not valid\n"],
  ["flash bank f stm32l4x 0 0 08 0 chip.cpu", -603, "c->chip_width option value ('08') is not valid\n"],
  ["flash bank f cfi 0 0 3 1 chip.cpu", -900, ""],
  ["flash bank f virtual 0 0 0 0 chip.cpu", -601, ""],
  ["flash bank f virtual 0 0 0 0 chip.cpu g", -902, ""],
  ["flash bank f nrf5 1 0 0 0 chip.cpu", -4, ""],
  ["flash bank f max32xxx 0 0 0 0 chip.cpu", -900, ""],
  ['string length "a[adapter speed x]b"', 1, "khz option value ('x') is not valid\n"],
  ["expr {[adapter speed x] + 1}", -603, "khz option value ('x') is not valid\n"],
  ["if {[adapter speed x]} {}", -603, "khz option value ('x') is not valid\n"],
  ["foreach x {1 2} {adapter speed x}", -603, "khz option value ('x') is not valid\n"],
];

describe("what a command says to a script that catches it", () => {
  it.each(caught)("%s", (command, code, said) => {
    const { variables } = load(`${chip}set code [catch {${command}} said]\n`, { transport: "jtag" });
    expect({ code: Number(variables.code), said: variables.said }).toEqual({ code, said });
  });
});

/** Where and with what words OpenOCD 0.12.0 gives up. What it only logs is the message. */
const refused: [name: string, text: string, transport: string, line: number, message: string][] = [
  ["a number of its own", "\nadapter speed", "jtag", 2, "BUG: unknown adapter clock mode"],
  [
    "such a number in a proc",
    "proc p {} {\n  adapter speed x\n}\np",
    "jtag",
    2,
    "Invalid command argument: khz option value ('x') is not valid",
  ],
  [
    "such a number after an error that was caught",
    "catch {error before}\nadapter speed x",
    "jtag",
    2,
    "Invalid command argument: khz option value ('x') is not valid",
  ],
  [
    "an unknown adapter",
    "adapter driver nosuch",
    "",
    1,
    "The specified debug interface was not found (nosuch)",
  ],
  ["an unknown flag", "\n\nreset_config x", "jtag", 3, "unknown reset_config flag (x)"],
  ["break outside of a loop", "set x 1\nbreak", "jtag", 2, '"break" outside of what it could end'],
  ["a return with a code", "set x 1\nreturn -code 5 x", "jtag", 2, "x"],
  ["a code thrown", "proc p {} {\n  throw 7 gone\n}\np", "jtag", 2, "gone"],
  [
    "two plain DAPs on one SWD line",
    "swd newdap a b\\\n -irlen 4\ndap create d -chain-position a.b -adiv5\ndap create e -chain-position a.b -adiv5",
    "swd",
    4,
    "Two or more SWD non multidrop DAPs are not supported",
  ],
  [
    "an instruction mask that does not fit",
    "jtag newtap a b -irlen 4 -irmask 0x1f",
    "jtag",
    1,
    "a.b: IR mask 1f too big",
  ],
  [
    "a type that HLA does not drive",
    "swd newdap a b -irlen 4\ntarget create t cortex_a -chain-position a.b",
    "hla_swd",
    2,
    "The selected transport doesn't support this target",
  ],
  [
    "a memory access port without its number",
    `${chip}target create two mem_ap -dap chip.dap`,
    "jtag",
    4,
    "AP number not specified",
  ],
];

describe("what ends a config", () => {
  it.each(refused)("%s", (_, text, transport, line, message) => {
    const { problems } = load(text, transport === "" ? {} : { transport });
    expect(problems).toMatchObject([{ file: "a.cfg", line, message }]);
  });

  it("names OpenOCD's own script where the config's text is not at fault", () => {
    const { problems } = load("return -code error gone", { transport: "jtag" });
    expect(problems).toMatchObject([{ file: "embedded:startup.tcl", line: 28, message: "gone" }]);
  });

  it("leaves a handler behind only with its target", () => {
    const { events, targets } = load(
      `${chip}catch {target create two testee -chain-position chip.cpu -event halted {x} -coreid x}`,
      { transport: "jtag" },
    );
    expect({ events, targets: targets.length }).toEqual({ events: [], targets: 1 });
  });
});

describe("flash banks", () => {
  it.each([
    ["stm32l4x 0 0", { base: 0x08000000, size: 0 }],
    ["aducm360 0x1000 0x1000", { base: 0, size: 0x20000 }],
    ["stm32f1x 0xffffffffffff0000 010", { base: 0xffffffffffff0000, size: 8 }],
  ])("%s", (words, bank) => {
    const { flashBanks } = load(`${chip}flash bank f ${words} 0 0 chip.cpu`, { transport: "jtag" });
    expect(flashBanks).toMatchObject([bank]);
  });
});
