import type { Command, Run } from "./interp.ts";

/**
 * Commands by name. A table may stand in front of another one: it has that one's commands, and what is done to it is not
 * done to that one. So all interpreters share one table of what Jim Tcl brings, and what a script does can be forgotten.
 */
export class CommandTable {
  readonly #behind: CommandTable | undefined;
  /** Its own commands, and null for those of the table behind that are gone. */
  readonly #own = new Map<string, Command | null>();

  constructor(behind?: CommandTable) {
    this.#behind = behind;
  }

  define(name: string, run: Run, options: Omit<Command, "run"> = {}): void {
    this.#own.set(name, { run, ...options });
  }

  get(name: string): Command | undefined {
    const own = this.#own.get(name);
    return own === undefined ? this.#behind?.get(name) : (own ?? undefined);
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  set(name: string, command: Command): void {
    this.#own.set(name, command);
  }

  delete(name: string): void {
    if (this.#behind?.has(name)) this.#own.set(name, null);
    else this.#own.delete(name);
  }

  /** All commands, in no order that means anything. */
  *[Symbol.iterator](): Generator<[string, Command]> {
    for (const [name, command] of this.#own) if (command !== null) yield [name, command];
    for (const entry of this.#behind ?? []) if (!this.#own.has(entry[0])) yield entry;
  }

  *keys(): Generator<string> {
    for (const [name] of this) yield name;
  }
}
