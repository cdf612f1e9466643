import type { Interfaces } from "../manifest/manifest.ts";
import type { ReleaseId } from "../openocd/data/releases.ts";
import { tclWord } from "./tcl-text.ts";

/** USB ids of ST-LINK V2, V2-1 and V3 in their kinds, as OpenOCD 0.12.0's own scripts have them. */
const IDS = ["3744", "3748", "374b", "374d", "374e", "374f", "3752", "3753", "3754"]
  .map((product) => `0x0483 0x${product}`)
  .join(" ");

/**
 * The arms of a Tcl `switch` over the transport that choose ST-LINK's driver: by the script for it, else by its own
 * commands. ST's r1 has `interface` for `adapter driver`; how its `st-link` driver is set up is not known, so that
 * has no arm there without a script.
 */
export function adapterLines({ hla, dap }: Interfaces, release: ReleaseId): string {
  const driver = release === "st-r1" ? "interface" : "adapter driver";
  const forHla = hla ? [script(hla)] : [`${driver} hla`, "hla_layout stlink", `hla_vid_pid ${IDS}`];
  const ownDap = release === "st-r1" ? [] : [`${driver} st-link`, `st-link vid_pid ${IDS}`];
  const forDap = dap ? [script(dap)] : ownDap;
  return [
    ...arm("hla_*", forHla),
    ...(forDap.length > 0 ? ["\t\t\tdapdirect_* -", ...arm("stlink_*", forDap)] : []),
  ].join("\n");
}

function script(name: string): string {
  return `source [find ${tclWord(name)}]`;
}

function arm(pattern: string, commands: readonly string[]): string[] {
  return [`\t\t\t${pattern} {`, ...commands.map((command) => `\t\t\t\t${command}`), "\t\t\t}"];
}
