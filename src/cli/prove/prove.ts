import { prove as proveThem } from "../../prove/prove.ts";
import { modelReport } from "../../report/json.ts";
import { proveJson } from "../../report/prove-json.ts";
import { ExitCode } from "../exit-codes.ts";
import { checkedRunOptions, variablesOf } from "../input/run-options.ts";
import { stdinWord } from "../input/stdin.ts";
import { askingTrust } from "../input/trust.ts";
import { workFor } from "../input/work.ts";
import { interrupts } from "../terminal/interrupts.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import type { ProveCommandOptions } from "./options.ts";
import { textListener } from "./text.ts";

/** `l5cfg-fix prove PATH`. Answers the exit status. */
export async function prove(terminal: Terminal, path: string, given: ProveCommandOptions): Promise<number> {
  const options = checkedRunOptions(given, terminal.cwd);
  if (path === stdinWord) throw new UsageError("prove needs a config on disk: OpenOCD has to read it");
  // It is run here, whatever the configs are for.
  const { openocdBin, ...others } = options;
  const { transport: transports, openocd, firmware, seed, board, timeout, unsafe } = others;
  const work = await workFor(terminal, path, others);
  const listener = options.format === "text" ? textListener(terminal, work) : undefined;
  const { signal, release } = interrupts();
  try {
    const result = await askingTrust(
      terminal,
      (trust) =>
        proveThem(
          {
            ...{ scope: work.project, fs: work.options.fs, variables: variablesOf(options.set) },
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
    else terminal.write(modelReport(proveJson(work.project.path, result)));
    if (signal.aborted) return ExitCode.Failure;
    return result.isProven ? ExitCode.Ok : ExitCode.Findings;
  } finally {
    release();
  }
}
