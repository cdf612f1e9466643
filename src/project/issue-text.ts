import type * as v from "valibot";
import { nearest } from "../rules/nearest.ts";
import { ProjectFileError } from "./errors.ts";
import { nameOf, offsetOf, placeAt, type Steps } from "./json-place.ts";
import type { JsonNode } from "./json-text.ts";
import { projectFileShape } from "./project-file-schema.ts";

/** The text that is looked at, and its file. */
export interface Checked {
  text: string;
  file: string;
}

/** What valibot has against a text, with its place and what to do. */
export function errorOf(
  issue: v.BaseIssue<unknown>,
  node: JsonNode,
  { text, file }: Checked,
): ProjectFileError {
  const steps = (issue.path ?? []).map(({ key }) => key as string | number);
  const isUnknown = issue.type === "strict_object" && issue.expected === "never";
  const place = placeAt(text, offsetOf(node, steps, isUnknown), file);
  return new ProjectFileError(
    place,
    isUnknown ? unknownName(steps) : `"${nameOf(steps)}" ${reasonOf(issue)}`,
  );
}

function reasonOf({ type, input, message, expected }: v.BaseIssue<unknown>): string {
  // What is missing has no value to complain of.
  if (input === undefined) return "is missing";
  const words =
    type === "picklist" && typeof input === "string" ? (expected ?? "").match(/(?<=")[^"]+/g) : null;
  const names = (words ?? []).filter((word) => /\w/.test(word));
  return `${message}${guess(String(input), names)}`;
}

function unknownName(steps: Steps): string {
  const name = String(steps.at(-1));
  const isRule = steps.at(-2) === "severities";
  const what = isRule ? "no rule (l5cfg-fix rules lists them)" : "nothing that can be set here";
  return `"${nameOf(steps)}" is ${what}${guess(name, namesAt(steps))}`;
}

function guess(name: string, names: readonly string[]): string {
  const [close] = nearest(name, names);
  return close === undefined ? "" : `; did you mean "${close}"?`;
}

/** The names that may be where an unknown one is. */
function namesAt(steps: Steps): string[] {
  const top = projectFileShape.entries;
  if (steps.length === 1) return Object.keys(top);
  const inRules = top.severities.wrapped.entries;
  if (steps.at(-2) === "severities") return Object.keys(inRules);
  return Object.keys(top.overrides.wrapped.item.entries);
}
