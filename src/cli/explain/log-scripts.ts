import { dirname, join, resolve } from "node:path";
import { check } from "../../check/api.ts";
import { type Location, locationOf } from "../../check/location.ts";
import type { Finding } from "../../check/result.ts";
import { absoluteIn } from "../../files/absolute.ts";
import { diskFiles } from "../../files/disk-files.ts";
import { scriptsFolderAround } from "../../install/scripts-folder.ts";
import type { Diagnosis, Explanation } from "../../log/explanation.ts";
import type { Frame } from "../../log/stack.ts";
import { Place } from "../../openocd/place.ts";
import { Source } from "../../tcl/source.ts";
import { workFor } from "../input/work.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** The scripts that a log names, as far as they are on this machine. */
export interface NamedFiles {
  /** Where each is, absolute. */
  onDisk: ReadonlyMap<string, string>;
  /** What our rules find in them, and in what they source. */
  findings: readonly Finding[];
}

/** Looks for the scripts that a log names, and runs those that are there. */
export async function checkNamed(
  terminal: Terminal,
  { files, given, openocd }: Explanation,
  log: string,
  search: readonly string[],
): Promise<NamedFiles> {
  const onDisk = new Map<string, string>();
  for (const file of [...given, ...files].slice(0, MOST_FILES)) {
    const path = locate(file, log, search);
    if (path !== undefined) onDisk.set(file, path);
  }
  const paths = [...new Set(onDisk.values())];
  const folders = paths.flatMap((path) => scriptsFolderAround(path, diskFiles) ?? []);
  // What OpenOCD did is judged, whatever a project file says.
  const options = {
    ignoreConfig: true,
    search: [...new Set([...search, ...folders])],
    transport: [],
    set: [],
  };
  const findings = new Map<string, Finding>();
  for (const path of paths) {
    const work = await workFor(terminal.as({ quiet: true }), path, {
      ...options,
      ...(openocd !== undefined && { openocd }),
    });
    for (const finding of check(work.project, work.options).findings) {
      findings.set(`${finding.rule} ${finding.at.file} ${finding.at.start}`, finding);
    }
  }
  return { onDisk, findings: [...findings.values()] };
}

/** A log of thousands of scripts is none of one run. */
const MOST_FILES = 20;

/** Where a script that a log names is on this machine: at its own path, beside the log, or below one of the folders. */
function locate(file: string, log: string, search: readonly string[]): string | undefined {
  // A log may name anything; only scripts are looked at.
  if (!/\.(cfg|tcl)$/.test(file)) return undefined;
  const parts = file.split(/[\\/]/);
  const below = search.flatMap((folder) => parts.map((_, i) => join(folder, ...parts.slice(i))));
  const paths = [resolve(file), resolve(dirname(log), file), ...below.map((path) => resolve(path))];
  return paths.find((path) => diskFiles.read(path) !== undefined);
}

/** What the rules of a diagnosis find in the scripts: in the place that the log names, where it names one. */
export function findingsOf({ rules, places }: Diagnosis, { findings, onDisk }: NamedFiles): Finding[] {
  const own = findings.filter(({ rule }) => rules.includes(rule));
  if (places.length === 0) return own;
  return own.filter(({ at }) =>
    places.some(({ at: { file, line } }) => onDisk.get(file) === at.file && line === at.line),
  );
}

export function isOnDisk({ file }: Frame, { onDisk }: NamedFiles): boolean {
  return onDisk.has(file);
}

/** The line of a script on this machine. */
export function locationIn({ file, line }: Frame, { onDisk }: NamedFiles): Location | undefined {
  const path = onDisk.get(file);
  const text = path === undefined ? undefined : diskFiles.read(path);
  if (text === undefined) return undefined;
  const source = new Source(path!, text);
  if (line > source.lineCount) return undefined;
  const start = source.lineStart(line);
  const words = text.slice(start, source.lineEnd(line));
  const lead = words.length - words.trimStart().length;
  return locationOf(
    new Place({ source, start: start + lead, end: start + words.trimEnd().length }),
    absoluteIn(diskFiles),
  );
}
