import { fileNameBytes } from "../files/file-names.ts";
import type { Config, SourceFile } from "../openocd/model.ts";
import { Place } from "../openocd/place.ts";
import { Source } from "../tcl/source.ts";
import type { Fix } from "./finding.ts";
import { insertLinesAfter } from "./insertion.ts";
import type { MissingSource } from "./missing-sources.ts";
import { commandsOf } from "./top-level.ts";

/** Procs that mem_helper.tcl got over the years: how many bits each reads. */
const WIDTHS: Readonly<Record<string, number>> = { mrw: 32, mrh: 16, mrb: 8 };

/** The script that is missing procs, where it was read all the same: it is of a release that did not have them. */
export function oldHelper({ sources }: Config, { script, kind }: MissingSource): SourceFile | undefined {
  return kind === "helper" ? sources.find(({ path }) => `/${path}`.endsWith(`/${script}`)) : undefined;
}

/** Defines the procs in the script. Undefined where it is not known what one of them does. */
export function defineProcs({ path, text }: SourceFile, procs: readonly string[]): Fix | undefined {
  const source = new Source(fileNameBytes(path), text);
  const last = commandsOf(source).at(-1);
  if (last === undefined || !procs.every((name) => Object.hasOwn(WIDTHS, name))) return undefined;
  const lines = procs.map((name) => `proc ${name} {reg} { return [read_memory $reg ${WIDTHS[name]} 1] }`);
  return {
    safety: "safe",
    title: `define ${procs.join(", ")} there`,
    edits: [insertLinesAfter([new Place({ source, start: last.start, end: last.end })], lines)],
    changes: procs.map((name) => ({ kind: "proc", name })),
  };
}
