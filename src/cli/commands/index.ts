import type { Declare } from "./command.ts";
import { compare } from "./compare.ts";
import { completion } from "./completion.ts";
import { explain } from "./explain.ts";
import { inspect } from "./inspect.ts";
import { installs } from "./installs.ts";
import { lsp } from "./lsp.ts";
import { prove } from "./prove.ts";
import { restore } from "./restore.ts";
import { rules } from "./rules.ts";

/** The commands of `l5cfg-fix`, in the order of its help. */
export const commands: readonly Declare[] = [
  ...[inspect, restore, installs, compare, prove],
  ...[rules, explain, lsp, completion],
];
