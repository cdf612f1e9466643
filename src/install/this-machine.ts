import { homedir } from "node:os";
import { askVersion } from "./ask.ts";
import { type Machine, thisDisk } from "./machine.ts";

/** The machine that this runs on. */
export function thisMachine(): Machine {
  const { platform, env } = process;
  return { platform, env, home: homedir(), disk: thisDisk, ask: askVersion };
}
