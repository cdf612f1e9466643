import type { Interp } from "../interp.ts";
import { defineControl } from "./control.ts";
import { defineProcedures } from "./procedures.ts";
import { defineVariables } from "./variables.ts";

/** Gives an interpreter the commands of Jim Tcl that can do nothing to the machine. */
export function defineCommands(interp: Interp): void {
  defineControl(interp);
  defineProcedures(interp);
  defineVariables(interp);
}
