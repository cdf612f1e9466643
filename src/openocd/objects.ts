import type { Value } from "../tcl/value.ts";
import type { ObjectKind } from "./data/command-origins.ts";

/** What a subcommand of something that was created does. */
export type Subcommand = (args: readonly Value[]) => Value;

/** By name; "" is the command without a subcommand that is known. */
export type Subcommands = ReadonlyMap<string, Subcommand>;

interface Entry {
  readonly kind: ObjectKind;
  readonly subcommands: Subcommands;
}

/** The commands that a config brings into being by what it creates. */
export class Objects {
  readonly #entries = new Map<string, Entry>();
  readonly #brought = new Set<string>();

  /** Adds a command named after something that was created, with its subcommands. */
  add(name: string, kind: ObjectKind, subcommands: Subcommands): void {
    this.#entries.set(name, { kind, subcommands });
  }

  get(name: string): Entry | undefined {
    return this.#entries.get(name);
  }

  /** Whether something of that kind and name was created. */
  has(name: string, kind: ObjectKind): boolean {
    return this.#entries.get(name)?.kind === kind;
  }

  /** Makes a command that is not named after what brings it: `etm config … etb` brings `etb`. */
  bring(command: string): void {
    this.#brought.add(command);
  }

  isBrought(command: string): boolean {
    return this.#brought.has(command);
  }
}
