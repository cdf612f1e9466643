import { does } from "../openocd/data/behaviours.ts";
import { transportsOf } from "../openocd/data/transports.ts";
import type { Problem, Proc } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import { isHla } from "../openocd/transport.ts";
import type { RuleContext } from "./rule.ts";

/**
 * A command that declares the TAPs of some transports, and the OpenOCD procs that test whether one of these is in use.
 */
interface Newtap {
  command: string;
  asks: readonly string[];
  isOf(transport: string): boolean;
}

const NEWTAPS: readonly Newtap[] = [
  { command: "hla newtap", asks: ["using_hla"], isOf: isHla },
  {
    command: "stlink_dap newdap",
    asks: ["using_stlink_swd", "using_stlink_jtag"],
    isOf: (transport) => /^stlink_(?:swd|jtag)$/.test(transport),
  },
];

/** A proc `swj_newdap` that cannot declare TAPs under the current transport. */
export interface UnknownNewtap {
  proc: Proc;
  /** The command that it would have to use. */
  command: string;
  /** Where it shows: in the proc, or where the TAP is missing. */
  problem: Problem;
  /** All commands of the release that it does not use. */
  unused: readonly Newtap[];
}

/**
 * Whether the scripts' `swj_newdap` does not declare the transport's TAPs, in releases with a separate command for
 * each transport.
 */
export function unknownNewtap({ config, release }: RuleContext): UnknownNewtap | undefined {
  const { transport, problems, procs } = config;
  const proc = procs.find(({ name }) => name === "swj_newdap");
  if (proc === undefined || does(release, "hla newtap is a proc")) return undefined;
  const transports = ["hla", "st-link"].flatMap((adapter) => transportsOf(adapter, release) ?? []);
  const isDirect = transports.includes("dapdirect_swd");
  const unused = NEWTAPS.filter(
    ({ command, isOf }) =>
      !proc.body.includes(command) &&
      transports.some((one) => isOf(one) && !(isDirect && /^stlink/.test(one))),
  );
  const own = unused.find(({ isOf }) => isOf(transport));
  const problem = problems.find((one) => isOfNoTap(one, proc));
  return own && problem && { proc, command: own.command, problem, unused };
}

/** Whether a problem is a missing TAP that the proc should have declared. */
function isOfNoTap({ code, at }: Problem, proc: Proc): boolean {
  if (code === "tap-unknown") return true;
  const isOfProc = at !== undefined && at.file === proc.at.file && isWithin(at, proc.at);
  return isOfProc && (code === "invalid-command" || code === "stopped");
}

function isWithin(a: Place, b: Place): boolean {
  return b.start <= a.start && a.end <= b.end;
}
