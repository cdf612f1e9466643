import type { Answer, Failed } from "./answer.ts";
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

export function rowOf({ key, group }: Pick<Case, "key" | "group">, expected: Answer, actual: Actual): Row {
  return {
    key,
    group,
    expected: expected.loaded ? "loaded" : "refused",
    actual: actual.loaded ? "loaded" : "refused",
    differences: differencesOf(expected, actual),
  };
}

function differencesOf(expected: Answer, actual: Actual): string[] {
  if (expected.loaded || actual.loaded) return compareAnswers(expected, actual);
  const { error } = expected;
  // OpenOCD prints a message without the blanks around it.
  const message = (actual.error.message ?? "").trim();
  return compareAnswers(
    { ...expected, error: { ...error, message: isSaid(expected, message) ? message : error.message } },
    { ...actual, error: { ...actual.error, message } },
  );
}

// A config that ends OpenOCD itself has no error message, and OpenOCD leaves some without a word; then the place counts.
// What OpenOCD logs rather than says may be several lines, the last of which tells most.
function isSaid({ error, log }: Failed, actual: string): boolean {
  const { reason, code, message, logged } = error;
  if (reason === "shutdown" || message === "") return true;
  // Master says only how a command is used, where our words name it.
  const used = /^usage: (\S+)/.exec(actual)?.[1];
  if (used !== undefined && message.split("\n").some((line) => line.trim().startsWith(used))) return true;
  const isLogged = message === logged.join("\n");
  if (!isLogged && code === 1) return false;
  const last = (isLogged ? logged : message.split("\n")).at(-1)!;
  return (
    actual.includes(last) || message.startsWith(actual) || last.startsWith(actual) || log.includes(actual)
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
function counts(
  rows: readonly Row[],
  outcome: Row["expected"],
): [expected: number, actual: number, same: number] {
  const expected = rows.filter((row) => row.expected === outcome);
  const actual = expected.filter((row) => row.actual === outcome);
  return [expected.length, actual.length, actual.filter((row) => row.differences.length === 0).length];
}
