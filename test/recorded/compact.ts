import { createHash } from "node:crypto";
import { does } from "../../src/openocd/data/behaviours.ts";
import { COMMANDS } from "../../src/openocd/data/commands.ts";
import type { Release } from "../../src/openocd/data/releases.ts";
import { has } from "../../src/openocd/data/table.ts";
import { parseList } from "../../src/tcl/list.ts";
import type { Answer, ConfigView, Failure, TargetView } from "../oracle/answer.ts";
import type { Actual } from "../oracle/compare.ts";

/** An answer as it is stored: what is empty is left out, and of long texts there is the beginning and a hash. */
export type Compact = CompactView | CompactFailure;

type CompactView = { [K in Exclude<keyof ConfigView, "targets" | "taps">]?: ConfigView[K] } & {
  targets?: readonly SlimTarget[];
  /** Null where the program cannot be asked. */
  taps?: string[] | null;
};

/** A target without what it has when nothing was said. */
type SlimTarget = Partial<TargetView>;

const plain: Omit<TargetView, "name" | "type"> = {
  endian: "little",
  coreid: 0,
  workArea: { phys: 0, virt: 0, size: 0, backup: false },
  events: {},
};

function slim(target: TargetView): SlimTarget {
  const usual = plain as Partial<TargetView>;
  const isUsual = (name: string, value: unknown) =>
    JSON.stringify(value) === JSON.stringify(usual[name as keyof TargetView]);
  return Object.fromEntries(Object.entries(target).filter(([name, value]) => !isUsual(name, value)));
}

interface CompactFailure {
  readonly no: string;
  /** Only where it is not in the config itself. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly code?: number | undefined;
  readonly reason?: Failure["reason"];
  readonly logged?: readonly string[];
}

const LONGEST = 60;

function short(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST / 2)}…${createHash("sha256").update(text, "latin1").digest("hex").slice(0, 12)}`;
}

/** The same of each text in a value. */
function shortened<T>(value: T): T {
  if (typeof value === "string") return short(value) as T;
  if (Array.isArray(value)) return value.map(shortened) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shortened(one)])) as T;
}

/** Our model's answer with its texts as short as those recorded. */
export function shortActual(actual: Actual): Actual {
  return actual.loaded ? shortened(actual) : actual;
}

/** What is stored of an answer. `folder` is where the scripts are, which has another name elsewhere. */
export function compact(answer: Answer, folder: string): Compact {
  if (answer.loaded) {
    const { targets, daps, taps, flashBanks, procs, variables } = answer;
    const view = shortened({
      targets: targets.map(slim),
      daps,
      flashBanks,
      procs,
      variables,
      taps: taps ?? null,
    });
    return Object.fromEntries(
      Object.entries(view).filter(([, value]) => value === null || Object.keys(value).length > 0),
    );
  }
  const { message, file, line, code, reason, logged } = answer.error;
  return {
    no: message,
    ...(file !== undefined && file !== "a.cfg" && { file: file.replace(folder, "") }),
    ...(line !== undefined && { line }),
    ...(code !== undefined && code !== 1 && !Number.isNaN(code) && { code }),
    ...(reason !== "error" && { reason }),
    ...(logged.length > 0 && logged.join("\n") !== message && { logged }),
    ...(logged.length > 0 && logged.join("\n") === message && { logged: [] }),
  };
}

/** Those of the variables that can be read as an array. */
function arraysIn(variables: Readonly<Record<string, string>>): Record<string, Record<string, string>> {
  const lists = Object.entries(variables).map(
    ([name, text]) => [name, parseList(text).map(({ value }) => value)] as const,
  );
  const even = lists.filter(([, words]) => words.length > 0 && words.length % 2 === 0);
  return Object.fromEntries(even.map(([name, words]) => [name, pairs(words)]));
}

function pairs(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1]!]] : [])));
}

/** The answer that was stored. */
export function expanded(stored: Compact, folder: string, release: Release): Answer {
  if (!("no" in stored)) {
    const { daps = [], procs = {} } = stored;
    const flashBanks = (stored.flashBanks ?? []).map((bank) => ({ ...bank, target: bank.target }));
    const taps = stored.taps === null ? undefined : (stored.taps ?? []);
    const variables = (stored.variables ?? {}) as Record<string, string>;
    const coreid = does(release, "cget knows coreid") ? 0 : undefined;
    const targets = (stored.targets ?? []).map((one) => ({ ...plain, coreid, ...one }) as TargetView);
    const view = { targets, daps, taps, flashBanks, procs, variables, arrays: arraysIn(variables) };
    const isUnordered = !has(COMMANDS, "ipdbg", release.id);
    return { loaded: true, initialised: false, isUnordered, ...view, log: [], warnings: [], errors: [] };
  }
  const { no: message, file = "a.cfg", line, code = 1, reason = "error" } = stored;
  const logged = stored.logged?.length === 0 ? message.split("\n") : [...(stored.logged ?? [])];
  const error = {
    message,
    file: file.startsWith("/") ? folder + file : file,
    ...(line !== undefined && { line }),
    code,
    reason,
    logged,
    stack: [],
  };
  return { loaded: false, error, log: logged, warnings: [], errors: [] };
}
