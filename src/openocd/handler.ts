import type { Value } from "../tcl/value.ts";
import type { Session } from "./session.ts";

/** What a command of OpenOCD does to the model. `args` do not include the command's own words. */
export type Handler = (session: Session, args: readonly Value[], name: string) => Value;

export type Handlers = Readonly<Record<string, Handler>>;
