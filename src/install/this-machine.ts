import { homedir } from "node:os";
import { diskFiles } from "../files/disk-files.ts";
import { remembering } from "../files/snapshot.ts";
import { askVersion } from "./ask.ts";
import { askFacts } from "./ask-facts.ts";
import type { Machine } from "./machine.ts";

/** The machine on which this program runs. */
export function thisMachine(): Machine {
  const { platform, env } = process;
  return { platform, env, home: homedir(), disk: diskFiles, ask: askVersion, askFacts };
}

/** The same, asking each program once. */
export function rememberingMachine(): Machine {
  return { ...thisMachine(), ask: remembering(askVersion), askFacts: remembering(askFacts) };
}
