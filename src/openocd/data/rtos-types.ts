import { before, bitOf, idsOf, type ReleaseId, since } from "./releases.ts";
import { unpack } from "./table.ts";

/** An operating system that `TARGET configure -rtos` knows. */
export interface RtosType {
  name: string;
  /** The target types that it knows, where it does not take all. */
  targets: readonly string[] | undefined;
  /** OpenOCD's number for any other type, and what it logs then, `%` standing for the type. */
  refusal: { status: number; log: string };
}

const ALL = since("0.10.0");

/**
 * By releases, in OpenOCD's own order. Source: the programs, asked; for the targets of each 0.12.0, with targets of several
 * types, and its sources.
 */
const rows: readonly (readonly [mask: number, name: string, targets: string, status: number, log: string])[] =
  [
    [
      ALL,
      "ThreadX",
      "arm926ejs|cortex_m|cortex_r4|hla_target",
      -1,
      "Could not find target in ThreadX compatibility list",
    ],
    [
      ALL,
      "FreeRTOS",
      "cortex_m|hla_target|nds32_v3",
      -1,
      "Could not find target in FreeRTOS compatibility list",
    ],
    [ALL, "eCos", "cortex_m", -1, "Could not find target in eCos compatibility list"],
    [ALL, "linux", "", 0, ""],
    [before("st-1.6.0"), "ChibiOS", "cortex_m|hla_target", -1, ""],
    [since("st-1.6.0"), "chibios", "cortex_m|hla_target", -1, ""],
    [since("st-1.4.0"), "Chromium-EC", "cortex_m|hla_target", -4, "Chromium-EC: target not supported: %"],
    [ALL, "embKernel", "cortex_m|hla_target", -1, ""],
    [ALL, "mqx", "cortex_m", -1, 'MQX RTOS - could not find target "%" in MQX compatibility list'],
    [ALL, "uCOS-III", "cortex_m|esirisc", -4, "uCOS-III: target not supported: %"],
    [since("st-1.0.0"), "nuttx", "", 0, ""],
    [
      since("st-1.6.0"),
      "RIOT",
      "cortex_m|hla_target",
      -4,
      "Could not find target in RIOT compatibility list",
    ],
    [
      since("st-1.8.0"),
      "Zephyr",
      "arcv2|cortex_m|cortex_r4|hla_target",
      -4,
      "Could not find target in Zephyr compatibility list",
    ],
    [since("st-1.4.0"), "hwthread", "", 0, ""],
    [since("master"), "rtkernel", "cortex_m|hla_target", -1, ""],
  ];

const types: readonly (RtosType & { mask: number })[] = rows.map(([mask, name, targets, status, log]) => ({
  mask,
  name,
  targets: targets === "" ? undefined : unpack(targets),
  refusal: { status, log },
}));

/** Master has them by the alphabet, save for the last, which is none of its own. */
const inMaster = (a: RtosType, b: RtosType) =>
  Number(a.name === "hwthread") - Number(b.name === "hwthread") ||
  (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);

/** Those that a release knows, in its own order. */
export function rtosTypesOf(release: ReleaseId): readonly RtosType[] {
  const known = types.filter(({ mask }) => mask & bitOf(release));
  return release === "master" ? known.sort(inMaster) : known;
}

/** What a release says of a name that it does not know. */
export function unknownRtos(name: string, release: ReleaseId): string {
  const names = rtosTypesOf(release).map((known) => known.name);
  const start = `Unknown RTOS type ${name}, try one of: ${names.join(", ")},`;
  if (!knowsNoRtos(release)) return `${start}  or auto`;
  return `${start}${release === "master" ? "" : " ,"} auto or none`;
}

/** Whether `-rtos none` takes the operating system away again. */
export function knowsNoRtos(release: ReleaseId): boolean {
  return (since("st-1.11.0") & bitOf(release)) !== 0;
}

/** The releases that know an operating system of that name, however it is written. */
export function releasesWithRtos(name: string): ReleaseId[] {
  const alike = types.filter((known) => known.name.toLowerCase() === name.toLowerCase());
  return idsOf(alike.reduce((mask, known) => mask | known.mask, 0));
}
