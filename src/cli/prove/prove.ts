import { prove as proveThem } from "../../prove/prove.ts";
import { jsonText } from "../../report/json.ts";
import { UsageError } from "../errors.ts";
import { ExitCode } from "../exit-codes.ts";
import { checkShared, type SharedOptions, variablesOf } from "../paths/inputs.ts";
import { stdinWord } from "../paths/stdin.ts";
import { askingTrust } from "../paths/trust.ts";
import { workFor } from "../paths/work.ts";
import { proveJson } from "./json.ts";
import { textListener } from "./text.ts";

export interface ProveCommandOptions extends SharedOptions {
  format: "text" | "json";
  openocdBin?: string;
  trust?: boolean;
  firmware?: string;
  seed?: number;
  board?: string;
  timeout: number;
  unsafe?: boolean;
  color: boolean;
}

/** `l5cfg-fix prove PATH`. Answers the exit status. */
export async function prove(path: string, options: ProveCommandOptions): Promise<number> {
  checkShared(options);
  if (path === stdinWord) throw new UsageError("prove needs a config on disk: OpenOCD has to read it");
  const { transport: transports, openocd, openocdBin, firmware, seed, board, timeout, unsafe } = options;
  const work = await workFor(path, options);
  const listener = options.format === "text" ? textListener(work, options) : undefined;
  const { signal, release } = interrupts();
  try {
    const result = await askingTrust(
      (trust) =>
        proveThem(
          {
            ...{ scope: work.scope, fs: work.fs, variables: variablesOf(options.set) },
            ...{
              transports,
              openocd,
              openocdBinary: openocdBin,
              firmware,
              seed,
              board,
              timeout,
              signal,
              trust,
            },
            unsafe: unsafe ?? false,
          },
          listener,
        ),
      options.trust,
    );
    if (listener) listener.summary(result);
    else console.log(jsonText(proveJson(work, result)));
    if (signal.aborted) return ExitCode.Trouble;
    return result.isProven ? ExitCode.Ok : ExitCode.Findings;
  } finally {
    release();
  }
}

/** Ctrl-C and its like end what is running, and leave nothing behind. */
function interrupts(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const names = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const;
  for (const name of names) process.on(name, abort);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of names) process.off(name, abort);
    },
  };
}
