import { diskFiles } from "../files/disk-files.ts";
import type { Disk } from "../files/file-system.ts";
import { isFile } from "../install/scripts-folder.ts";
import type { Interfaces } from "../manifest/manifest.ts";
import { loadConfigSync } from "../openocd/load.ts";

/**
 * The names of ST-LINK's scripts, the likeliest first. After 0.12.0 upstream's `stlink.cfg` became the plain one and
 * `stlink-hla.cfg` came to be, so what a file chooses counts, not its name.
 */
const NAMES = {
  hla: ["interface/stlink-hla.cfg", "interface/stlink.cfg"],
  dap: ["interface/stlink-dap.cfg", "interface/stlink.cfg"],
};

/** The scripts for ST-LINK in a search path, as far as this version of OpenOCD can run them. */
export function interfacesIn(
  searchPaths: readonly string[],
  openocd: string,
  disk: Disk = diskFiles,
): Interfaces {
  const choosing = (adapter: string, names: readonly string[]) =>
    names.find((name) => adapterChosenBy(name, searchPaths, openocd, disk) === adapter);
  const hla = choosing("hla", NAMES.hla);
  const dap = choosing("st-link", NAMES.dap);
  return { ...(hla && { hla }), ...(dap && { dap }) };
}

function adapterChosenBy(
  name: string,
  searchPaths: readonly string[],
  openocd: string,
  fs: Disk,
): string | undefined {
  const files = searchPaths.map((folder) => fs.path.join(folder, name));
  const file = files.find((path) => isFile(path, fs));
  return file === undefined ? undefined : loadConfigSync(file, { searchPaths, openocd, fs }).adapter;
}
