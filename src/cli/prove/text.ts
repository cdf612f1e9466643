import { hex32 } from "../../hexadecimal.ts";
import type { ConfirmedConfig } from "../../prove/others.ts";
import {
  isProvenRun,
  type Proof,
  type ProveListener,
  type ProvePlan,
  type ProveResult,
} from "../../prove/prove.ts";
import { count } from "../../report/count.ts";
import { paint } from "../../report/paint.ts";
import { printable, printableBytes } from "../../report/printable.ts";
import type { Work } from "../input/work.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** The most error lines of OpenOCD that are shown for a run. */
const mostErrors = 3;

/** To the beginning of the line, and all of it away. */
const CLEAR = "\r\x1b[K";

/** Says how many runs are over while they run, and prints them family by family in the end. */
export function textListener(
  terminal: Terminal,
  { project }: Work,
): ProveListener & { summary(result: ProveResult): void } {
  const { stderr } = terminal.system;
  let size = 0;
  return {
    begin(plan) {
      size = plan.firmware.size;
      terminal.print(head(project.path, plan));
      for (const { name, why, path } of plan.skipped) {
        const instead = path === undefined ? "" : "; it is run up to init instead";
        terminal.say(printable(`not proven: ${name}: ${why}${instead}`));
      }
    },
    progress(ended, all) {
      if (stderr.isTTY) stderr.write(`${CLEAR}${ended < all ? `${ended} of ${all} runs …` : ""}`);
    },
    summary(result) {
      for (const { name, family } of result.subjects) {
        terminal.print(`\n${printable(`${name} (${family})`)}\n${paint("dim", columns)}`);
        for (const proof of result.proofs) if (proof.config === name) terminal.print(row(proof, size));
      }
      for (const one of result.confirmed) terminal.print(confirmedText(one));
      terminal.print(`\n${summary(result)}`);
    },
  };
}

function head(path: string, { binary, firmware, subjects }: ProvePlan): string {
  const { size, seed } = firmware;
  const what =
    seed === undefined ? `${size} bytes of ${firmware.path}` : `${size} random bytes (--seed ${seed})`;
  const boards = [...new Set(subjects.map(({ board }) => board))].join(", ");
  if (subjects.length === 0)
    return printable(`${path}: OpenOCD ${binary.version} (${binary.path}) runs the configs up to init`);
  return printable(
    `${path}: OpenOCD ${binary.version} (${binary.path}) writes ${what} to a virtual ${boards}`,
  );
}

const widths = { transport: 14, side: 8, loads: 5, says: 9, verified: 8, time: 7 };

const columns = line("transport", "config", "loads", "OpenOCD", "verified", "time", "flash");

function line(
  transport: string,
  side: string,
  loads: string,
  says: string,
  verified: string,
  time: string,
  flash: string,
): string {
  const cells = [
    transport.padEnd(widths.transport),
    side.padEnd(widths.side),
    loads.padEnd(widths.loads),
    says.padEnd(widths.says),
    verified.padEnd(widths.verified),
    time.padStart(widths.time),
    flash,
  ];
  return `  ${cells.join("  ")}`.trimEnd();
}

function row(proof: Proof, size: number): string {
  const { transport, side, loads, success, verified, milliseconds, cut, errors } = proof;
  const says = cut ?? (success ? "success" : "failed");
  const time = `${(milliseconds / 1000).toFixed(1)} s`;
  const yes = (is: boolean) => (is ? "yes" : "no");
  const text = line(transport, side, yes(loads), says, yes(verified), time, flashState(proof, size));
  const shown = isProvenRun(proof)
    ? []
    : errors.slice(0, mostErrors).map((error) => `    ${printableBytes(error)}`);
  return [paint(isProvenRun(proof) ? "green" : "red", text), ...shown].join("\n");
}

function flashState({ equal, programmed, right, firstWrong, success }: Proof, size: number): string {
  if (equal) return "equal";
  const contradiction = success ? ", though OpenOCD says it succeeded" : "";
  if (programmed === 0) return `nothing written${contradiction}`;
  return `${right} of ${size} bytes right, not at ${hex32(firstWrong!)}${contradiction}`;
}

/** A config without a board: what OpenOCD made of it, transport by transport. */
function confirmedText({ config, runs }: ConfirmedConfig): string {
  const rows = runs.map(({ transport, side, says, message, differences: [difference] }) => {
    const why = difference ?? message;
    const text = `  ${transport.padEnd(widths.transport)}  ${side.padEnd(widths.side)}  ${says}${why === undefined ? "" : `: ${why}`}`;
    return paint(difference === undefined ? "dim" : "red", printable(text));
  });
  return `\n${printable(config)} (no virtual board: not flashed)\n${rows.join("\n")}`;
}

function summary(result: ProveResult): string {
  const { confirmed, subjects } = result;
  const accepted = confirmed.filter(({ isAccepted }) => isAccepted).length;
  const others =
    confirmed.length === 0
      ? []
      : [
          `Without a virtual board: OpenOCD accepts ${accepted} of ${count(confirmed.length, "config")}; nothing was flashed.`,
        ];
  return [...(subjects.length === 0 ? [] : [proofSummary(result)]), ...others].join("\n");
}

function proofSummary({ proofs, isPatched }: ProveResult): string {
  const counting = proofs.filter(({ side }) => (side === "patched") === isPatched);
  const proven = counting.filter(isProvenRun).length;
  const isProven = counting.length > 0 && proven === counting.length;
  const note = isPatched ? "" : " There was nothing to patch.";
  const runs = isPatched ? "runs with the patched config" : "runs";
  const verdict = isProven ? "Proven" : "Not proven";
  return `${verdict}: ${proven} of ${counting.length} ${runs} wrote every byte.${note}`;
}
