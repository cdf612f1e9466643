import type { CommandTable, Interp } from "../interp.ts";
import { Stop } from "../stop.ts";
import { type Argv, countOf, expectArguments } from "./arguments.ts";

/** `exit` */
export function defineExit(table: CommandTable): void {
  table.define("exit", runExit);
}

function runExit(_: Interp, argv: Argv): never {
  expectArguments(argv, 0, 1, "?exitCode?");
  const code = argv[1] === undefined || argv[1].unknown ? 0 : countOf(argv[1]);
  throw new Stop("exit", `exit ${code}`);
}
