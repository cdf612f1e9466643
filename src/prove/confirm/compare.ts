import { decoded } from "../../files/file-names.ts";
import { hex32 } from "../../hexadecimal.ts";
import type { Config } from "../../openocd/model.ts";
import type { ProgramMade } from "./answer.ts";
import type { ProgramAnswer } from "./ask.ts";

/** In what an OpenOCD and our dry run of a config differ, one sentence each; nothing where they say the same. */
export function differencesOf(model: Config, answer: ProgramAnswer): string[] {
  const [problem] = model.problems;
  const isEndless = problem?.code === "stopped" && problem.subject !== "exit";
  const ours = problem === undefined ? "it accepts this" : `it refuses this: ${wordsOf(problem.message)}`;
  switch (answer.says) {
    // There, what comes is for hardware to decide.
    case "init":
    case "unasked":
      return [];
    case "accepted":
      return problem === undefined ? differencesIn(model, answer.made!) : [`it accepts this, not "${ours}"`];
    case "refused":
    case "shutdown":
      return problem === undefined ? [`it refuses this: ${wordsOf(answer.message)}`] : [];
    default:
      return isEndless ? [] : [`${answer.message}, and "${ours}" was expected`];
  }
}

function wordsOf(message: string | undefined): string {
  return decoded(message ?? "") || "without a word";
}

function differencesIn({ targets, flashBanks }: Config, made: ProgramMade): string[] {
  return [
    ...differing(
      "targets",
      targets.map(({ name, type, workArea: { phys, size, backup } }) =>
        targetText({ name, type, phys, size, backup }),
      ),
      made.targets.map(targetText),
    ),
    ...differing("flash banks", flashBanks.map(bankText), made.banks.map(bankText)),
  ];
}

function differing(what: string, ours: readonly string[], its: readonly string[]): string[] {
  if (JSON.stringify(ours) === JSON.stringify(its)) return [];
  return [`it makes other ${what}: ${its.join("; ") || "none"}; expected were: ${ours.join("; ") || "none"}`];
}

function targetText({ name, type, phys, size, backup }: ProgramMade["targets"][number]): string {
  const workArea = size === 0 ? "no work area" : `a work area of ${size} bytes at ${hex32(phys)}`;
  return `${decoded(name)} (${type}) with ${workArea}${backup ? ", kept" : ""}`;
}

function bankText({ driver, base, size }: ProgramMade["banks"][number]): string {
  return `${driver} at ${hex32(base)}${size === 0 ? "" : `, ${size} bytes`}`;
}
