import type { Effect, Sighting, Trouble, TroublePlace, UnknownError } from "../../log/explanation.ts";
import { count, shown } from "../../report/text.ts";
import type { Finding } from "../../rules/finding.ts";
import { listed } from "../../rules/words.ts";
import type { Paint } from "../terminal/colours.ts";
import { excerpt } from "../terminal/excerpt.ts";
import { folded } from "../terminal/fold.ts";
import { readable } from "../terminal/readable.ts";
import type { ExplainedLog } from "./log.ts";
import { findingsOf, isOnDisk, placeOf } from "./log-scripts.ts";

const WIDTH = 100;

/** What a log shows, for a person: troubles by number, and at the end what fixes them. */
export function logText(log: ExplainedLog, paint: Paint): string {
  const { name, explanation } = log;
  const { openocd, isHla, troubles, unknown, harmless, omitted } = explanation;
  const version = openocd === undefined ? "OpenOCD" : `OpenOCD ${openocd}`;
  const parts = [
    `${paint("bold", readable(name))}: ${version}${isHla ? ", over HLA" : ""}`,
    ...troubles.map((trouble, i) => troubleText(trouble, i + 1, log, paint)),
    ...(unknown.length > 0 ? [unknownText(unknown, log, paint)] : []),
    ...(troubles.length + unknown.length === 0 ? [nothing(harmless)] : []),
    ...(omitted > 0 ? [`${count(omitted, "more line")} of errors, which are too many to tell apart.`] : []),
    ...closing(log, paint),
  ];
  return parts.join("\n\n");
}

function troubleText(trouble: Trouble, number: number, log: ExplainedLog, paint: Paint): string {
  const { id, what, effects, advice } = trouble;
  const [head, ...more] = item(`${number}.`, `${readable(what)} (${id})`);
  return [
    paint("bold", head!),
    ...more.map((line) => paint("bold", line)),
    seen(trouble, paint),
    ...(effects.length > 0 ? ["   and so:"] : []),
    ...effects.flatMap((effect) => effectText(effect, paint)),
    ...whereText(trouble, log, paint),
    ...advice.flatMap((text) => item("   -", readable(text))),
  ].join("\n");
}

/** A text behind a mark, its further lines below the first. */
function item(mark: string, text: string): string[] {
  const indent = " ".repeat(mark.length);
  return folded(text, WIDTH - mark.length - 1).map((line, i) => `${i === 0 ? mark : indent} ${line}`);
}

const LONGEST = 200;

/** The first line that says it, and how often it is said. */
function seen({ lines: [first], times }: Sighting, paint: Paint): string {
  const text = readable(first!.text.trim());
  const again = times > 1 ? paint("dim", ` (${count(times, "time")})`) : "";
  return `${gutter(first!.number, paint)} ${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}${again}`;
}

function effectText({ lines: [first], what }: Effect, paint: Paint): string[] {
  const mark = gutter(first!.number, (_, text) => text);
  const [head, ...more] = item(mark, readable(what));
  return [head!.replace(mark, gutter(first!.number, paint)), ...more];
}

function gutter(number: number, paint: Paint): string {
  return paint("dim", `${String(number).padStart(6)} |`);
}

/** Where a trouble lies: what our rules find in the scripts, and the places that the log names. */
function whereText(trouble: Trouble, log: ExplainedLog, paint: Paint): string[] {
  const { places, rules } = trouble;
  const findings = findingsOf(trouble, log.scripts);
  const found = findings.flatMap((finding) => findingText(finding, paint));
  if (findings.length > 0) return [...found, ...places.flatMap(wayText)];
  if (places.length > 0) {
    const isChecked = rules.length > 0 && places.some(({ at }) => isOnDisk(at, log.scripts));
    return [
      ...places.flatMap((place) => placeText(place, log, paint)),
      ...(isChecked ? item("   ", `l5cfg-fix does not find ${listed(rules)} there, as the file is now`) : []),
    ];
  }
  const named = log.explanation.files.filter((file) => file.endsWith(".cfg"));
  return rules.length > 0 && named.length > 0
    ? [`   in the config of the target: ${readable(listed(named))}`]
    : [];
}

function findingText({ at, rule, message, fix }: Finding, paint: Paint): string[] {
  return [
    `   in ${readable(shown(at.file, process.cwd()))}:${at.line}`,
    ...excerpt(at, paint).map((line) => `     ${line}`),
    ...item("    ", `${rule}: ${readable(message)}`),
    ...(fix === undefined ? [] : [`     ${paint("green", "fix:")} ${readable(fix.title)}`]),
  ];
}

function placeText(place: TroublePlace, { scripts }: ExplainedLog, paint: Paint): string[] {
  const { file, line } = place.at;
  const here = placeOf(place.at, scripts);
  const name = here === undefined ? file : shown(here.file, process.cwd());
  return [
    `   in ${readable(name)}:${line}`,
    ...(here === undefined ? [] : excerpt(here, paint).map((text) => `     ${text}`)),
    ...wayText(place),
  ];
}

/** How OpenOCD got there: "in the handler of halted, called from line 143 (ahb_ap_non_secure_access)". */
function wayText({ at, calledFrom, event }: TroublePlace): string[] {
  const calls = calledFrom.map(({ file, line, proc }) => {
    const where = file === at.file ? `line ${line}` : `${file}:${line}`;
    return proc === undefined ? where : `${where} (${proc})`;
  });
  const ways = [
    ...(event === undefined ? [] : [`in the handler of ${event}`]),
    ...(calls.length > 0 ? [`called from ${listed(calls)}`] : []),
  ];
  return ways.length > 0 ? [`   ${readable(ways.join(", "))}`] : [];
}

function unknownText(unknown: readonly UnknownError[], log: ExplainedLog, paint: Paint): string {
  const each = unknown.flatMap((one) => [
    seen(one, paint),
    ...one.places.flatMap((place) => placeText(place, log, paint)),
  ]);
  return [`${paint("bold", "Errors that l5cfg-fix does not know, as they are")}:`, ...each].join("\n");
}

function nothing(harmless: readonly Effect[]): string {
  const what = harmless.map((one) => `; ${readable(one.what)}`).join("");
  return harmless.length === 0
    ? "No trouble in it."
    : `No trouble in it. What may read like some is none${what}.`;
}

function closing({ remedy, command, explanation }: ExplainedLog, paint: Paint): string[] {
  if (remedy === undefined || command === undefined) return [];
  const which = explanation.troubles.length > 1 ? listed(remedy.fixes.map(String)) : "it";
  const config = remedy.isKnown ? "" : ", CONFIG being the file that OpenOCD was given with -f";
  return [`To fix ${which}${config}:`, `  ${paint("bold", readable(command))}`];
}
