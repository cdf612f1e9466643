import { type Difference, placeOf, type Thing } from "../../compare/difference.ts";
import type { FileComparison } from "../../compare/files.ts";
import type { Both } from "../../compare/roles.ts";
import { usualTransports } from "../../openocd/transport.ts";
import { count } from "../../report/count.ts";
import { paint } from "../../report/paint.ts";
import { pathName } from "../../report/path-name.ts";
import { printableBytes } from "../../report/printable.ts";
import { listed } from "../../rules/words.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Compared, CompareOptions } from "./options.ts";

/** Prints what differs on standard output, and what was compared and how much is the same on standard error. */
export function printCompared(
  terminal: Terminal,
  { work, comparisons, alone }: Compared,
  { quiet }: CompareOptions,
): void {
  const roots = { file: work.file.project.root, reference: work.reference.project.root };
  const say = (text: string) => {
    if (!quiet) terminal.say(text);
  };
  for (const comparison of comparisons) {
    for (const side of sides) say(headOf(side, comparison, work, terminal.cwd));
    say("");
    for (const one of comparison.differences) terminal.print(`${differenceText(one, comparison, roots)}\n`);
    say(closing(comparison));
    for (const { side, transport, message } of comparison.refused) {
      const which = side === "file" ? "the file" : "the reference";
      say(`not compared under ${transport}: OpenOCD stops in ${which}: ${printableBytes(message)}`);
    }
    if (comparisons.length > 1) say("");
  }
  for (const side of sides) if (alone[side].length > 0) say(unpaired(side, alone[side], roots[side]));
}

const sides = ["file", "reference"] as const;

function headOf(
  side: keyof Both<unknown>,
  { files }: FileComparison,
  work: Compared["work"],
  cwd: string,
): string {
  const { openocd } = work[side].project;
  return `${side.padEnd(9)}  ${pathName(files[side], cwd)}: OpenOCD ${openocd.version} (${openocd.why})`;
}

function differenceText(one: Difference, { transports }: FileComparison, roots: Both<string>): string {
  const isEverywhere = one.transports.length === transports.length;
  const under = isEverywhere ? "" : paint("dim", ` (${one.transports.join(", ")})`);
  return [
    `${paint("bold", printableBytes(one.title))}: ${verdict(one)}${under}`,
    ...sides.flatMap((side) => {
      const thing = one[side];
      return thing === undefined ? [] : [`  ${side.padEnd(9)}  ${thingText(thing, one, roots[side])}`];
    }),
  ].join("\n");
}

function verdict({ file, reference, kind, differing }: Difference): string {
  if (file === undefined) return paint("red", "only in the reference");
  if (reference === undefined) return paint("cyan", "only in the file");
  if (kind === "event" || kind === "proc") return paint("yellow", "does something else");
  if (kind === "setting") return paint("yellow", "differs");
  return paint("yellow", `${listed(differing)} ${differing.length === 1 ? "differs" : "differ"}`);
}

function thingText(thing: Thing, one: Difference, root: string): string {
  const at = placeOf(thing);
  // Of what both have only what differs is of interest.
  const isBoth = one.file !== undefined && one.reference !== undefined;
  const facts = thing.facts.filter(({ name }) => !isBoth || one.differing.includes(name));
  const place = `${pathName(at.file, root)}:${at.line}`;
  if (facts.length === 0) return place;
  return `${printableBytes(facts.map(({ value }) => value).join(", "))} ${paint("dim", `(${place})`)}`;
}

function closing({ differences, transports, same, respelled }: FileComparison): string {
  if (transports.length === 0) return "There is no transport under which both can be run.";
  const usual = usualTransports.every((transport) => transports.includes(transport));
  const under = `under ${usual ? "every transport" : listed(transports)}`;
  const alike = respelled.map(({ file }) => file.title);
  const spelt = alike.length === 0 ? "" : `, of which only the spelling differs in ${listed(alike)}`;
  const head = differences.length === 0 ? "No difference" : count(differences.length, "difference");
  return printableBytes(`${head} ${under}; ${count(same, "thing")} the same${spelt}.`);
}

function unpaired(side: keyof Both<unknown>, files: readonly string[], root: string): string {
  const names = files.map((file) => pathName(file, root));
  return `${count(names.length, "config")} only in the ${side}: ${names.join(", ")}`;
}
