import { OBJECT_COMMANDS, type ObjectKind } from "./data/command-origins.ts";
import { isAmong } from "./data/table.ts";

/**
 * Whether a word is a subcommand of the command that `target create`, `dap create`, `cti create`, `tpiu create` (and `swo create`)
 * make, in OpenOCD 0.12.0. A target has its type's commands besides, see above. Under HLA a DAP has none.
 */
export function isObjectCommand(kind: ObjectKind, word: string): boolean {
  return isAmong(OBJECT_COMMANDS[kind], word);
}
