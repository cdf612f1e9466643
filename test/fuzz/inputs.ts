import { usualTransports } from "../../src/openocd/transport.ts";
import { mutantsOf } from "../mutants/directives.ts";
import { type Random, randomFrom } from "../support/random.ts";
import { growing } from "./growing.ts";
import { config, nest, noise, program, soup } from "./invent.ts";
import { changeLineEnds, mutate, splice, truncate } from "./mutate.ts";
import type { Original } from "./originals.ts";
import { tamperedJournal, tamperedManifest } from "./tampered.ts";

/** What is given to the whole of the library. */
export interface Input {
  kind: Kind;
  path: string;
  text: string;
  /** Files that it may source, by path. */
  beside: ReadonlyMap<string, string>;
  searchPaths: readonly string[];
  openocd: string;
  transports: readonly string[];
  /** Whether unsafe fixes are applied, too. */
  unsafe: boolean;
}

/** A text, and where it is put: by itself, or in an original's place. */
interface Made {
  text: string;
  sub?: string;
  at?: Original;
}

type Maker = (random: Random, pick: () => Original) => Made;

function fromReal(change: (text: string, random: Random, other: string) => string): Maker {
  return (random, pick) => {
    const at = pick();
    return { text: change(at.text, random, pick().text), at };
  };
}

/** What the rules put back, mostly: here fixes have to show that they stay what they are. */
const withoutDirective: Maker = (random, pick) => {
  let at = pick();
  for (let tries = 0; tries < 20 && !at.path.includes("/target/stm32"); tries++) at = pick();
  const mutants = mutantsOf(at.path, at.text);
  return { text: mutants.length === 0 ? at.text : random.pick(mutants).text, at };
};

/** The kinds of inputs, and how many of a hundred are of each. */
const makers = {
  "random bytes": { share: 10, make: (random) => ({ text: noise(random) }) },
  "words in any order": { share: 12, make: (random, pick) => ({ text: soup(pick().text, random) }) },
  "primitives, growing": { share: 4, make: (random) => ({ text: growing(random) }) },
  "deep nesting": { share: 3, make: (random) => ({ text: nest(random) }) },
  "Tcl, generated": { share: 6, make: (random) => ({ text: program(random) }) },
  "configs, generated": { share: 7, make: config },
  "real, truncated": { share: 16, make: fromReal(truncate) },
  "manifests, tampered": { share: 3, make: (random) => ({ text: tamperedManifest(random) }) },
  "journals, tampered": { share: 2, make: (random) => ({ text: tamperedJournal(random) }) },
  "real, mutated": { share: 17, make: fromReal(mutate) },
  "real, a directive less": { share: 10, make: withoutDirective },
  "real, two spliced": { share: 5, make: fromReal(splice) },
  "real, other line ends": { share: 5, make: fromReal(changeLineEnds) },
} as const satisfies Record<string, { share: number; make: Maker }>;

export type Kind = keyof typeof makers;

export const kinds = Object.keys(makers) as Kind[];

const kindByShare = kinds.flatMap((kind) => Array<Kind>(makers[kind].share).fill(kind));

/** Of a hundred inputs, how many run under all transports, and how many have unsafe fixes applied. */
const underAll = 8;
const unsafely = 15;

/** Of two originals the smaller, save for one time in ten: the largest few would take most of the time. */
function pickFrom(originals: readonly Original[], random: Random): Original {
  const [a, b] = [random.pick(originals), random.pick(originals)];
  return random.percent(10) || a.text.length <= b.text.length ? a : b;
}

/** The input of that number, which the seed decides alone: any can be made again without those before it. */
export function inputAt(index: number, seed: number, originals: readonly Original[]): Input {
  const random = randomFrom(Math.imul(seed, 0x85eb_ca6b) + index);
  const kind = random.pick(kindByShare);
  const made: Made = makers[kind].make(random, () => pickFrom(originals, random));
  return {
    kind,
    path: made.at?.path ?? "/fuzz/input.cfg",
    text: made.text,
    beside: new Map([["/fuzz/sub.cfg", made.sub ?? ""]]),
    searchPaths: [made.at?.root ?? "/debian"],
    openocd: made.at?.openocd ?? random.pick(["0.12.0", "0.11.0", "0.10.0"]),
    transports: random.percent(underAll) ? usualTransports : [random.pick(usualTransports)],
    unsafe: random.percent(unsafely),
  };
}
