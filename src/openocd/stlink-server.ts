import { L5cfgFixError } from "../errors.ts";
import { nameIn } from "./command-names.ts";
import { RELEASES, type ReleaseId } from "./data/releases.ts";
import { isHla } from "./transport.ts";
import { matchNamed } from "./version.ts";

/** By adapter driver, the first name that this command had. The port follows. */
const FIRST_NAMES = { hla: "hla_use_stlink_server", "st-link": "st-link use_stlink_server" };

/**
 * The command that makes OpenOCD reach its ST-LINK through stlink-server on that port, instead of through USB. It goes
 * after the script of the adapter, and before `init`. For a version between two known ones, it tries the commands of
 * all in turn. Throws L5cfgFixError for what is not a version, and for one that has no such command.
 *
 * @example
 * ```ts
 * import { stlinkServerCommand } from "l5cfg-fix/board";
 *
 * console.log(stlinkServerCommand("dapdirect_swd", 7184, "0.12.0")); // prints st-link backend tcp 7184
 * ```
 */
export function stlinkServerCommand(transport: string, port: number, openocd = "0.12.0"): string {
  const { release, exact } = matchNamed(openocd);
  const driver = isHla(transport) ? "hla" : "st-link";
  const commandIn = (id: ReleaseId) => {
    const name = nameIn(FIRST_NAMES[driver], id, driver);
    return name === undefined ? [] : [`${name} ${port}`];
  };
  const [likely] = commandIn(release.id);
  if (likely === undefined && exact)
    throw new L5cfgFixError("usage", `OpenOCD ${openocd} cannot use stlink-server`);
  if (likely !== undefined && exact) return likely;
  const others = RELEASES.flatMap(({ id }) => commandIn(id)).reverse();
  const inTurn = new Set(likely === undefined ? others : [likely, ...others]);
  return [...inTurn].reduceRight((rest, command) => `if {[catch {${command}}]} {${rest}}`);
}
