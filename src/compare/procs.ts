import type { Config, EventHandler, Proc } from "../openocd/model.ts";
import { parseList } from "../tcl/list.ts";
import { type Names, neutral } from "./body/name-symbols.ts";
import { normalizeBody, type Piece, type Scope } from "./body/normalize.ts";
import { Renamed, unify } from "./body/unify.ts";
import type { Both, Pair } from "./roles.ts";

/** Decides whether bodies of two configs do the same. */
export class Bodies {
  readonly #both: Both<Config>;
  readonly #names: Both<Names>;
  readonly #globals = new Renamed();

  constructor(both: Both<Config>, names: Both<Names>) {
    this.#both = both;
    this.#names = names;
  }

  sameHandlers(own: EventHandler, other: EventHandler): boolean {
    const forms = [
      normalizeBody(own.body, this.#scope("file", own.target)),
      normalizeBody(other.body, this.#scope("reference", other.target)),
    ] as const;
    return this.#unify(...forms);
  }

  sameProcs(own: Proc, other: Proc): boolean {
    return this.#unify(this.#procForm("file", own), this.#procForm("reference", other));
  }

  #unify(own: readonly Piece[], other: readonly Piece[]): boolean {
    return unify(own, other, this.#globals, (a, b) => this.#value("file", a) === this.#value("reference", b));
  }

  #value(side: keyof Both<unknown>, variable: string): string {
    return neutral(this.#both[side].variables[variable] ?? "", this.#names[side]);
  }

  #procForm(side: keyof Both<unknown>, { args, body }: Proc): Piece[] {
    const parameters = parseList(args).map(({ value }) => parseList(value).map((part) => part.value));
    return [
      ...parameters.flatMap(([name = "", fallback]) => [
        name === "args" ? name : { variable: name, isGlobal: false },
        ...(fallback === undefined ? [] : [neutral(fallback, this.#names[side])]),
      ]),
      ...normalizeBody(body, this.#scope(side)),
    ];
  }

  /** In a proc the current target is known only where the config has exactly one. */
  #scope(side: keyof Both<unknown>, handledFor?: string): Scope {
    const { targets, variables } = this.#both[side];
    const [first, ...more] = targets;
    const target =
      handledFor === undefined
        ? more.length === 0
          ? first
          : undefined
        : targets.find(({ name }) => name === handledFor);
    return {
      names: this.#names[side],
      variables,
      target: target?.name,
      dap: target?.dap,
      isGlobal: handledFor !== undefined,
    };
  }
}

/**
 * Pairs the procs of two configs: first those with equal names, then those that do the same. Adds the renamed ones to
 * `renamed`, which other bodies need to compare their calls.
 */
export function lineUpProcs(
  both: Both<Config>,
  names: Both<Names>,
  renamed: Map<string, string>,
  bodies: Bodies,
): Pair<Proc>[] {
  const pairs: Both<Proc>[] = [];
  const left = { file: [...both.file.procs], reference: [...both.reference.procs] };
  const match = (isTwin: (own: Proc, other: Proc) => boolean): number => {
    const before = pairs.length;
    left.file = left.file.filter((file) => {
      const reference = left.reference.find((other) => isTwin(file, other));
      if (reference === undefined) return true;
      left.reference.splice(left.reference.indexOf(reference), 1);
      pairs.push({ file, reference });
      if (file.name !== reference.name) renamed.set(file.name, neutral(reference.name, names.reference));
      return false;
    });
    return pairs.length - before;
  };
  match((own, other) => neutral(own.name, names.file) === neutral(other.name, names.reference));
  // A proc that calls another one can be compared only after that one.
  while (match((own, other) => own.body.trim() !== "" && bodies.sameProcs(own, other)) > 0);
  return [
    ...both.file.procs.map((file) => pairs.find((pair) => pair.file === file) ?? { file }),
    ...left.reference.map((reference) => ({ reference })),
  ];
}
