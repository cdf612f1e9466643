import type { Case } from "./case.ts";
import { control } from "./control.ts";
import { dicts } from "./dicts.ts";
import { general } from "./general.ts";
import { info } from "./info.ts";
import { lists } from "./lists.ts";
import { namespaces } from "./namespaces.ts";
import { procs } from "./procs.ts";
import { regexps } from "./regexps.ts";
import { scanning } from "./scanning.ts";
import { strings } from "./strings.ts";

/** All of them, by subject. */
export const cases: Readonly<Record<string, readonly Case[]>> = {
  ...general,
  "regular expressions in detail": regexps,
  "namespaces in detail": namespaces,
  "what a script asks of the interpreter": info,
  scanning: scanning,
  "dicts in detail": dicts,
  "procs in detail": procs,
  "lists and arrays": lists,
  "strings and numbers": strings,
  "control, channels, names of files": control,
};
