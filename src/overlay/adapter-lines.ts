import type { Interfaces } from "../manifest/manifest.ts";
import { COMMANDS } from "../openocd/data/commands.ts";
import type { ReleaseId } from "../openocd/data/releases.ts";
import { has } from "../openocd/data/table.ts";
import { joinTcl, Tcl, tcl } from "./tcl.ts";

/** USB ids of ST-LINK V2, V2-1 and V3 in their kinds, as OpenOCD 0.12.0's own scripts have them. */
const IDS = new Tcl(
  ["3744", "3748", "374b", "374d", "374e", "374f", "3752", "3753", "3754"]
    .map((product) => `0x0483 0x${product}`)
    .join(" "),
);

/**
 * The arms of a Tcl `switch` over the transport that choose ST-LINK's driver: by the script for it, else by its own
 * commands. Before ST's 1.4 there is `interface` for `adapter driver`; how its `st-link` driver is set up is not
 * known, so that has no arm there without a script.
 */
export function adapterLines({ hla, dap }: Interfaces, release: ReleaseId): Tcl {
  const hasGroup = has(COMMANDS, "adapter driver", release);
  const driver = hasGroup ? tcl`adapter driver` : tcl`interface`;
  const forHla = hla
    ? [script(hla)]
    : [tcl`${driver} hla`, tcl`hla_layout stlink`, tcl`hla_vid_pid ${idsFor(release)}`];
  const ownDap = hasGroup ? [tcl`${driver} st-link`, tcl`st-link vid_pid ${IDS}`] : [];
  const forDap = dap ? [script(dap)] : ownDap;
  const lines = [
    ...arm(tcl`hla_*`, forHla),
    ...(forDap.length > 0 ? [tcl`\t\t\tdapdirect_* -`, ...arm(tcl`stlink_*`, forDap)] : []),
  ];
  return joinTcl(lines, "\n");
}

/** 0.10.0 takes one pair: that of ST-LINK V2-1, which is on most of ST's boards. */
function idsFor(release: ReleaseId): Tcl {
  return release === "0.10.0" ? new Tcl("0x0483 0x374b") : IDS;
}

function script(name: string): Tcl {
  return tcl`source [find ${name}]`;
}

function arm(pattern: Tcl, commands: readonly Tcl[]): Tcl[] {
  return [tcl`\t\t\t${pattern} {`, ...commands.map((command) => tcl`\t\t\t\t${command}`), tcl`\t\t\t}`];
}
