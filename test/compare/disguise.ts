import { type CommandNode, parse } from "../../src/tcl/syntax.ts";

/** A source of numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** The same numbers every time (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same config with other names for the variables, independent commands in another order, and other blanks. */
export function disguise(text: string, variables: readonly string[], random: Random): string {
  return reindent(renameLocals(renameGlobals(reorder(text, random), variables)));
}

function renameGlobals(text: string, variables: readonly string[]): string {
  return variables.reduce(
    (all, name) => all.replace(new RegExp(`(?<![\\w.])${name}(?![\\w(])`, "g"), `own_${name}`),
    text,
  );
}

/** Variables in the bodies of procs. */
function renameLocals(text: string): string {
  let out = text;
  for (const { words, start, end } of [...parse(text).commands].reverse()) {
    if (words[0]!.text !== "proc") continue;
    const body = text.slice(start, end);
    const names = [...body.matchAll(/\bset ([A-Za-z]\w*)\b/g)].map(([, name]) => name!);
    const renamed = [...new Set(names)].reduce(
      (all, name) =>
        all.replace(new RegExp(`(\\$|\\bset |\\bexists |\\bincr )${name}\\b`, "g"), `$1${name}_here`),
      body,
    );
    if (!/\b(?:global|upvar)\b/.test(body)) out = out.slice(0, start) + renamed + out.slice(end);
  }
  return out;
}

function reindent(text: string): string {
  return text
    .replace(/^[ \t]*(?=\S)/gm, (lead) => `${" ".repeat(3 * lead.length + 1)}`)
    .replace(/^(?= {1}\S)/gm, "\n");
}

interface Chunk {
  text: string;
  /** What its command changes and needs: variables by their names, what it makes, what it sets. */
  effects: Effects;
}

interface Effects {
  writes: ReadonlySet<string>;
  reads: ReadonlySet<string>;
  isBarrier: boolean;
}

/** Swaps neighbours that do not depend on each other, each with the comments above it, many times over. */
function reorder(text: string, random: Random): string {
  const { commands } = parse(text);
  const chunks = commands.map((command, i) => ({
    effects: effectsOf(command),
    text: `\n${text.slice(i === 0 ? 0 : commands[i - 1]!.end, command.end)}`,
  }));
  for (let round = 0; round < 20 * chunks.length; round++) {
    const at = Math.floor(random() * (chunks.length - 1));
    const [one, two] = [chunks[at], chunks[at + 1]];
    if (one && two && commute(one, two)) chunks.splice(at, 2, two, one);
  }
  return `${chunks.map((chunk) => chunk.text).join("")}\n`;
}

function commute(a: Chunk, b: Chunk): boolean {
  const [one, two] = [a.effects, b.effects];
  if (one.isBarrier || two.isBarrier) return false;
  const overlaps = (x: ReadonlySet<string>, y: ReadonlySet<string>) => [...x].some((name) => y.has(name));
  return (
    !overlaps(one.writes, two.writes) && !overlaps(one.writes, two.reads) && !overlaps(one.reads, two.writes)
  );
}

function effectsOf(command: CommandNode): Effects {
  const words = command.words.map((word) => word.text);
  const text = words.join(" ");
  const writes = new Set([...text.matchAll(/\bset (\w+)/g)].map(([, name]) => `$${name}`));
  const reads = new Set([...text.matchAll(/\$\{?(\w+)|\bexists (\w+)/g)].map(([, a, b]) => `$${a ?? b}`));
  // Variables whose names are put together.
  if (/\b(?:set|unset|exists) \$/.test(text)) writes.add("put together");
  const isStored = words[0] === "proc";
  const makes =
    !isStored && /\b(newtap|swj_newdap|dap create|target create|tpiu create|cti create)\b/.test(text);
  if (makes) writes.add("things");
  else if (words[0]!.startsWith("$") || /^(flash bank|cortex_m|if|targets)\b/.test(text)) reads.add("things");
  if (words[0]!.startsWith("$")) writes.add(`${words[0]} ${words.slice(1, 4).join(" ")}`);
  if (isStored) writes.add(`proc ${words[1]}`);
  for (const setting of text.matchAll(/\b(adapter \w+|reset_config|jtag_\w+|using_\w+)/g)) {
    if (!isStored && !setting[1]!.startsWith("using")) writes.add(setting[1]!);
  }
  const isBarrier = !isStored && /\b(source|init|eval|foreach|for|while|switch)\b/.test(words[0]!);
  return { writes, reads, isBarrier: isBarrier || (words[0] === "if" && /\bsource\b/.test(text)) };
}
