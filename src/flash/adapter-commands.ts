import { nameIn } from "../openocd/command-names.ts";
import { ADAPTER_DRIVERS } from "../openocd/data/adapter-drivers.ts";
import type { ReleaseId } from "../openocd/data/releases.ts";
import { names } from "../openocd/data/table.ts";
import { tclWord } from "../overlay/tcl.ts";

/** Tcl that sets the adapter's speed, in kHz. */
export function speedCommand(kHz: number, release: ReleaseId): string {
  return `${nameIn("adapter speed", release, "")} ${kHz}`;
}

/**
 * Tcl that chooses the adapter of that serial number. Before 0.12.0 each driver had a command of its own for it; where the
 * driver is not known beforehand, the one that was chosen decides.
 */
export function serialCommand(serial: string, release: ReleaseId, adapter: string | undefined): string {
  const word = tclWord(serial);
  const name = nameIn("adapter serial", release, adapter ?? "");
  if (name !== undefined) return `${name} ${word}`;
  const arms = names(ADAPTER_DRIVERS, release).flatMap((driver) => {
    const own = nameIn("adapter serial", release, driver);
    return own === undefined ? [] : [`${driver} { ${own} ${word} }`];
  });
  const none = 'default { error "this adapter cannot be chosen by its serial number" }';
  return `switch [${nameIn("adapter name", release, "")}] { ${[...arms, none].join(" ")} }`;
}

/**
 * Tcl that opens no ports: another OpenOCD that runs has them already. Every release has these names, the newest as wrappers
 * (src/server/startup.tcl). A config that has called `init` itself has opened the ports: then it is too late, and no harm.
 */
export const closedPorts = "foreach server {gdb_port tcl_port telnet_port} { catch { $server disabled } }";
