/** How an OpenOCD is asked what it makes of a config: to the end of the configuration stage, without hardware. */

import { nameIn } from "../../openocd/command-names.ts";
import type { ReleaseId } from "../../openocd/data/releases.ts";
import { releaseNamed } from "../../openocd/version.ts";
import { slashed, tclPath, tclWord } from "../../overlay/tcl.ts";
import type { Binary } from "../binary.ts";
import { c, inText } from "../session.ts";

export interface ProgramQuestion {
  program: Binary;
  /** Absolute. */
  config: string;
  /** OpenOCD's `-s`, in order. */
  searchPaths: readonly string[];
  /** A folder that comes before all others, the working directory included. */
  copies?: string | undefined;
  /** Chosen before the config; undefined for one that chooses them itself, or runs without. */
  given: { transport: string; adapter: string } | undefined;
  /** Names and values in bytes. */
  variables: Readonly<Record<string, string>>;
}

/** The command-line words for the question. Each line of the answer starts with the mark, a random word. */
export function askingCommand(question: ProgramQuestion, mark: string): string[] {
  const { program, config, searchPaths, copies, given, variables } = question;
  const settings = Object.entries(inText(variables)).map(
    ([name, value]) => `set ${tclWord(name)} ${tclWord(value)}`,
  );
  return [
    program.path,
    ...searchPaths.flatMap((folder) => ["-s", slashed(folder)]),
    ...c(...(given ? adapterCommands(given, releaseNamed(program.version).id) : [])),
    ...c(...settings, ...(copies === undefined ? [] : [findIn(copies)]), before(mark)),
    ...["-f", slashed(config)],
    ...c(after, "shutdown"),
  ];
}

function adapterCommands(
  { adapter, transport }: NonNullable<ProgramQuestion["given"]>,
  release: ReleaseId,
): string[] {
  const named = (name: string) => nameIn(name, release, adapter) ?? name;
  const more = adapter === "hla" ? [`${named("hla_layout")} stlink`] : [];
  return [`${named("adapter driver")} ${adapter}`, ...more, `transport select ${transport}`];
}

/** OpenOCD itself would look in the working directory first, as an overlay does not. */
function findIn(folder: string): string {
  return `rename find __l5cfg_find
proc find {name} {
  if {![catch {__l5cfg_find [join [list ${tclPath(folder)} $name] /]} __l5cfg_file]} {return $__l5cfg_file}
  __l5cfg_find $name
}
list`;
}

/**
 * The config's own `init` would look for hardware: there the configuration stage is over, and so is the run. All is
 * said where errors are printed, to keep their order; OpenOCD 0.10.0 has no channel for it. The last command is for its result, which OpenOCD prints.
 */
function before(mark: string): string {
  return `if {[info commands stderr] ne ""} {
  proc __l5cfg_say {text} {stderr puts "\\n${mark} $text"; stderr flush}
} else {
  proc __l5cfg_say {text} {echo "\\n${mark} $text"}
}
proc init {args} {__l5cfg_say init; shutdown}
__l5cfg_say begin
list`;
}

/** What it made, as far as flashing depends on it. */
const after = `foreach __l5cfg_target [target names] {
  set __l5cfg_values [list $__l5cfg_target]
  foreach __l5cfg_option {-type -work-area-phys -work-area-size -work-area-backup} {
    if {[catch {$__l5cfg_target cget $__l5cfg_option} __l5cfg_value]} {set __l5cfg_value {}}
    lappend __l5cfg_values $__l5cfg_value
  }
  __l5cfg_say "target $__l5cfg_values"
}
foreach __l5cfg_bank [flash list] {__l5cfg_say "bank [list {*}$__l5cfg_bank]"}
__l5cfg_say end
list`;
