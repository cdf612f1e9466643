import type { Finding } from "../../check/result.ts";
import type { Diagnosis, DiagnosisPlace, Effect, Sighting, UnknownError } from "../../log/explanation.ts";
import { count } from "../../report/count.ts";
import { paint } from "../../report/paint.ts";
import { pathName } from "../../report/path-name.ts";
import { printableBytes } from "../../report/printable.ts";
import { excerptText } from "../../report/text/excerpt-text.ts";
import { folded } from "../../report/text/folded.ts";
import { listed } from "../../rules/message-text.ts";
import type { ExplainedLog } from "./explained-log.ts";
import { findingsOf, isOnDisk, locationIn } from "./log-scripts.ts";

const WIDTH = 100;

/** What a log shows, for a person: diagnoses by number, and at the end what fixes them. */
export function logText(log: ExplainedLog): string {
  const { name, explanation } = log;
  const { program, openocd, isHla, isVerified, diagnoses, unknown, harmless, omitted } = explanation;
  const version = program ?? (openocd === undefined ? "OpenOCD" : `OpenOCD ${openocd}`);
  const parts = [
    `${paint("bold", printableBytes(name))}: ${version}${isHla ? ", over HLA" : ""}`,
    ...(isVerified ? [verified(diagnoses.length + unknown.length)] : []),
    ...diagnoses.map((diagnosis, i) => diagnosisText(diagnosis, i + 1, log)),
    ...(unknown.length > 0 ? [unknownText(unknown, log)] : []),
    ...(diagnoses.length + unknown.length === 0 && !isVerified ? [nothing(harmless, program)] : []),
    ...(omitted > 0 ? [`${count(omitted, "more line")} of errors; only so many are explained.`] : []),
    ...closing(log),
  ];
  return parts.join("\n\n");
}

function verified(remarks: number): string {
  const done = "The firmware is written and verified.";
  return remarks === 0 ? done : `${done} What OpenOCD said on the way did not keep it from that:`;
}

function diagnosisText(diagnosis: Diagnosis, number: number, log: ExplainedLog): string {
  const { id, what, effects, advice } = diagnosis;
  const [head, ...more] = item(`${number}.`, `${printableBytes(what)} (${id})`);
  return [
    paint("bold", head!),
    ...more.map((line) => paint("bold", line)),
    seen(diagnosis),
    ...(effects.length > 0 ? ["   and so:"] : []),
    ...effects.flatMap((effect) => effectText(effect)),
    ...whereText(diagnosis, log),
    ...advice.flatMap((text) => item("   -", printableBytes(text))),
  ].join("\n");
}

/** A text after a mark, its further lines below the first. */
function item(mark: string, text: string): string[] {
  const indent = " ".repeat(mark.length);
  return folded(text, WIDTH - mark.length - 1).map((line, i) => `${i === 0 ? mark : indent} ${line}`);
}

const LONGEST = 200;

/** The first line that says it, and how often it is said. */
function seen({ lines: [first], times }: Sighting): string {
  const text = printableBytes(first!.text.trim());
  const again = times > 1 ? paint("dim", ` (${count(times, "time")})`) : "";
  return `${paint("dim", gutterOf(first!.number))} ${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}${again}`;
}

function effectText({ lines: [first], what }: Effect): string[] {
  const mark = gutterOf(first!.number);
  const [head, ...more] = item(mark, printableBytes(what));
  return [head!.replace(mark, paint("dim", mark)), ...more];
}

function gutterOf(number: number): string {
  return `${String(number).padStart(6)} |`;
}

/** Where a diagnosis comes from: what our rules find in the scripts, and the places that the log names. */
function whereText(diagnosis: Diagnosis, log: ExplainedLog): string[] {
  const { places, rules, event, target } = diagnosis;
  const findings = findingsOf(diagnosis, log.scripts);
  const found = findings.flatMap((finding) => findingText(finding, log.cwd));
  if (findings.length > 0) return [...found, ...places.flatMap(wayText)];
  if (places.length > 0) {
    const isChecked = rules.length > 0 && places.some(({ at }) => isOnDisk(at, log.scripts));
    return [
      ...places.flatMap((place) => placeText(place, log)),
      ...(isChecked ? item("   ", `l5cfg-fix does not find ${listed(rules)} there, as the file is now`) : []),
    ];
  }
  if (event !== undefined) return [`   in the handler of ${printableBytes(`${event} of ${target}`)}`];
  const named = log.explanation.files.filter((file) => file.endsWith(".cfg"));
  return rules.length > 0 && named.length > 0
    ? [`   in the config of the target: ${printableBytes(listed(named))}`]
    : [];
}

function findingText({ at, rule, message, fix }: Finding, cwd: string): string[] {
  return [
    `   in ${pathName(at.file, cwd)}:${at.line}`,
    ...excerptText(at).map((line) => `     ${line}`),
    ...item("    ", `${rule}: ${printableBytes(message)}`),
    ...(fix === undefined ? [] : [`     ${paint("green", "fix:")} ${printableBytes(fix.title)}`]),
  ];
}

function placeText(place: DiagnosisPlace, { scripts, cwd }: ExplainedLog): string[] {
  const { file, line } = place.at;
  const here = locationIn(place.at, scripts);
  const name = here === undefined ? file : pathName(here.file, cwd);
  return [
    `   in ${printableBytes(name)}:${line}`,
    ...(here === undefined ? [] : excerptText(here).map((text) => `     ${text}`)),
    ...wayText(place),
  ];
}

/** How OpenOCD got there: "in the handler of halted, called from line 143 (ahb_ap_non_secure_access)". */
function wayText({ at, calledFrom, event }: DiagnosisPlace): string[] {
  const calls = calledFrom.map(({ file, line, proc }) => {
    const where = file === at.file ? `line ${line}` : `${file}:${line}`;
    return proc === undefined ? where : `${where} (${proc})`;
  });
  const ways = [
    ...(event === undefined ? [] : [`in the handler of ${event}`]),
    ...(calls.length > 0 ? [`called from ${listed(calls)}`] : []),
  ];
  return ways.length > 0 ? [`   ${printableBytes(ways.join(", "))}`] : [];
}

function unknownText(unknown: readonly UnknownError[], log: ExplainedLog): string {
  const each = unknown.flatMap((one) => [seen(one), ...one.places.flatMap((place) => placeText(place, log))]);
  return [`${paint("bold", "Errors that l5cfg-fix does not know, as they are")}:`, ...each].join("\n");
}

function nothing(harmless: readonly Effect[], program: string | undefined): string {
  if (program !== undefined) return "No error in it that l5cfg-fix knows; it knows OpenOCD's best.";
  const what = harmless.map((one) => `; ${printableBytes(one.what)}`).join("");
  return harmless.length === 0
    ? "No error in it."
    : `No error in it. Messages that look like errors are harmless${what}.`;
}

function closing({ advised, explanation }: ExplainedLog): string[] {
  if (advised === undefined) return [];
  const { fixes, isKnown, isTried, text } = advised;
  const which = explanation.diagnoses.length > 1 ? listed(fixes.map(String)) : "it";
  const config = isKnown ? "" : "; CONFIG is the file that OpenOCD was given with -f";
  const lead = isTried
    ? `To fix ${which}`
    : `To see whether l5cfg-fix can fix ${which}, run this where the config is${config}`;
  return [`${lead}:`, `  ${paint("bold", printableBytes(text))}`];
}
