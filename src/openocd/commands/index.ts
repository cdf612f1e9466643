import type { Handler } from "../command-registry.ts";
import { adapterCommands } from "./adapter.ts";
import { dapCommands } from "./daps.ts";
import { flashCommands } from "./flash.ts";
import { memoryCommands } from "./memory.ts";
import { renamedCommands } from "./renamed.ts";
import { resetCommands } from "./reset.ts";
import { runCommands } from "./run.ts";
import { scriptCommands } from "./scripts.ts";
import { settingCommands } from "./settings.ts";
import { tapCommands } from "./taps.ts";
import { targetCommands } from "./targets.ts";
import { transportCommands } from "./transports.ts";

/** What each command does to the model, by full name. Commands that are not here change nothing in it. */
export const handlers: Readonly<Record<string, Handler>> = {
  ...adapterCommands,
  ...dapCommands,
  ...flashCommands,
  ...memoryCommands,
  ...renamedCommands,
  ...resetCommands,
  ...runCommands,
  ...scriptCommands,
  ...settingCommands,
  ...tapCommands,
  ...targetCommands,
  ...transportCommands,
};
