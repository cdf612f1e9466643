import { fileURLToPath } from "node:url";
import { EVENT_NAMES } from "./events.ts";

export const TRANSPORTS = ["jtag", "swd", "dapdirect_swd", "hla_swd"] as const;
export type Transport = (typeof TRANSPORTS)[number];

/** An adapter that can do the transport without hardware, up to `init`. */
const ADAPTER: Record<Transport, string> = {
  jtag: "adapter driver dummy; transport select jtag",
  swd: "adapter driver cmsis-dap; transport select swd",
  dapdirect_swd: "adapter driver st-link; transport select dapdirect_swd",
  hla_swd: "adapter driver hla; hla_layout stlink; hla_vid_pid 0x0483 0x374e; transport select hla_swd",
};

const NO_SERVERS = "gdb_port disabled; tcl_port disabled; telnet_port disabled";

export interface Question {
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
  const { file, transport, searchPaths = [], before = [] } = question;
  const settings = Object.entries({ mark, file, events: EVENT_NAMES.join(" ") });
  const commands = [
    NO_SERVERS,
    ...(transport ? [ADAPTER[transport]] : []),
    ...before,
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
  return fileURLToPath(new URL(`tcl/${name}`, import.meta.url));
}
