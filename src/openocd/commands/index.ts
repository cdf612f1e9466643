import { namesOf } from "../command-names.ts";
import type { Handler, Handlers } from "../handler.ts";
import { adapterCommands } from "./adapter.ts";
import { dapCommands } from "./daps.ts";
import { flashCommands } from "./flash.ts";
import { runCommands } from "./init-and-shutdown.ts";
import { memoryCommands } from "./memory.ts";
import { resetCommands } from "./reset.ts";
import { scriptCommands } from "./scripts.ts";
import { settingCommands } from "./settings.ts";
import { tapCommands } from "./taps.ts";
import { targetCommands } from "./targets.ts";
import { traceObjectCommands } from "./trace-objects.ts";
import { transportCommands } from "./transports.ts";

/** What each command does to the model, by full name. Commands that are not here change nothing in it. */
const handlers: Handlers = {
  ...adapterCommands,
  ...dapCommands,
  ...flashCommands,
  ...memoryCommands,
  ...resetCommands,
  ...runCommands,
  ...scriptCommands,
  ...settingCommands,
  ...tapCommands,
  ...targetCommands,
  ...traceObjectCommands,
  ...transportCommands,
};

const known = new Map<string, string | undefined>();

/** The name under which a command has its handler: its own, or another one that it has had. */
export function handledName(name: string): string | undefined {
  if (Object.hasOwn(handlers, name)) return name;
  if (!known.has(name)) {
    known.set(
      name,
      namesOf(name).find((other) => Object.hasOwn(handlers, other)),
    );
  }
  return known.get(name);
}

/** What a command of that full name does, whether or not it is there under that name. */
export function handlerOf(name: string): Handler | undefined {
  const handled = handledName(name);
  return handled === undefined ? undefined : handlers[handled];
}

/** The full names of all commands that have a handler of their own. */
export const handledNames: readonly string[] = Object.keys(handlers);
