/**
 * Commands that a release does and calls deprecated, where what takes their place is no plain rename. Source: the wrappers in each
 * release's src/jtag/startup.tcl and src/target/startup.tcl, and what the programs print.
 */

import { before, bitOf, type ReleaseId, since } from "./releases.ts";
import { unpack } from "./table.ts";

const ROWS: readonly (readonly [mask: number, commands: string, instead: string])[] = [
  [since("st-1.11.0") & before("master"), "mem2array", "read_memory"],
  [since("st-1.11.0") & before("master"), "array2mem", "write_memory"],
  [since("st-1.4.0"), "jtag_reset", "adapter assert` or `adapter deassert"],
  [since("st-1.8.0"), "aarch64 smp_on|cortex_a smp_on|mips_m4k smp_on", "smp on"],
  [since("st-1.8.0"), "aarch64 smp_off|cortex_a smp_off|mips_m4k smp_off", "smp off"],
  [
    since("st-1.11.0"),
    "bcm2835gpio_jtag_nums|bcm2835gpio jtag_nums|linuxgpiod jtag_nums|am335xgpio jtag_nums",
    "adapter gpio tck`, `tms`, `tdi` and `tdo",
  ],
  [
    since("st-1.11.0"),
    "bcm2835gpio_swd_nums|bcm2835gpio swd_nums|linuxgpiod swd_nums|am335xgpio swd_nums",
    "adapter gpio swclk` and `adapter gpio swdio",
  ],
  [since("st-1.11.0"), "linuxgpiod_gpiochip|linuxgpiod gpiochip", "adapter gpio SIGNAL -chip"],
  ...["tck", "tms", "tdi", "tdo", "swclk", "swdio", "srst", "trst", "led"].map(
    (signal) =>
      [
        since("st-1.11.0"),
        ["bcm2835gpio_", "bcm2835gpio ", "linuxgpiod_", "linuxgpiod ", "am335xgpio "]
          .map((driver) => `${driver}${signal}_num`)
          .join("|"),
        `adapter gpio ${signal}`,
      ] as const,
  ),
];

let decoded: Map<string, readonly [mask: number, instead: string]> | undefined;

/** What to use in place of a command that a release calls deprecated; undefined for all others. */
export function insteadOfDeprecated(name: string, release: ReleaseId): string | undefined {
  decoded ??= new Map(
    ROWS.flatMap(([mask, names, instead]) => unpack(names).map((one) => [one, [mask, instead] as const])),
  );
  const [mask = 0, instead] = decoded.get(name) ?? [];
  return mask & bitOf(release) ? instead : undefined;
}
