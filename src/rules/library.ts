import { type FileSystem, inBytes } from "../openocd/file-system.ts";
import { bytesOf } from "../openocd/names.ts";
import { findFile } from "../openocd/search.ts";

/** What the folders of a search path hold, for rules that know what is missing and look for who has it. */
export class Library {
  readonly #searchPaths: readonly string[];
  readonly #files: FileSystem;
  #texts: ReadonlyMap<string, string> | undefined;

  constructor(searchPaths: readonly string[], files: FileSystem) {
    this.#searchPaths = searchPaths.map(bytesOf);
    this.#files = inBytes(files);
  }

  /** The path of a script that `find NAME` gives. */
  find(name: string): string | undefined {
    return findFile(name, this.#searchPaths, "/", this.#files);
  }

  /** Whether the script of that name defines a proc. */
  defines(script: string, proc: string): boolean {
    const path = this.find(script);
    return path !== undefined && definition(proc).test(this.#files.read(path) ?? "");
  }

  /** The scripts that define a proc, as `find` names them. Boards do not count: they are nobody's library. */
  definers(proc: string): string[] {
    this.#texts ??= this.#read();
    return [...this.#texts].filter(([, text]) => definition(proc).test(text)).map(([name]) => name);
  }

  #read(): Map<string, string> {
    const texts = new Map<string, string>();
    for (const folder of this.#searchPaths) {
      for (const sub of ["", "target/"]) {
        for (const entry of this.#files.list?.(`${folder}/${sub}`.replace(/\/$/, "")) ?? []) {
          const name = sub + entry;
          // A file in an earlier folder hides one of the same name.
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
