import type { Finding, FixResult, LeftFinding } from "../../check/result.ts";
import { usualTransports } from "../../openocd/transport.ts";
import { paint } from "../paint.ts";
import { pathName } from "../path-name.ts";
import { printable } from "../printable.ts";
import { isFault } from "../result.ts";
import { excerptText } from "./excerpt-text.ts";

/** What became of a finding. */
export type Outcome = { kind: "found" } | { kind: "fixed" } | { kind: "left"; why?: string };

/**
 * One finding for a person: location, message, the line itself, what else to know, what was done. A note that was `said` of
 * an earlier one is not said again.
 */
export function findingText(
  finding: Finding,
  outcome: Outcome,
  folder: string,
  said: Set<string> = new Set(),
): string {
  const { at, rule, severity, message, notes, transports } = finding;
  const location = `${pathName(at.file, folder)}:${at.line}:${at.column}`;
  // Under all of them is what one expects.
  const isEverywhere =
    transports.length === 0 || usualTransports.every((transport) => transports.includes(transport));
  const under = isEverywhere ? "" : paint("dim", ` (${printable(transports.join(", "))})`);
  const colour = COLOURS[severity];
  return [
    `${paint("bold", location)} ${paint(colour, severity)} ${paint("dim", rule)}${under}`,
    `  ${printable(message)}`,
    ...excerptText(at).map((line) => `    ${line}`),
    ...notes
      .filter((note) => !said.has(note) && said.add(note))
      .map((note) => `  ${paint("cyan", "note:")} ${printable(note)}`),
    `  ${outcomeText(finding, outcome)}`,
  ].join("\n");
}

function outcomeText({ fix }: Finding, outcome: Outcome): string {
  if (fix === undefined) return paint("red", "no automatic fix");
  const title = printable(fix.title);
  if (outcome.kind === "fixed") return `${paint("green", "fixed:")} ${title}`;
  if (outcome.kind === "found") return `${paint("green", "fix:")} ${title}`;
  const why =
    outcome.why ??
    (fix.safety === "unsafe" ? "the fix is not safe; --unsafe applies it" : "it conflicts with another fix");
  return `${paint("red", "left:")} ${printable(why)}`;
}

/** All findings of a fix, those that it fixes first. Remarks are only counted. */
export function fixTexts({ fixed, left }: FixResult, folder: string): string[] {
  const said = new Set<string>();
  return [
    ...fixed.map((finding) => findingText(finding, { kind: "fixed" }, folder, said)),
    ...left.filter(isFault).map((finding) => leftText(finding, folder, said)),
  ];
}

export function leftText(finding: LeftFinding, folder: string, said?: Set<string>): string {
  const { why } = finding;
  return findingText(finding, { kind: "left", ...(why !== undefined && { why }) }, folder, said);
}

const COLOURS = { error: "red", warning: "yellow", info: "blue" } as const;
