import { fileNameBytes, fileNameText } from "../../files/file-names.ts";
import { wrongArguments } from "../../tcl/commands/arguments.ts";
import { TclError } from "../../tcl/completion.ts";
import { Source } from "../../tcl/source.ts";
import { Stop } from "../../tcl/stop.ts";
import { Value } from "../../tcl/value.ts";
import { markedEncoding, markLength } from "../byte-order-mark.ts";
import { does } from "../data/behaviours.ts";
import { CommandError, failed, misused } from "../errors.ts";
import type { Handlers } from "../handler.ts";
import { keptSource } from "../kept-sources.ts";
import { Place } from "../place.ts";
import { listedName, newNames, renamingFile } from "../renamed-scripts.ts";
import { isScript } from "../script-text.ts";
import { findFile, resolveIn } from "../search.ts";
import type { Session } from "../session.ts";
import { similarFiles } from "../similar-files.ts";
import { startupCall, withinStartup } from "../startup.ts";

/** Finding and reading other scripts (manual: Config File Guidelines). */
export const scriptCommands: Handlers = {
  find: runFind,
  ocd_find: runFind,
  source,
  script,
  add_script_search_dir: addSearchDir,
  echo,
};

function script(session: Session, args: readonly Value[], name: string): Value {
  if (args.length !== 1) throw wrongArguments(name, "filename");
  const { interp } = session;
  const { frame } = interp;
  interp.frame = interp.global;
  try {
    const call = startupCall("script", 1, session.release);
    return withinStartup(interp, call, () => source(session, [runFind(session, args)]));
  } finally {
    interp.frame = frame;
  }
}

function runFind(session: Session, args: readonly Value[]): Value {
  if (args.length !== 1) throw new TclError('wrong # args: should be "find filename"');
  const [wanted] = args;
  if (wanted!.unknown) return Value.unknown();
  const path = search(session, wanted!.text);
  if (path !== undefined) return new Value(path);
  session.lenience.refuse(notFound(session, wanted!.text));
  if (session.examining) return Value.unknown();
  session.missingFiles.add(wanted!.text);
  return wanted!;
}

/** Where OpenOCD finds a file. Throws where it finds none. */
export function find(session: Session, name: string): string {
  const path = search(session, name);
  if (path === undefined) throw notFound(session, name);
  return path;
}

function search(session: Session, name: string): string | undefined {
  return does(session.release, "find knows new names")
    ? searchRenamed(session, name)
    : plainSearch(session, name);
}

// It means to try the other kind of slashes, too; but of the two ways one is an error in its own script, which it
// catches (0.12.0, src/helper/startup.tcl: `string map {\\ /}` has a list of one element).
function plainSearch(session: Session, name: string): string | undefined {
  const { cwd, files } = session;
  for (const spelling of [name, name.replaceAll("/", "\\")]) {
    const path = findFile(spelling, session.searchPaths, cwd, files);
    if (path !== undefined) return path;
  }
  return undefined;
}

function searchRenamed(session: Session, name: string): string | undefined {
  const { cwd, files, searchPaths } = session;
  const find = (one: string) =>
    findFile(one, searchPaths, cwd, files) ??
    findFile(one.replaceAll("\\", "/"), searchPaths, cwd, files) ??
    findFile(one.replaceAll("/", "\\"), searchPaths, cwd, files);
  const [own, ...others] = newNames(name);
  const path = find(own!);
  if (path !== undefined) return path;
  const list = others.some((one) => find(one) !== undefined) ? undefined : find(renamingFile);
  const listed = list && listedName(name, read(session, list) ?? "");
  const instead = [...others, ...(listed === undefined ? [] : [listed])].find(
    (one) => find(one) !== undefined,
  );
  if (instead === undefined) return undefined;
  session.recorder.use({ kind: "deprecated", what: "script", name, instead });
  return find(instead);
}

function notFound(session: Session, name: string): CommandError {
  const { cwd, files } = session;
  const folders = [cwd, ...session.searchPaths.map((folder) => resolveIn(cwd, folder, files))];
  const candidates = similarFiles(name, folders, files);
  const startIn = folderAbove(session, name);
  const how = { code: "file-not-found", subject: name, candidates, folders, startIn } as const;
  return new CommandError(`Can't find ${name}`, how);
}

/** A project's own folders above a config are not many. */
const MOST_ABOVE = 6;

/** The folder above the config that has a file of that name: where OpenOCD would have to be started. */
function folderAbove({ config, files, cwd }: Session, name: string): string | undefined {
  let folder = resolveIn(cwd, fileNameBytes(config.file), files);
  for (let above = 0; above < MOST_ABOVE; above++) {
    const parent = files.path.dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
    if (folder !== cwd && files.kind(`${folder}/${name}`) === "file") return fileNameText(folder);
  }
  return undefined;
}

/** Scripts that source each other deeper than this do so for ever. */
const DEEPEST = 100;

function source(session: Session, args: readonly Value[]): Value {
  if (args.length !== 1) throw new TclError('wrong # args: should be "source fileName"');
  if (args[0]!.unknown) return Value.unknown();
  const { text: path } = args[0]!;
  const text = read(session, path);
  if (text !== undefined) {
    if (!isScript(path, text, (name) => session.lookup(name) !== undefined))
      throw new CommandError(`"${path}" has commands that do not exist, and no name of a script`);
    return runText(session, path, text);
  }
  if (!session.missingFiles.has(path)) session.lenience.refuse(unreadable(session, path));
  return Value.empty;
}

function read({ cwd, files }: Session, path: string): string | undefined {
  return files.read(resolveIn(cwd, path, files));
}

/** Reads a file and runs it in the caller's frame. */
export function runFile(session: Session, path: string): Value {
  const text = read(session, path);
  if (text === undefined) throw unreadable(session, path);
  return runText(session, path, text);
}

function runText(session: Session, path: string, text: string): Value {
  const isFirst = session.interp.running === undefined;
  if (!session.examining) {
    session.config.sources.push({
      path: fileNameText(path),
      text,
      sourcedAt: isFirst ? undefined : session.recorder.made().at,
    });
  }
  if (++session.sourceDepth > DEEPEST)
    throw new Stop("depth", `"${path}" is sourced inside itself without end`);
  try {
    const source = sourceOf(session, path, text);
    return session.interp.source(withoutMark(session, source) ?? new Value(text, source, 0));
  } finally {
    session.sourceDepth--;
  }
}

/** In a lenient run: what a script has after the mark of its encoding, where it has one. What is no UTF-8 is not read. */
function withoutMark({ lenience, recorder }: Session, source: Source): Value | undefined {
  const { text } = source;
  const encoding = markedEncoding(text);
  if (encoding === undefined || !lenience.goesOn) return undefined;
  const length = markLength(encoding);
  const name = encoding === "UTF-8" ? /^\S*/.exec(text)![0] : "";
  const at = new Place({ source, start: 0, end: length });
  const calls = { at, calledFrom: recorder.made().calledFrom };
  recorder.problem("byte-order-mark", `invalid command name "${name}"`, encoding, calls);
  return encoding === "UTF-8" ? new Value(text.slice(length), source, length) : Value.empty;
}

// A script inside itself is another place than the one outside.
function sourceOf({ interp }: Session, path: string, text: string): Source {
  for (let running = interp.running; running !== undefined; running = running.outer) {
    if (running.source.name === path) return new Source(path, text);
  }
  return keptSource(path, text);
}

function unreadable(session: Session, path: string): CommandError {
  const { cwd, files } = session;
  const kind = path === "" ? undefined : files.kind(resolveIn(cwd, path, files));
  const why =
    kind === undefined
      ? "No such file or directory"
      : kind === "folder"
        ? "Is a directory"
        : "not a plain file";
  const candidates = search(session, path) === undefined ? [] : [`[find ${path}]`];
  const how = { code: "file-not-found", subject: path, candidates } as const;
  const verb = kind === "folder" ? "failed to load" : "couldn't read";
  return new CommandError(`${verb} file "${path}": ${why}`, how);
}

function addSearchDir(session: Session, args: readonly Value[], name: string): Value {
  const [folder] = args;
  if (folder === undefined || args.length > 1) throw misused(name);
  if (!folder.unknown && !session.examining) session.searchPaths.push(folder.text);
  return Value.empty;
}

function echo(session: Session, args: readonly Value[]): Value {
  const isPlain = args.length === 2 && args[0]!.text === "-n";
  if (args.length !== 1 && !isPlain && !args.some((arg) => arg.unknown)) throw failed("usage: echo …");
  noteDeprecated(session, args.at(-1)?.text ?? "");
  return Value.empty;
}

/** A script that another one took the place of may say so: `interface/stlink-v2.cfg is deprecated, please switch to …`. */
function noteDeprecated({ recorder }: Session, text: string): void {
  const [, name, instead] =
    /(\S+\.(?:cfg|tcl))\b.* deprecated\b(?:.*\b(?:switch to|use) '?([^\s']+\.(?:cfg|tcl)))?/.exec(text) ?? [];
  if (name === undefined) return;
  recorder.use({ kind: "deprecated", what: "script", name, ...(instead !== undefined && { instead }) });
}
