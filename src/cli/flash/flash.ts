import { type FlashPlan, type FlashResult, planFlash, runPlan } from "../../flash/index.ts";
import { shellQuote } from "../../overlay/shell-quote.ts";
import { jsonText } from "../../report/json.ts";
import { askingTrust } from "../paths/trust.ts";
import { paintFor } from "../terminal/colours.ts";
import { FlashExit } from "./exit-codes.ts";
import { heading, success } from "./headline.ts";
import { progressLines } from "./progress.ts";
import { type FlashWords, optionsOf } from "./words.ts";

/** `l5cfg-flash FIRMWARE`: flashes, and answers the exit status. */
export async function flashFirmware(firmware: string, words: FlashWords): Promise<number> {
  const options = optionsOf(firmware, words);
  const plan = await askingTrust((trust) => planFlash({ ...options, trust }), words.trust);
  if (words.dryRun) return printPlan(plan, words);
  const { signal, status } = signals();
  const run = { timeout: options.timeout, signal };
  const result = await (words.format === "json" ? runPlan(plan, run) : runShown(plan, run, words));
  if (words.format === "json") {
    console.log(jsonText((await import("./report-json.ts")).resultJson(result)));
  }
  if (result.failure === undefined) return FlashExit.Ok;
  return result.failure.kind === "cancelled" ? status() : FlashExit[result.failure.kind];
}

async function printPlan(plan: FlashPlan, { format }: FlashWords): Promise<number> {
  if (format === "json") console.log(jsonText((await import("./report-json.ts")).planJson(plan)));
  else console.log(shellQuote(plan.command));
  return FlashExit.Ok;
}

/** Runs a plan and says on standard error what happens; what became of it on standard output, where that is good. */
async function runShown(
  plan: FlashPlan,
  run: Parameters<typeof runPlan>[1],
  { quiet, color }: FlashWords,
): Promise<FlashResult> {
  const paint = paintFor(process.stderr, color);
  const lines = quiet ? undefined : progressLines(process.stderr, paint);
  if (!quiet) console.error(heading(plan));
  const result = await runPlan(plan, { ...run, ...(lines && { onProgress: lines.show }) });
  if (result.ok) console.log(success(result));
  else {
    lines?.fail(result.failure?.kind === "cancelled" ? "cancelled" : "failed");
    const { failureText } = await import("./failure-text.ts");
    console.error(`${quiet ? "" : "\n"}${await failureText(result, paint)}`);
  }
  return result;
}

/** Statuses of a program that was ended by a signal, as shells have them. */
const endings = { SIGINT: FlashExit.cancelled, SIGTERM: 143, SIGHUP: 129, SIGQUIT: 131 } as const;

/** Cancels the run where this program is told to end: OpenOCD must not go on alone. */
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
