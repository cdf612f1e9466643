import type { CommandTable } from "../command-table.ts";
import { TclError } from "../completion.ts";
import type { Interp } from "../interp.ts";
import { Value } from "../value.ts";
import type { Argv } from "./arguments.ts";
import { anyUnknown, expectArguments } from "./arguments.ts";
import { ensemble, type Subcommand } from "./ensemble.ts";
import { untilZero } from "./string.ts";

/** `file` and `pwd`: names are taken apart and joined; what is on the disk only the host may tell. */
export function defineFile(table: CommandTable): void {
  table.define("file", (i, argv) => ensemble(i, subcommands, argv));
  table.define("pwd", (_, argv) => {
    expectArguments(argv, 0, argv.length, "");
    return Value.unknown();
  });
}

function onName(work: (path: string, name: Value) => Value): Subcommand {
  const run = (_: Interp, [name]: Argv) => (name!.unknown ? name! : work(untilZero(name!.text), name!));
  return { usage: "name", least: 1, most: 1, run };
}

type Kind = ReturnType<NonNullable<Interp["host"]["fileKind"]>>;

/** Asks the host what is at a path; unknown where there is nobody to ask. */
function onDisk(answer: (kind: Kind, name: Value) => Value): Subcommand {
  const run = (interp: Interp, [name]: Argv) => {
    const { host } = interp;
    if (name!.unknown || host.fileKind === undefined) return Value.unknown();
    return answer(host.fileKind(name!.text), name!);
  };
  return { usage: "name", least: 1, most: 1, run };
}

function refused(name: string, usage: string, least: number, most: number): Subcommand {
  const run = (interp: Interp, args: Argv) => interp.refuse(args, `file ${name}`);
  return { usage, least, most, run };
}

const exists = onDisk((kind) => Value.boolean(kind !== undefined));
const nobodyKnows = () => Value.unknown();

const subcommands: Record<string, Subcommand> = {
  atime: { usage: "name", least: 1, most: 1, run: nobodyKnows },
  mtime: onTime("mtime"),
  mtimeus: onTime("mtimeus"),
  copy: refused("copy", "?-force? source dest", 2, 3),
  dirname: onName(dirname),
  rootname: onName(rootname),
  extension: onName((path) => new Value(extension(path))),
  tail: onName(tail),
  split: onName((path) => Value.strings(parts(path))),
  normalize: onName(() => Value.unknown()),
  join: { usage: "name ?name ...?", least: 1, most: -1, run: join },
  readable: exists,
  writable: { usage: "name", least: 1, most: 1, run: nobodyKnows },
  executable: { usage: "name", least: 1, most: 1, run: nobodyKnows },
  exists,
  delete: refused("delete", "?-force|--? name ...", 1, -1),
  mkdir: refused("mkdir", "dir ...", 1, -1),
  tempfile: refused("tempfile", "?template?", 0, 1),
  rename: refused("rename", "?-force? source dest", 2, 3),
  link: refused("link", "?-symbolic|-hard? newname target", 2, 3),
  readlink: { usage: "name", least: 1, most: 1, run: nobodyKnows },
  size: onDisk((kind, name) => {
    if (kind === undefined) throw notThere(name);
    return kind.size === undefined ? Value.unknown() : Value.integer(kind.size);
  }),
  stat: { usage: "name ?var?", least: 1, most: 2, run: stat },
  lstat: { usage: "name ?var?", least: 1, most: 2, run: stat },
  type: onDisk((kind, name) => {
    if (kind === undefined) throw notThere(name);
    return new Value(kind.kind);
  }),
  owned: { usage: "name", least: 1, most: 1, run: nobodyKnows },
  isdirectory: onDisk((kind) => Value.boolean(kind?.kind === "directory")),
  isfile: onDisk((kind) => Value.boolean(kind?.kind === "file")),
};

function notThere(name: Value): TclError {
  return new TclError(`could not read "${name.text}": No such file or directory`);
}

function onTime(name: string): Subcommand {
  const run = (interp: Interp, args: Argv) =>
    args.length > 1 ? interp.refuse(args, `file ${name}`) : nobodyKnows();
  return { usage: "name ?time?", least: 1, most: 2, run };
}

function stat(interp: Interp, [, name]: Argv): Value {
  if (name !== undefined) interp.variables.set(name.text, Value.unknown());
  return Value.unknown();
}

function withoutSlashes(path: string): string {
  let end = path.length;
  while (end > 1 && path[end - 1] === "/") end--;
  return path.slice(0, end);
}

function dirname(path: string): Value {
  const stripped = withoutSlashes(path);
  const slash = stripped.lastIndexOf("/");
  if (slash === -1) return new Value(".");
  if (slash === stripped.length - 1) return new Value(stripped);
  return new Value(slash === 0 ? "/" : withoutSlashes(stripped.slice(0, slash)));
}

function rootname(path: string, name: Value): Value {
  const dot = path.lastIndexOf(".");
  return dot === -1 || path.lastIndexOf("/") > dot ? name : new Value(path.slice(0, dot));
}

function extension(path: string): string {
  const stripped = withoutSlashes(path);
  const dot = stripped.lastIndexOf(".");
  return dot === -1 || stripped.lastIndexOf("/") >= dot ? "" : stripped.slice(dot);
}

function tail(path: string, name: Value): Value {
  const stripped = withoutSlashes(path);
  const slash = stripped.lastIndexOf("/");
  if (slash === -1 && stripped === name.text) return name;
  return new Value(stripped.slice(slash + 1));
}

function parts(path: string): string[] {
  const names = path.split("/").filter((name) => name !== "");
  return path.startsWith("/") ? ["/", ...names] : names;
}

const LONGEST_PATH = 4096;

function join(_: Interp, names: Argv): Value {
  if (anyUnknown(names)) return Value.unknown();
  let path = "";
  for (const { text } of names) {
    let part = text;
    if (part.startsWith("/")) path = "";
    else if (part.startsWith("./")) part = part.slice(2);
    else if (part === "." && path !== "") continue;
    if (path !== "" && !path.endsWith("/")) path += "/";
    if (part !== "" && path.length + part.length >= LONGEST_PATH) throw new TclError("Path too long");
    path += part;
    if (path.length > 1 && path.endsWith("/")) path = path.slice(0, -1);
  }
  return new Value(path);
}
