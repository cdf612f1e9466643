import type { FlashOptions, Reset, RunOptions } from "../../flash/index.ts";
import { assignment } from "../input/run-options.ts";
import type { OutputOptions } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";

/** The options of `l5cfg-flash`, as they were typed. */
export interface FlashCommandOptions extends OutputOptions {
  overlay?: string;
  address?: string;
  verify: boolean;
  reset: Reset;
  target?: string;
  serial?: string;
  transport?: string;
  speed?: string;
  openocdBin?: string;
  trust?: boolean;
  set: string[];
  command: string[];
  timeout?: string;
  dryRun?: boolean;
  /** Only prints targets and probes. */
  list?: boolean;
  format: "text" | "json";
}

/** What the options of a command line ask for. Throws UsageError for a number that is none. */
export function optionsOf(firmware: string, typed: FlashCommandOptions): FlashOptions & RunOptions {
  const { overlay, verify, reset, target, serial, transport, openocdBin, set, command } = typed;
  return {
    firmware,
    overlay,
    verify,
    reset,
    target,
    serial,
    transport,
    openocdBinary: openocdBin,
    variables: Object.fromEntries(set.map(assignment)),
    commands: command,
    address: number(
      "--address",
      typed.address,
      /^(?:0x[0-9a-f]{1,8}|\d{1,10})$/i,
      "an address such as 0x08000000",
    ),
    speed: number("--speed", typed.speed, /^[1-9]\d{0,5}$/, "a speed in kHz such as 4000"),
    timeout: number("--timeout", typed.timeout, /^\d{1,6}(?:\.\d+)?$/, "a number of seconds"),
  };
}

function number(option: string, word: string | undefined, form: RegExp, what: string): number | undefined {
  if (word === undefined) return undefined;
  if (!form.test(word) || Number(word) >= 2 ** 32) throw new UsageError(`${option} ${word}: give it ${what}`);
  return Number(word);
}
