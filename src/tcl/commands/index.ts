import { dictValue } from "../dict.ts";
import { CommandTable, type Interp } from "../interp.ts";
import { JIM, type JimFeatures } from "../jim.ts";
import { Value } from "../value.ts";
import { defineArithmetic } from "./arithmetic.ts";
import { defineArray } from "./array.ts";
import { defineCatch } from "./catch.ts";
import { defineControl } from "./control.ts";
import { defineDict } from "./dict.ts";
import { defineExit } from "./exit.ts";
import { defineFile } from "./file.ts";
import { defineFormat } from "./format.ts";
import { defineInfo } from "./info.ts";
import { defineLibrary } from "./library.ts";
import { defineLists } from "./list.ts";
import { defineMachine } from "./machine.ts";
import { defineNamespace } from "./namespace.ts";
import { defineOutput } from "./output.ts";
import { defineExprOfWords, defineProcedures } from "./procedures.ts";
import { defineReferences } from "./reference.ts";
import { defineRegexp } from "./regexp.ts";
import { defineScan } from "./scan.ts";
import { defineSearch } from "./search.ts";
import { defineSort } from "./sort.ts";
import { defineString } from "./string.ts";
import { defineSwitch } from "./switch.ts";
import { defineTime } from "./time.ts";
import { defineVariables } from "./variables.ts";

let shared: CommandTable | undefined;

/** Gives an interpreter the commands of one Jim Tcl, none of which can do anything to the machine. */
export function defineCommands(interp: Interp, jim: JimFeatures = JIM["0.81"]): void {
  shared ??= jimCommands();
  interp.jim = jim;
  interp.commands = new CommandTable(shared);
  if (!jim.defers) interp.commands.delete("defer");
  if (jim.exprWords) defineExprOfWords(interp.commands);
  interp.setGlobal("tcl_platform", platform());
  interp.setGlobal("env", Value.unknown());
  interp.setGlobal("auto_path", Value.unknown());
  interp.setGlobal("tcl_interactive", Value.integer(0));
  interp.setGlobal("errorCode", new Value("NONE"));
}

function jimCommands(): CommandTable {
  const table = new CommandTable();
  defineControl(table);
  defineSwitch(table);
  defineProcedures(table);
  defineCatch(table);
  defineVariables(table);
  defineNamespace(table);
  defineLists(table);
  defineSort(table);
  defineSearch(table);
  defineString(table);
  defineFormat(table);
  defineScan(table);
  defineRegexp(table);
  defineDict(table);
  defineArray(table);
  defineArithmetic(table);
  defineInfo(table);
  defineTime(table);
  defineReferences(table);
  defineLibrary(table);
  defineOutput(table);
  defineFile(table);
  defineExit(table);
  defineMachine(table);
  return table;
}

// Which machine a config will run on is not known.
function platform(): Value {
  return dictValue(
    new Map([
      ["engine", new Value("Jim")],
      ["os", Value.unknown()],
      ["platform", Value.unknown()],
      ["pathSeparator", Value.unknown()],
      ["byteOrder", new Value("littleEndian")],
      ["threaded", new Value("0")],
      ["bootstrap", new Value("0")],
      ["pointerSize", new Value("8")],
      ["wordSize", new Value("8")],
    ]),
  );
}
