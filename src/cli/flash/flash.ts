import { decoded } from "../../files/file-names.ts";
import { type FlashPlan, type FlashResult, planFlash, runPlan } from "../../flash/index.ts";
import { shellQuote } from "../../overlay/shell-quote.ts";
import { printableJson } from "../../report/printable.ts";
import { askingTrust } from "../input/trust.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import { FlashExit } from "./exit-codes.ts";
import { heading, success } from "./headline.ts";
import { type FlashCommandOptions, optionsOf } from "./options.ts";
import { progressLines } from "./progress.ts";

/** `l5cfg-flash FIRMWARE`: flashes, and answers the exit status. */
export async function flashFirmware(
  terminal: Terminal,
  firmware: string | undefined,
  typed: FlashCommandOptions,
): Promise<number> {
  if (typed.list) return (await import("./list.ts")).listAll(terminal, typed);
  if (firmware === undefined)
    throw new UsageError("missing required argument 'firmware'; --help shows the options");
  const options = optionsOf(firmware, typed);
  const plan = await askingTrust(terminal, (trust) => planFlash({ ...options, trust }), typed.trust);
  if (typed.dryRun) return printPlan(terminal, plan, typed);
  const { signal, status } = signals();
  const run = { timeout: options.timeout, signal };
  const result = await (typed.format === "json" ? runPlan(plan, run) : runShown(terminal, plan, run, typed));
  if (typed.format === "json") {
    terminal.write(`${printableJson((await import("./report-json.ts")).resultJson(result), decoded)}\n`);
  }
  if (result.failure === undefined) return FlashExit.Ok;
  return result.failure.kind === "cancelled" ? status() : FlashExit[result.failure.kind];
}

async function printPlan(
  terminal: Terminal,
  plan: FlashPlan,
  { format }: FlashCommandOptions,
): Promise<number> {
  if (format === "json")
    terminal.write(`${printableJson((await import("./report-json.ts")).planJson(plan), decoded)}\n`);
  else terminal.print(shellQuote(plan.command));
  return FlashExit.Ok;
}

/** Runs a plan and says on standard error what happens; what became of it on standard output, where that is good. */
async function runShown(
  terminal: Terminal,
  plan: FlashPlan,
  run: Parameters<typeof runPlan>[1],
  { quiet }: FlashCommandOptions,
): Promise<FlashResult> {
  const lines = quiet ? undefined : progressLines(terminal, plan.steps);
  if (!quiet) terminal.say(heading(plan, terminal.cwd));
  terminal.detail(() => shellQuote(plan.command));
  const result = await runPlan(plan, { ...run, ...(lines && { onProgress: lines.show }) });
  if (result.ok) terminal.print(success(result));
  else {
    lines?.fail(result.failure?.kind === "cancelled" ? "cancelled" : "failed");
    const { failureText } = await import("./failure-text.ts");
    terminal.say(`${quiet ? "" : "\n"}${await failureText(terminal, result)}`);
  }
  return result;
}

/** Statuses of a program that was ended by a signal, as shells have them. */
const endings = { SIGINT: FlashExit.cancelled, SIGTERM: 143, SIGHUP: 129, SIGQUIT: 131 } as const;

/** Cancels the run where this program is to end: OpenOCD must not go on alone. */
function signals(): { signal: AbortSignal; status: () => number } {
  const controller = new AbortController();
  let status: number = FlashExit.cancelled;
  for (const [name, code] of Object.entries(endings)) {
    process.on(name, () => {
      status = code;
      controller.abort();
    });
  }
  return { signal: controller.signal, status: () => status };
}
