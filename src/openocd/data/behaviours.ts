import { bitOf, type Release, since } from "./releases.ts";

/** What a release does otherwise than others, where that is no matter of a name in a table. Source: the programs, asked. */
const SINCE = {
  /** `hla newtap` is a proc over `swj_newdap`; before, the transports of HLA have groups `hla` and `jtag` of their own. */
  "hla newtap is a proc": since("st-1.6.0"),
  /** A group says nothing of a word that it does not know; before, it logs it. */
  "groups are silent": since("st-1.8.0"),
  /** `TARGET cget -coreid` is the core's number; before, by mistake, the size of the work area. */
  "cget knows coreid": since("st-1.4.0"),
  /** OpenOCD's commands are what they seem; before, each is a proc that hands its words to a command `ocd_NAME`. */
  "commands are commands": since("st-1.4.0"),
  /** Part of a transport's name decides whether it is JTAG or SWD; ST's first releases compare the whole name. */
  "transports match by a part": since("st-1.4.0") | bitOf("0.10.0"),
  /** `hla_vid_pid` takes several pairs; before, just one. */
  "hla takes several ids": since("st-1.0.0"),
  /** There are commands for DAPs, and targets that need one. */
  "targets have daps": since("st-1.0.0"),
  /** Handlers can be called only after `init`. */
  "invoke-event needs init": since("st-1.4.0"),
  /** `jtag configure` says only in the log that there is no such TAP. */
  "taps are unknown in the log": since("master"),
  /** DAPs on one SWD line must have different ids; before, OpenOCD accepts any number of equal ones. */
  "daps on SWD differ": since("st-1.11.0"),
  /** `cortex_m3` and `cortex_a8` are no types; before, they are deprecated names of them. */
  "types have one name": since("st-1.8.0"),
  /** `init` finds a speed of the adapter by itself; before, one has to be set. */
  "speed has a default": since("st-1.11.0"),
  /** `swd newdap` reads its options, and needs none; masks of the instruction register are not checked. */
  "taps are alike": since("master"),
  /** A handler of `trace-config` is called deprecated. */
  "trace-config is deprecated": since("st-1.8.0"),
  /** There is no variable `ocd_HOSTOS`. */
  "ocd_HOSTOS is missing": since("st-1.8.0"),
  /** `find` looks for the names that scripts have got since, too. */
  "find knows new names": since("master"),
  /** A bank of the driver jtagspi can name a programmable device in place of an instruction. */
  "jtagspi takes -pld": since("master"),
  /** `cti create` takes `-baseaddr` beside `-ctibase`. */
  "cti takes -baseaddr": since("st-1.6.0"),
  /** `cti create` needs the number of an access port, and says so of an option that it does not know. */
  "cti gets its access port": since("st-1.11.0"),
} as const;

type Behaviour = keyof typeof SINCE;

/** Whether a release behaves so. */
export function does(release: Release, behaviour: Behaviour): boolean {
  return (SINCE[behaviour] & bitOf(release.id)) !== 0;
}
