import type { FlashResult, FlashState } from "../../flash/index.ts";
import { regionsOf } from "../../flash/regions.ts";
import { hex32 } from "../../hexadecimal.ts";
import { releaseNamed } from "../../openocd/version.ts";
import type { OverlayAt } from "../../overlay/openocd-command.ts";
import { shellQuote, typingNote } from "../../overlay/shell-quote.ts";
import { staleness } from "../../overlay/staleness.ts";
import { paint } from "../../report/paint.ts";
import { pathFrom } from "../../report/path-name.ts";
import { printable, printableBytes } from "../../report/printable.ts";
import { staleText } from "../../report/text/stale-text.ts";
import { located } from "../explain/log.ts";
import { logText } from "../explain/log-text.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** What the flash holds where the firmware goes. */
const holds: Readonly<Record<FlashState, string>> = {
  untouched: "The flash was not touched.",
  "partly erased":
    "The flash may be erased in parts, and has nothing of the firmware: flash it again before the target is used.",
  "partly written":
    "The flash holds a part of the firmware at most, and is erased where the rest goes: flash it again before the target is used.",
  written: "The flash was written, and not found to hold the firmware.",
  verified: "The firmware is in the flash, and verified.",
  unknown: "What the flash holds is unknown: flash it again before the target is used.",
};

/** Why a run failed, what state the flash is in, what OpenOCD's output means, and the command. */
export async function failureText(terminal: Terminal, result: FlashResult): Promise<string> {
  const { failure, state, plan } = result;
  const isCut = failure!.kind === "cancelled" || failure!.kind === "timeout";
  const kept = state === "written" && isCut ? "The flash was written, and not verified." : holds[state];
  const parts = [
    `${paint("red", "l5cfg-flash:")} ${printable(failure!.message)}. ${kept}${extent(result)}`,
    ...(failure!.kind === "cancelled" ? [] : await causes(terminal, result)),
    `The command was:\n\n  ${shellQuote(plan.command)}${typingNote(plan.command)}`,
  ];
  return parts.join("\n\n");
}

/** More than these say nothing new. */
const mostRegions = 4;

/** The addresses that a run which was not finished had to do with. */
function extent({ state, plan }: FlashResult): string {
  if (state === "untouched" || state === "verified") return "";
  const regions = regionsOf(plan.firmware.image);
  const ranges = regions
    .slice(0, mostRegions)
    .map(({ address, size }) => `${hex32(address)}–${hex32(address + size - 1)}`);
  const more = regions.length > mostRegions ? ` and ${regions.length - mostRegions} more` : "";
  return ` This concerns the sectors of ${ranges.join(", ")}${more}.`;
}

async function causes(terminal: Terminal, result: FlashResult): Promise<string[]> {
  const { explanation, plan, log } = result;
  const { diagnoses, unknown } = explanation!;
  const isKnown = diagnoses.length + unknown.length > 0;
  const named = { name: "What OpenOCD said", explanation: explanation! };
  const explained = isKnown
    ? logText(await located(terminal, named, ".", [plan.overlay.folder]))
    : `OpenOCD's last words:\n\n${lastLines(log)}`;
  return [explained, ...otherVersion(result), ...outOfDate(plan.overlay, terminal.cwd)];
}

const SHOWN = 12;

function lastLines(log: string): string {
  const lines = log.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) return "  none at all";
  return lines
    .slice(-SHOWN)
    .map((line) => `  ${printableBytes(line)}`)
    .join("\n");
}

/** An overlay is for one version of OpenOCD; what fits that need not fit another. */
function otherVersion({ openocd, plan }: FlashResult): string[] {
  const { version } = plan.overlay.manifest.openocd;
  if (openocd === undefined || releaseNamed(openocd).id === releaseNamed(version).id) return [];
  return [
    `The overlay was written for OpenOCD ${version}, and this is ${openocd}: write it again with --openocd ${openocd}, or name another program with --openocd-bin.`,
  ];
}

function outOfDate({ folder, manifest }: OverlayAt, cwd: string): string[] {
  const stale = staleness(folder, manifest);
  return stale.length === 0 ? [] : [staleText(pathFrom(folder, cwd), stale, cwd)];
}
