import { bitOf, type ReleaseId, since } from "./releases.ts";

/** What to do about a command that has no plain successor, by its name. */
const HINTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    read_memory: "read single words with `mrw ADDRESS` (mem_helper.tcl), or an array with `mem2array`",
    write_memory: "write single words with `mww ADDRESS VALUE`, or an array with `array2mem`",
    get_reg: "`reg NAME` prints a register",
    set_reg: "`reg NAME VALUE` sets a register",
    mem2array: "`read_memory ADDRESS WIDTH COUNT` gives the values as a list",
    array2mem: "`write_memory ADDRESS WIDTH LIST` takes the values as a list",
    jtag_speed: "the speed is given in kHz since 0.5: `adapter speed`, or `adapter_khz` before 2020",
    "tpiu create": "leave it out, or guard it: without it only tracing is lost",
    "swo create": "leave it out, or guard it: without it only tracing is lost",
    "adapter assert": "`jtag_reset TRST SRST` drives the reset lines",
    "adapter deassert": "`jtag_reset TRST SRST` drives the reset lines",
  }),
);

/** What takes a command's place, for a person to write; undefined where nothing is known. */
export function commandHint(name: string, release: ReleaseId): string | undefined {
  const isNew = ["read_memory", "write_memory", "get_reg", "set_reg"].includes(name);
  if (isNew && since("st-1.11.0") & bitOf(release)) return undefined;
  return HINTS.get(name);
}
