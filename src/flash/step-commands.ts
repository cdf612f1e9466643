import { hex32 } from "../hexadecimal.ts";
import { tclPath } from "../overlay/tcl.ts";
import { erase } from "./erase.ts";
import type { Firmware } from "./firmware.ts";
import { regionsOf } from "./regions.ts";
import { echo, type StepName } from "./steps.ts";

/** The target's final state; `none` leaves it halted, as it is after writing. */
export type Reset = "run" | "halt" | "none";

// A running target must not be accessed any more.
const resets = { run: "poll off; reset run", halt: "reset halt" };

/** The steps of a run, in order. */
export function stepsOf(verify: boolean, reset: Reset): StepName[] {
  return [
    ...(["connecting", "halting", "erasing", "writing"] as const),
    ...(verify ? (["verifying"] as const) : []),
    ...(reset === "none" ? [] : (["resetting"] as const)),
  ];
}

/**
 * The Tcl of a run, one piece for each `-c`: OpenOCD stops at the first one that fails. `program` consists of the same
 * commands (0.12.0, src/flash/startup.tcl). A mark before each command shows which one failed.
 */
export function stepCommands({ image, path }: Firmware, verify: boolean, reset: Reset): string[] {
  const offset = image.format === "bin" ? hex32(image.sections[0]!.address) : "0";
  const file = `${tclPath(path)} ${offset} ${image.format}`;
  return [
    `${echo("connecting")}; init`,
    `${echo("halting")}; reset init`,
    `${echo("erasing")}; ${erase(regionsOf(image))}`,
    `${echo("writing")}; flash write_image ${file}`,
    ...(verify ? [`${echo("verifying")}; verify_image ${file}`] : []),
    ...(reset === "none" ? [] : [`${echo("resetting")}; ${resets[reset]}`]),
    `${echo("done")}; shutdown`,
  ];
}
