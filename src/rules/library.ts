import { fileNameBytes } from "../files/file-names.ts";
import type { FileSystem } from "../files/file-system.ts";
import { inBytes } from "../files/layered-files.ts";
import { posixPath } from "../files/posix-path.ts";
import { type Files, findFile } from "../openocd/search.ts";

/** Folders with scripts that other scripts source. */
const FOLDERS = ["", "target/", "cpld/", "fpga/"];

/** Folders with scripts that boards source. */
const KINDS = ["interface", "target", "board"];

function isScriptName(name: string): boolean {
  return /\.(cfg|tcl)$/.test(name);
}

/** The scripts of a search path, for rules that look for the script which defines something missing. */
export class Library {
  readonly #searchPaths: readonly string[];
  readonly #files: Files;
  #names: readonly string[] | undefined;
  #definers: ReadonlyMap<string, readonly string[]> | undefined;
  #setters: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(searchPaths: readonly string[], files: FileSystem) {
    this.#searchPaths = searchPaths.map(fileNameBytes);
    this.#files = { ...inBytes(files), path: files.path ?? posixPath };
  }

  /** The path of a script that `find NAME` returns. */
  find(name: string): string | undefined {
    return findFile(name, this.#searchPaths, "/", this.#files);
  }

  /** Whether the script with this name defines a proc. */
  defines(script: string, proc: string): boolean {
    const path = this.find(script);
    return path !== undefined && definition(proc).test(this.#files.read(path) ?? "");
  }

  /**
   * The scripts that define a proc, by their names for `find`. Boards do not count: no script sources a board to get a
   * proc.
   */
  definers(proc: string): readonly string[] {
    this.#definers ??= definersIn(this.#read());
    return this.#definers.get(proc) ?? [];
  }

  /** Whether a script other than that file sets a variable with that name. */
  sets(name: string, file: string): boolean {
    const own = fileNameBytes(file);
    return this.settersOf(name).some((script) => !own.endsWith(`/${script}`));
  }

  /** The scripts that set a variable of that name, as `find` names them. */
  settersOf(name: string): readonly string[] {
    this.#setters ??= settersIn(this.#read([...FOLDERS, "board/"]));
    return this.#setters.get(name) ?? [];
  }

  /** The names of all scripts that `find` finds in OpenOCD's folders, including the folders of vendors. */
  names(): readonly string[] {
    this.#names ??= [...this.#list()];
    return this.#names;
  }

  *#list(): Iterable<string> {
    for (const folder of this.#searchPaths) {
      for (const kind of KINDS) {
        for (const entry of this.#files.list?.(`${folder}/${kind}`) ?? []) {
          if (isScriptName(entry)) yield `${kind}/${entry}`;
          else if (!entry.includes(".")) {
            const own = this.#files.list?.(`${folder}/${kind}/${entry}`) ?? [];
            for (const name of own) if (isScriptName(name)) yield `${kind}/${entry}/${name}`;
          }
        }
      }
    }
  }

  #read(folders: readonly string[] = FOLDERS): Map<string, string> {
    const texts = new Map<string, string>();
    for (const folder of this.#searchPaths) {
      for (const sub of folders) {
        for (const entry of this.#files.list?.(`${folder}/${sub}`.replace(/\/$/, "")) ?? []) {
          const name = sub + entry;
          // A file in an earlier folder hides one with the same name.
          if (texts.has(name) || !/\.(cfg|tcl)$/.test(entry)) continue;
          texts.set(name, this.#files.read(`${folder}/${name}`) ?? "");
        }
      }
    }
    return texts;
  }
}

function definition(proc: string): RegExp {
  return new RegExp(`^[ \\t]*proc[ \\t]+${proc.replace(/[^\w]/g, "\\$&")}[ \\t]`, "m");
}

/**
 * The names of scripts by the procs that they define. It is an index, because a config may look up any number of
 * procs.
 */
function definersIn(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const definers = new Map<string, string[]>();
  for (const [name, text] of texts) {
    for (const proc of procsIn(text)) definers.set(proc, [...(definers.get(proc) ?? []), name]);
  }
  return definers;
}

/** The names of scripts by the variables that they set. */
function settersIn(texts: ReadonlyMap<string, string>): Map<string, string[]> {
  const setters = new Map<string, string[]>();
  for (const [script, text] of texts) {
    const names = new Set([...text.matchAll(/\bset[ \t]+(?:::)?(\w+)[ \t]/g)].map(([, name]) => name!));
    for (const name of names) setters.set(name, [...(setters.get(name) ?? []), script]);
  }
  return setters;
}

/** The names of the procs that a text defines, each once. */
function procsIn(text: string): Set<string> {
  const procs = new Set<string>();
  for (let at = text.indexOf("proc"); at !== -1; at = text.indexOf("proc", at + 4)) {
    const [, proc] = nameAfter(text, at + 4) ?? [];
    if (proc !== undefined && beginsLine(text, at)) procs.add(proc);
  }
  return procs;
}

function nameAfter(text: string, at: number): RegExpExecArray | null {
  const name = /[ \t]+([^ \t\r\n]+)[ \t]/y;
  name.lastIndex = at;
  return name.exec(text);
}

function beginsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === " " || text[before] === "\t") before--;
  return before < 0 || text[before] === "\n" || text[before] === "\r";
}
