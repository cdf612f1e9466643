import { type Difference, type Entity, placeOf } from "../../compare/difference.ts";
import type { FileComparison } from "../../compare/files.ts";
import type { Both } from "../../compare/roles.ts";
import { usualTransports } from "../../openocd/transport.ts";
import { listed } from "../../rules/message-text.ts";
import { count } from "../count.ts";
import { paint } from "../paint.ts";
import { pathName } from "../path-name.ts";
import { printableBytes } from "../printable.ts";
import type { ComparedProjects } from "./compared.ts";

/** A part of what is said of a comparison: of the result itself, or around it. */
export interface ComparedText {
  kind: "result" | "around";
  text: string;
}

/** What differs, and around that what was compared and how much is the same, in the order in which it is said. */
export function comparedTexts(
  { projects, comparisons, alone }: ComparedProjects,
  cwd: string,
): ComparedText[] {
  const around = (text: string): ComparedText => ({ kind: "around", text });
  return [
    ...comparisons.flatMap((comparison) => [
      ...sides.map((side) => around(headOf(side, comparison, projects, cwd))),
      around(""),
      ...comparison.differences.map((one): ComparedText => {
        return { kind: "result", text: `${differenceText(one, comparison, cwd)}\n` };
      }),
      around(closing(comparison)),
      ...comparison.refused.map((one) => around(refusedText(one))),
      ...(comparisons.length > 1 ? [around("")] : []),
    ]),
    ...sides.flatMap((side) => (alone[side].length > 0 ? [around(unpaired(side, alone[side], cwd))] : [])),
  ];
}

const sides = ["file", "reference"] as const;

function headOf(
  side: keyof Both<unknown>,
  { files }: FileComparison,
  projects: ComparedProjects["projects"],
  cwd: string,
): string {
  const { openocd } = projects[side];
  return `${side.padEnd(9)}  ${pathName(files[side], cwd)}: OpenOCD ${openocd.version} (${openocd.why})`;
}

function differenceText(one: Difference, { transports }: FileComparison, cwd: string): string {
  const isEverywhere = one.transports.length === transports.length;
  const under = isEverywhere ? "" : paint("dim", ` (${one.transports.join(", ")})`);
  return [
    `${paint("bold", printableBytes(one.title))}: ${verdict(one)}${under}`,
    ...sides.flatMap((side) => {
      const entity = one[side];
      return entity === undefined ? [] : [`  ${side.padEnd(9)}  ${entityText(entity, one, cwd)}`];
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

function entityText(entity: Entity, one: Difference, cwd: string): string {
  const at = placeOf(entity);
  // Of what both have only what differs is of interest.
  const isBoth = one.file !== undefined && one.reference !== undefined;
  const facts = entity.facts.filter(({ name }) => !isBoth || one.differing.includes(name));
  const place = `${pathName(at.file, cwd)}:${at.line}`;
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

function refusedText({ side, transport, message }: FileComparison["refused"][number]): string {
  const which = side === "file" ? "the file" : "the reference";
  return `not compared under ${transport}: OpenOCD stops in ${which}: ${printableBytes(message)}`;
}

function unpaired(side: keyof Both<unknown>, files: readonly string[], cwd: string): string {
  const names = files.map((file) => pathName(file, cwd));
  return `${count(names.length, "config")} only in the ${side}: ${names.join(", ")}`;
}
