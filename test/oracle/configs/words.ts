import fc, { type Arbitrary } from "fast-check";

/** One of some words, the first ones more often than the rest. */
export function mostly(usual: readonly string[], odd: readonly string[]): Arbitrary<string> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );
}

export const numbers = mostly(
  ["0", "1", "4", "8", "0x10", "0x08000000", "0x20000000", "0x10000", "100"],
  [
    "-1",
    "-0x10",
    "08",
    "010",
    "0b11",
    "0o17",
    "+3",
    "1.5",
    "1e3",
    "{}",
    "abc",
    "12abc",
    "0x",
    "{ 5}",
    "{5 }",
    "0xffffffff",
    "4294967296",
    "0x7fffffffffffffff",
    "0x8000000000000000",
    "0xffffffffffffffff",
    "99999999999999999999",
    "true",
    "-",
  ],
);

export const tapNames = mostly(
  ["chip.cpu", "chip.cpu", "chip.bs", "0"],
  ["1", "7", "-1", "nosuch", "{}", "chip"],
);
export const dapNames = mostly(["chip.dap", "chip.dap", "two.dap"], ["nosuch", "{}", "chip.cpu", "0"]);
export const targetNames = mostly(
  ["chip.cpu", "two.cpu"],
  ["0", "1", "9", "nosuch", "{}", "-1", "{0 }", "0x0"],
);
export const bankNames = mostly(["flash0", "flash1"], ["{}", "chip.cpu", "{a b}"]);

export const transports = mostly(
  ["jtag", "swd", "hla_swd", "dapdirect_swd"],
  ["swim", "hla_jtag", "nosuch", "{}", "JTAG"],
);

export const targetTypes = mostly(
  [
    "cortex_m",
    "cortex_m",
    "cortex_a",
    "mem_ap",
    "hla_target",
    "testee",
    "aarch64",
    "arm7tdmi",
    "riscv",
    "stm8",
  ],
  [
    "cortex_r4",
    "arm11",
    "arm926ejs",
    "arm946e",
    "xscale",
    "mips_m4k",
    "avr",
    "dragonite",
    "quark_d20xx",
    "esirisc",
    "arcv2",
    "ls1_sap",
    "or1k",
    "dsp563xx",
    "dsp5680xx",
    "nosuch",
    "{}",
    "Cortex_M",
    "cortex_mx",
    "-dap",
  ],
);

export const events = mostly(
  ["reset-init", "reset-start", "examine-end", "gdb-attach", "halted", "trace-config"],
  [
    "nosuch",
    "{}",
    "Reset-Init",
    "reset-halt",
    "semihosting-user-cmd-0x100",
    "old-gdb_program_config",
    "setup",
  ],
);

export const bodies = mostly(
  ["{ echo hello }", "{ adapter speed 4000 }", "{}", "{\n\thalt\n\twait_halt\n}"],
  ["{ unclosed \\{ }", "{$x}", "word", '"a b"', "{{}}"],
);

export const flashDrivers = mostly(
  ["stm32l4x", "stm32f1x", "virtual", "cfi", "stm32h7x", "jtagspi", "kinetis", "faux"],
  [
    "nosuch",
    "{}",
    "stm32l5x",
    "STM32L4X",
    "aducm360",
    "lpc2000",
    "at91sam3",
    "psoc6",
    "stmqspi",
    "nrf51",
    "efm32",
  ],
);

export const adapters = mostly(
  ["dummy", "cmsis-dap", "st-link", "hla"],
  ["{}", "jlink", "ftdi", "kitprog", "parport"],
);

/** Words that are wrong nearly everywhere. */
export const strays = fc.constantFrom("-nosuch", "extra", "{}", "-", "--help", "0", "{a b}");

/** A list of words with now and then one too many, or one missing. */
export function spoiled(words: Arbitrary<string[]>): Arbitrary<string> {
  return fc.tuple(words, fc.nat(15), strays, fc.nat(10)).map(([list, how, stray, at]) => {
    const copy = [...list];
    if (how === 0) copy.push(stray);
    if (how === 1) copy.pop();
    if (how === 2) copy.splice(at % (copy.length + 1), 0, stray);
    if (how === 3) copy.splice(at % Math.max(1, copy.length), 1);
    return copy.join(" ");
  });
}
