import type { Level, LevelOf } from "../../check/levels.ts";
import { nearest } from "../../rules/nearest.ts";
import { ruleIds } from "../../rules/rule-texts.ts";
import { UsageError } from "../usage-error.ts";

/** The options that say how findings are reported. */
export interface LevelOptions {
  /** Only these rules. */
  select?: string[];
  /** All but these rules. */
  ignore?: string[];
  /** `RULE=LEVEL`. */
  severity?: string[];
}

const levels: readonly string[] = ["off", "info", "warning", "error"];

/** What these options say; undefined where they say nothing. Throws UsageError. */
export function levelsOf({ select, ignore = [], severity = [] }: LevelOptions): LevelOf | undefined {
  if (select === undefined && ignore.length + severity.length === 0) return undefined;
  const selected = select && new Set(select.map((rule) => known(rule, "--select")));
  const ignored = new Set(ignore.map((rule) => known(rule, "--ignore")));
  const given = new Map(severity.map(assigned));
  return (rule) => {
    if (ignored.has(rule) || (selected && !selected.has(rule))) return "off";
    return given.get(rule);
  };
}

/** The first of the two that says something. */
export function firstOf(one: LevelOf | undefined, other: LevelOf | undefined): LevelOf | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return (rule, file) => one(rule, file) ?? other(rule, file);
}

function assigned(word: string): [rule: string, level: Level] {
  const [rule = "", level = ""] = word.split("=");
  if (levels.includes(level)) return [known(rule, "--severity"), level as Level];
  throw new UsageError(`--severity ${word}: give it as RULE=LEVEL; levels are ${levels.join(", ")}`);
}

function known(rule: string, option: string): string {
  if ((ruleIds as readonly string[]).includes(rule)) return rule;
  const [close] = nearest(rule, ruleIds);
  const advice = close === undefined ? "l5cfg-fix rules lists them" : `did you mean ${close}?`;
  throw new UsageError(`${option} ${rule}: there is no such rule; ${advice}`);
}
