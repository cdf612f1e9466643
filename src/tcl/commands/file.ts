import { TclError } from "../completion.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { Value } from "../value.ts";
import type { Argv } from "./arguments.ts";
import { anyUnknown, expectArguments } from "./arguments.ts";
import { ensemble, type Subcommand } from "./ensemble.ts";
import { untilZero } from "./string.ts";

/** `file` and `pwd`: names are taken apart and joined; what is on the disk is unknown, and stays as it is. */
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

const unknownValue = () => Value.unknown();
const doubtful = (interp: Interp) => interp.doubt();

const subcommands: Record<string, Subcommand> = {
  atime: { usage: "name", least: 1, most: 1, run: doubtful },
  mtime: { usage: "name ?time?", least: 1, most: 2, run: doubtful },
  mtimeus: { usage: "name ?time?", least: 1, most: 2, run: doubtful },
  copy: { usage: "?-force? source dest", least: 2, most: 3, run: doubtful },
  dirname: onName(dirname),
  rootname: onName(rootname),
  extension: onName((path) => new Value(extension(path))),
  tail: onName(tail),
  split: onName((path) => Value.strings(parts(path))),
  normalize: { usage: "name", least: 1, most: 1, run: doubtful },
  join: { usage: "name ?name ...?", least: 1, most: -1, run: join },
  readable: { usage: "name", least: 1, most: 1, run: unknownValue },
  writable: { usage: "name", least: 1, most: 1, run: unknownValue },
  executable: { usage: "name", least: 1, most: 1, run: unknownValue },
  exists: { usage: "name", least: 1, most: 1, run: unknownValue },
  delete: { usage: "?-force|--? name ...", least: 1, most: -1, run: doubtful },
  mkdir: { usage: "dir ...", least: 1, most: -1, run: doubtful },
  tempfile: { usage: "?template?", least: 0, most: 1, run: doubtful },
  rename: { usage: "?-force? source dest", least: 2, most: 3, run: doubtful },
  link: { usage: "?-symbolic|-hard? newname target", least: 2, most: 3, run: doubtful },
  readlink: { usage: "name", least: 1, most: 1, run: doubtful },
  size: { usage: "name", least: 1, most: 1, run: doubtful },
  stat: { usage: "name ?var?", least: 1, most: 2, run: stat },
  lstat: { usage: "name ?var?", least: 1, most: 2, run: stat },
  type: { usage: "name", least: 1, most: 1, run: doubtful },
  owned: { usage: "name", least: 1, most: 1, run: unknownValue },
  isdirectory: { usage: "name", least: 1, most: 1, run: unknownValue },
  isfile: { usage: "name", least: 1, most: 1, run: unknownValue },
};

function stat(interp: Interp, [, name]: Argv): Value {
  if (name !== undefined) interp.variables.set(name.text, Value.unknown());
  return interp.doubt();
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
