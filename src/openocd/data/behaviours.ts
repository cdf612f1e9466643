import { bitOf, type Release, since } from "./releases.ts";

/** What a release does otherwise than others, where that is no matter of a name in a table. Source: the programs, asked. */
const SINCE = {
  /** `hla newtap` is a proc over `swj_newdap`; before, the transports of HLA have groups `hla` and `jtag` of their own. */
  "hla newtap is a proc": since("st-1.6.0"),
  /** A group says nothing of a word that it does not know; before, it logs it. */
  "groups are silent": since("st-1.8.0"),
  /** `TARGET cget -coreid` is the core's number; before, by mistake, the size of the work area. */
  "cget knows coreid": since("st-1.4.0"),
  /** There is no variable `ocd_HOSTOS`. */
  "the system is not told": since("st-1.8.0"),
  /** `find` looks for the names that scripts have got since, too. */
  "find knows new names": since("master"),
  /** A bank of the driver jtagspi can name a programmable device in place of an instruction. */
  "jtagspi takes -pld": since("master"),
} as const;

type Behaviour = keyof typeof SINCE;

/** Whether a release behaves so. */
export function does(release: Release, behaviour: Behaviour): boolean {
  return (SINCE[behaviour] & bitOf(release.id)) !== 0;
}
