import { before, bitOf, type Release, since, UP_TO_0_11 } from "./releases.ts";

/** Procs of OpenOCD's own in which errors of a config can come up. */
export type StartupProc = (typeof order)[number];

const order = [
  "script",
  "default_to_jtag",
  "jtag",
  "jtag_rclk",
  "jtag_ntrst_delay",
  "jtag_ntrst_assert_width",
  "using_jtag",
  "using_swd",
  "using_hla",
  "hla",
  "hla newtap",
] as const;

/** By releases, the lines of the start-up script on which those procs begin. Source: the sources' start-up scripts, put together. */
const ROWS: readonly (readonly [mask: number, lines: readonly number[]])[] = [
  [bitOf("0.10.0"), [59, 157, 166, 170, 174, 178, 392, 397, 402]],
  [before("st-1.4.0"), [62, 168, 177, 181, 185, 189, 551, 556, 561]],
  [since("st-1.4.0") & before("st-1.6.0"), [25, 122, 131, 135, 139, 143, 444, 449, 454]],
  [since("st-1.6.0") & UP_TO_0_11, [25, 122, 131, 135, 139, 143, 434, 439, 444, 260, 264]],
  [since("st-1.8.0") & before("st-1.11.0"), [25, 123, 132, 136, 140, 144, 933, 938, 943, 231, 236]],
  [since("st-1.11.0") & before("master"), [27, 149, 158, 162, 166, 170, 1349, 1354, 1359, 317, 322]],
  [since("master"), [87, 209, 218, 222, 226, 230, 1670, 1675, 1680, 384, 389]],
];

/** The line on which a proc begins; 0 where the release has none. */
export function startupLine(proc: StartupProc, release: Release): number {
  const lines = ROWS.find(([mask]) => (mask & bitOf(release.id)) !== 0)?.[1];
  return lines?.[order.indexOf(proc)] ?? 0;
}
