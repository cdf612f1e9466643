import { insertBefore } from "../edit/insert.ts";
import { styleOf } from "../edit/style.ts";
import type { Place } from "../openocd/place.ts";
import type { Fix } from "./finding.ts";
import { commandsOf } from "./top-level.ts";

/**
 * Procs that implement commands of 0.12.0 with the equivalent older commands: by name, their parameters and their
 * lines.
 */
const PROCS: Readonly<Record<string, readonly [parameters: string, ...lines: string[]]>> = {
  read_memory: [
    "address width count args",
    "mem2array values $width $address $count {*}$args",
    "set list {}",
    "for { set i 0 } { $i < $count } { incr i } { lappend list [format 0x%x $values($i)] }",
    "return $list",
  ],
  write_memory: [
    "address width list args",
    "set count 0",
    "foreach value $list { set values($count) $value; incr count }",
    "array2mem values $width $address $count {*}$args",
  ],
};

/** Defines a command for memory access in front of a script that calls it. Undefined for other commands. */
export function memoryProc(name: string, { file, source }: Place): Fix | undefined {
  const [parameters, ...lines] = PROCS[name] ?? [];
  const first = commandsOf(source)[0];
  if (parameters === undefined || first === undefined) return undefined;
  const style = styleOf(source.text);
  const proc = [`proc ${name} {${parameters}} {`, ...lines.map((line) => style.indent + line), "}", ""];
  return {
    safety: "safe",
    title: `define \`${name}\` by ${lines.join().includes("mem2array") ? "`mem2array`" : "`array2mem`"}`,
    edits: [{ file, edits: [insertBefore(source.text, first.start, proc, style)] }],
    changes: [{ kind: "proc", name }],
  };
}
