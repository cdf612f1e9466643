import type { Outcome } from "./outcome.ts";

/** The counts by directive, as a table. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const head = ["", "mutants", "detected", "repaired", "wrongly"];
  const groups = [...new Set(outcomes.map(({ mutant }) => mutant.directive))].sort();
  const lines = [...groups, "all"].map((group) => {
    const own = outcomes.filter(({ mutant }) => group === "all" || mutant.directive === group);
    return [
      group,
      own.length,
      detected(own).length,
      withVerdict(own, "repaired").length,
      withVerdict(own, "wrong").length,
    ];
  });
  return [head, ...lines]
    .map((cells) =>
      cells.map((cell, i) => (i === 0 ? String(cell).padEnd(20) : String(cell).padStart(10))).join(""),
    )
    .join("\n");
}

/** One line for each mutant that was not repaired. */
export function leftOver(outcomes: readonly Outcome[]): string[] {
  return outcomes
    .filter(({ verdict }) => verdict !== "repaired")
    .map(({ mutant, verdict, found, why }) => {
      const rules = found.length > 0 ? found.join(", ") : "not detected";
      return `${verdict} ${mutant.file}:${mutant.line} ${mutant.cut} (${rules}): ${why}`;
    });
}

export function detected(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ found }) => found.length > 0);
}

export function withVerdict(outcomes: readonly Outcome[], verdict: Outcome["verdict"]): Outcome[] {
  return outcomes.filter((outcome) => outcome.verdict === verdict);
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
