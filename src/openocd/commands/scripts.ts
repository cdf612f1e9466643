import { Stop, TclError } from "../../tcl/completion.ts";
import { Source } from "../../tcl/source.ts";
import { Value } from "../../tcl/value.ts";
import type { Handler } from "../command-registry.ts";
import { CommandError } from "../errors.ts";
import { findFile, resolveIn } from "../search.ts";
import type { Session } from "../session.ts";

/** Finding and reading other scripts (manual: Config File Guidelines). */
export const scriptCommands: Readonly<Record<string, Handler>> = {
  find: runFind,
  ocd_find: runFind,
  source,
  script: (session, args) => source(session, [runFind(session, args)]),
  add_script_search_dir: addSearchDir,
  echo: () => Value.empty,
};

function runFind(session: Session, args: readonly Value[]): Value {
  if (args.length !== 1) throw new TclError('wrong # args: should be "find filename"');
  return args[0]!.unknown ? Value.unknown() : new Value(find(session, args[0]!.text));
}

/** Where OpenOCD finds a file. It tries the other kind of slashes, too. Throws where it finds none. */
export function find(session: Session, name: string): string {
  const { cwd, files } = session.options;
  for (const spelling of [name, name.replaceAll("\\", "/"), name.replaceAll("/", "\\")]) {
    const path = findFile(spelling, session.searchPaths, cwd, files);
    if (path !== undefined) return path;
  }
  throw new CommandError(`Can't find ${name}`, { code: "file-not-found", subject: name });
}

/** Scripts that source each other deeper than this do so for ever. */
const DEEPEST = 100;

function source(session: Session, args: readonly Value[]): Value {
  if (args.length !== 1) throw new TclError('wrong # args: should be "source fileName"');
  if (args[0]!.unknown) return Value.unknown();
  return runFile(session, args[0]!.text);
}

/** Reads a file and runs it where the caller stands. */
export function runFile(session: Session, path: string): Value {
  const { cwd, files } = session.options;
  const resolved = resolveIn(cwd, path);
  const text = files.read(resolved);
  if (text === undefined) throw unreadable(session, path, resolved);
  const isFirst = session.interp.running === undefined;
  if (!session.examining) {
    session.config.sources.push({ path, text, sourcedAt: isFirst ? undefined : session.made().at });
  }
  if (++session.sourceDepth > DEEPEST)
    throw new Stop("depth", `"${path}" is sourced inside itself without end`);
  try {
    return session.interp.source(new Value(text, new Source(path, text), 0));
  } finally {
    session.sourceDepth--;
  }
}

function unreadable(session: Session, path: string, resolved: string): CommandError {
  const kind = session.options.files.kind(resolved);
  const why =
    kind === undefined
      ? "No such file or directory"
      : kind === "folder"
        ? "Is a directory"
        : "not a plain file";
  return new CommandError(`couldn't read file "${path}": ${why}`, { code: "file-not-found", subject: path });
}

function addSearchDir(session: Session, args: readonly Value[]): Value {
  const folder = args[0];
  if (folder !== undefined && !folder.unknown) session.addSearchPath(folder.text);
  return Value.empty;
}
