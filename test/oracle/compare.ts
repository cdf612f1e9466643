import { parseList } from "../../src/tcl/list.ts";
import type { Answer, ConfigView, Failure, Loaded } from "./answer.ts";

/** What our model says of a config: what it makes, or where and why it fails. */
export type Actual =
  | (ConfigView & { loaded: true })
  | { loaded: false; error: Partial<Pick<Failure, "file" | "line" | "message">> };

/**
 * Where a model and OpenOCD disagree, one line each: `targets[stm32l5x.cpu].workArea.size: expected 65536, actual 0`.
 * Of a failure, what both give is compared.
 */
export function compareAnswers(expected: Answer, actual: Actual): string[] {
  if (expected.loaded && actual.loaded) return compareViews(expected, actual);
  if (!expected.loaded && !actual.loaded) return compareFailures(expected.error, actual.error);
  const wordFor = (side: { loaded: boolean; error?: { message?: string | undefined } }) =>
    side.loaded ? "loads" : `fails (${side.error?.message ?? ""})`;
  return [`loaded: expected ${wordFor(expected)}, actual ${wordFor(actual)}`];
}

/** What a model has of a config, against what OpenOCD has of it. */
export function compareViews(expected: Loaded, actual: ConfigView): string[] {
  const { targets, daps, taps, flashBanks, procs } = expected;
  const variables: ConfigView["variables"] = { ...expected.variables };
  for (const [name, value] of Object.entries(actual.variables)) {
    const array = expected.arrays[name];
    if (typeof value === "object" && array) variables[name] = array;
    if (typeof value === "string" && array && expected.isUnordered && isReordered(array, value))
      variables[name] = value;
  }
  const view = { targets, daps, taps: taps ?? actual.taps, flashBanks, procs, variables };
  return Object.entries(view).flatMap(([key, value]) =>
    differences(key, value, actual[key as keyof ConfigView]),
  );
}

/** Whether a list has just those names and values, in another order. */
function isReordered(array: Readonly<Record<string, string>>, list: string): boolean {
  const words = parseList(list).map(({ value }) => value);
  const names = Object.keys(array);
  return (
    words.length === 2 * names.length && names.every((name) => words[words.indexOf(name) + 1] === array[name])
  );
}

function compareFailures(expected: Failure, actual: Partial<Failure>): string[] {
  return (["file", "line", "message"] as const).flatMap((key) =>
    expected[key] === undefined || actual[key] === undefined
      ? []
      : differences(`error.${key}`, expected[key], actual[key]),
  );
}

function differences(path: string, expected: unknown, actual: unknown): string[] {
  if (Object.is(expected, actual)) return [];
  if (isNamed(expected) && isNamed(actual)) {
    return [
      ...compareLists(`${path} (names)`, expected.map(nameOf), actual.map(nameOf)),
      ...expected.flatMap((item) => {
        const other = actual.find(({ name }) => name === item.name);
        return other ? differences(`${path}[${item.name}]`, item, other) : [];
      }),
    ];
  }
  if (Array.isArray(expected) && Array.isArray(actual)) return compareLists(path, expected, actual);
  if (isRecord(expected) && isRecord(actual)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    // What the program does not say of a target or a flash bank.
    for (const key of ["coreid", "target"])
      if (key in expected && expected[key] === undefined) keys.delete(key);
    return [...keys].flatMap((key) => differences(`${path}.${key}`, expected[key], actual[key]));
  }
  const [wanted, got] = excerpts(expected, actual);
  return [`${path}: expected ${wanted}, actual ${got}`];
}

function compareLists(path: string, expected: unknown[], actual: unknown[]): string[] {
  const [wanted, got] = [JSON.stringify(expected), JSON.stringify(actual)];
  return wanted === got ? [] : [`${path}: expected ${wanted}, actual ${got}`];
}

function nameOf(item: { name: string }): string {
  return item.name;
}

/** A list of things with a name each, no name twice. */
function isNamed(value: unknown): value is { name: string }[] {
  if (!Array.isArray(value) || !value.every((item) => isRecord(item) && typeof item.name === "string")) {
    return false;
  }
  return new Set(value.map(nameOf)).size === value.length;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const EXCERPT = 60;

/** Both values on one line; of long texts the part around the first difference. */
function excerpts(expected: unknown, actual: unknown): string[] {
  const both = [expected, actual];
  if (both.some((value) => typeof value !== "string"))
    return both.map((value) => String(JSON.stringify(value)));
  const [wanted, got] = both as [string, string];
  let same = 0;
  while (same < wanted.length && wanted[same] === got[same]) same++;
  const from = Math.max(0, same - EXCERPT / 3);
  return [wanted, got].map((text) => {
    const to = from + EXCERPT;
    return `${from > 0 ? "…" : ""}${JSON.stringify(text.slice(from, to))}${to < text.length ? "…" : ""}`;
  });
}
