import type { Answer } from "./answer.ts";
import { type Actual, compareAnswers } from "./compare.ts";
import type { Case } from "./corpus.ts";

/** How one config came out. */
export interface Row {
  key: string;
  /** The transport, or `board`. */
  group: string;
  expected: "loaded" | "refused";
  actual: "loaded" | "refused";
  /** Each difference in one line. */
  differences: string[];
}

export function rowOf({ key, transport }: Case, expected: Answer, actual: Actual): Row {
  return {
    key,
    group: transport ?? "board",
    expected: expected.loaded ? "loaded" : "refused",
    actual: actual.loaded ? "loaded" : "refused",
    differences: differencesOf(expected, actual),
  };
}

// A config that ends OpenOCD itself has no error message, and OpenOCD leaves some without a word; then the place counts.
function differencesOf(expected: Answer, actual: Actual): string[] {
  if (expected.loaded || actual.loaded) return compareAnswers(expected, actual);
  const { error } = expected;
  const isSilent = error.reason === "shutdown" || error.message === "";
  return compareAnswers(
    isSilent ? { ...expected, error: { ...error, message: actual.error.message ?? "" } } : expected,
    actual,
  );
}

/** The counts by group, as a table. */
export function tableOf(rows: readonly Row[]): string {
  const head = ["", "configs", "loaded", "by us", "equal", "refused", "by us", "same"];
  const groups = [...new Set(rows.map(({ group }) => group))];
  const lines = [...groups, "all"].map((group) => {
    const own = rows.filter((row) => group === "all" || row.group === group);
    return [group, own.length, ...counts(own, "loaded"), ...counts(own, "refused")].map(String);
  });
  return [head, ...lines]
    .map((cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(14) : cell.padStart(8))).join(""))
    .join("\n");
}

/** How many OpenOCD took so, of these we did, and of these all agrees. */
export function counts(
  rows: readonly Row[],
  outcome: Row["expected"],
): [expected: number, actual: number, same: number] {
  const expected = rows.filter((row) => row.expected === outcome);
  const actual = expected.filter((row) => row.actual === outcome);
  return [expected.length, actual.length, actual.filter((row) => row.differences.length === 0).length];
}
