import { resolve } from "node:path";
import { does } from "../../src/openocd/data/behaviours.ts";
import { COMMANDS } from "../../src/openocd/data/commands.ts";
import { type ReleaseId, releaseById } from "../../src/openocd/data/releases.ts";
import { allNames, has } from "../../src/openocd/data/table.ts";
import { TARGET_EVENTS } from "../../src/openocd/data/target-events.ts";
import { transportsOf } from "../../src/openocd/data/transports.ts";

/** In the order in which they are tried; the last is what ST-LINK's direct access was called at first. */
const ALL_TRANSPORTS = ["jtag", "swd", "dapdirect_swd", "hla_swd", "stlink_swd"] as const;
export type Transport = (typeof ALL_TRANSPORTS)[number];

/** An adapter that can do the transport without hardware, up to `init`, and what is to be said of it. */
const ADAPTER: Record<Transport, readonly [driver: string, more?: string]> = {
  jtag: ["dummy"],
  swd: ["cmsis-dap"],
  dapdirect_swd: ["st-link"],
  hla_swd: ["hla", "hla_layout stlink; hla_vid_pid 0x0483 0x374e"],
  stlink_swd: ["st-link"],
};

/** The transports that a release has; of a name and its newer one only the newer. */
export function transportsIn(release: ReleaseId): Transport[] {
  const all = ALL_TRANSPORTS.filter((one) => transportsOf(ADAPTER[one][0], release)?.includes(one));
  const hasStLink = release !== "0.10.0";
  return all.filter(
    (one) =>
      (ADAPTER[one][0] !== "st-link" || hasStLink) &&
      !(one === "stlink_swd" && all.includes("dapdirect_swd")),
  );
}

/** Those of 0.12.0. */
export const TRANSPORTS = transportsIn("0.12.0");

function chosen(transport: Transport, release: ReleaseId): string {
  const [driver, more] = ADAPTER[transport];
  const command = has(COMMANDS, "adapter driver", release) ? "adapter driver" : "interface";
  return [`${command} ${driver}`, ...(more ? [more] : []), `transport select ${transport}`].join("; ");
}

const NO_SERVERS = "gdb_port disabled; tcl_port disabled; telnet_port disabled";

export interface Question {
  /** The program to ask, where it is not the installed one, and the release that it is of; else 0.12.0. */
  program?: string | undefined;
  release?: ReleaseId | undefined;
  /** As OpenOCD's `-f` takes it. */
  file: string;
  /** Selected before the config, with an adapter. Without it the config stands by itself, as a board file does. */
  transport?: Transport | undefined;
  /** OpenOCD's `-s`, in order. */
  searchPaths?: readonly string[] | undefined;
  /** An empty folder when not given: a `target/` in the current directory shadows the installed one. */
  cwd?: string | undefined;
  /** Commands run before the config, as by `-c`. What they define does not count as the config's. */
  before?: readonly string[] | undefined;
  /** Variables set before the config, as a board file does. */
  variables?: Readonly<Record<string, string>> | undefined;
  /** For each run of OpenOCD, of which a failure may need two. */
  timeoutMs?: number | undefined;
  /** Added to PATH and an empty HOME; the caller's own environment is not passed on. */
  env?: Record<string, string> | undefined;
}

/**
 * OpenOCD's command line for a question.
 *
 * - `tell`: run the config as `-f` does, then tell what it made
 * - `trace`: run it under a trace, then tell which command was the last
 *
 * `mark` is the line written to both outputs where the config's part begins and where the telling begins.
 */
export function commandLine(question: Question, how: "tell" | "trace", mark: string): string[] {
  const { file, transport, searchPaths = [], before = [], variables = {}, release = "0.12.0" } = question;
  const asked = does(releaseById(release), "cget knows coreid") ? ["-coreid"] : [];
  const settings = Object.entries({
    mark,
    file,
    events: [...allNames(TARGET_EVENTS)].join(" "),
    cget: asked.join(" "),
  });
  const commands = [
    NO_SERVERS,
    ...(transport ? [chosen(transport, release)] : []),
    ...before,
    ...Object.entries(variables).map(([name, value]) => `set ${name} {${value}}`),
    // `list` because OpenOCD prints the result of the last command.
    `${settings.map(([name, value]) => `set __oracle_${name} {${value}}`).join("; ")}; list`,
  ];
  return [
    ...searchPaths.flatMap((dir) => ["-s", dir]),
    ...commands.flatMap((command) => ["-c", command]),
    ...["-f", ourScript("before.tcl")],
    ...(how === "tell" ? ["-f", file, "-f", ourScript("after.tcl")] : ["-f", ourScript("trace.tcl")]),
  ];
}

function ourScript(name: string): string {
  return resolve("test/oracle/tcl", name);
}
