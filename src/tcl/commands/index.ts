import { dictValue } from "../dict.ts";
import type { Interp } from "../interp.ts";
import { Value } from "../value.ts";
import { defineArithmetic } from "./arithmetic.ts";
import { defineArray } from "./array.ts";
import { defineCatch } from "./catch.ts";
import { defineControl } from "./control.ts";
import { defineDangerous } from "./dangerous.ts";
import { defineDict } from "./dict.ts";
import { defineExit } from "./exit.ts";
import { defineFile } from "./file.ts";
import { defineFormat } from "./format.ts";
import { defineInfo } from "./info.ts";
import { defineLibrary } from "./library.ts";
import { defineLists } from "./list.ts";
import { defineNamespace } from "./namespace.ts";
import { defineOutput } from "./output.ts";
import { defineProcedures } from "./procedures.ts";
import { defineReferences } from "./reference.ts";
import { defineRegexp } from "./regexp.ts";
import { defineScan } from "./scan.ts";
import { defineSearch } from "./search.ts";
import { defineSort } from "./sort.ts";
import { defineString } from "./string.ts";
import { defineSwitch } from "./switch.ts";
import { defineTime } from "./time.ts";
import { defineVariables } from "./variables.ts";

/** Gives an interpreter the commands of Jim Tcl, none of which can do anything to the machine. */
export function defineCommands(interp: Interp): void {
  defineControl(interp);
  defineSwitch(interp);
  defineProcedures(interp);
  defineCatch(interp);
  defineVariables(interp);
  defineNamespace(interp);
  defineLists(interp);
  defineSort(interp);
  defineSearch(interp);
  defineString(interp);
  defineFormat(interp);
  defineScan(interp);
  defineRegexp(interp);
  defineDict(interp);
  defineArray(interp);
  defineArithmetic(interp);
  defineInfo(interp);
  defineTime(interp);
  defineReferences(interp);
  defineLibrary(interp);
  defineOutput(interp);
  defineFile(interp);
  defineExit(interp);
  defineDangerous(interp);
  interp.setGlobal("tcl_platform", platform());
  interp.setGlobal("errorCode", new Value("NONE"));
}

// Which machine a config will run on, nobody knows.
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
