import { L5cfgFixError } from "../errors.ts";
import { nameIn } from "./command-names.ts";
import { RELEASES, type ReleaseId } from "./data/releases.ts";
import { isHla } from "./transport.ts";
import { parseVersion, releaseOf } from "./version.ts";

/** By adapter driver, the first name that this command had. The port follows. */
const FIRST_NAMES = { hla: "hla_use_stlink_server", "st-link": "st-link use_stlink_server" };

/**
 * The command that makes OpenOCD reach its ST-LINK through stlink-server on that port, instead of through USB. It goes
 * behind the script of the adapter, and before `init`. For a version that lies between known ones, the commands of
 * all are tried in turn. Throws L5cfgFixError for what is not a version.
 *
 * @example
 * ```ts
 * import { stlinkServerCommand } from "l5cfg-fix/board";
 *
 * console.log(stlinkServerCommand("dapdirect_swd", 7184, "0.12.0")); // prints st-link backend tcp 7184
 * ```
 */
export function stlinkServerCommand(transport: string, port: number, openocd = "0.12.0"): string {
  const version = parseVersion(openocd);
  if (version === undefined) throw new L5cfgFixError("usage", `${openocd} is not a version of OpenOCD`);
  const { release, exact } = releaseOf(version);
  const driver = isHla(transport) ? "hla" : "st-link";
  const commandIn = (id: ReleaseId) => `${nameIn(FIRST_NAMES[driver], id, driver)} ${port}`;
  const likely = commandIn(release.id);
  if (exact) return likely;
  const all = RELEASES.map(({ id }) => commandIn(id));
  const others = [...new Set(all)].filter((command) => command !== likely);
  return [...others.reverse(), likely].reduce((rest, command) =>
    rest === "" ? command : `if {[catch {${command}}]} {${rest}}`,
  );
}
