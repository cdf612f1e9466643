/** The text of an overlay's `openocd.cfg`, which makes a session of the patched scripts and the others after them. */

import { posix } from "node:path";
import { configName, type Manifest } from "../manifest/manifest.ts";
import { COMMANDS } from "../openocd/data/commands.ts";
import { has } from "../openocd/data/table.ts";
import { releaseNamed } from "../openocd/version.ts";
import { adapterLines } from "./adapter-lines.ts";
import { ownConfigName } from "./overlay-name.ts";
import { joinTcl, slashed, type Tcl, tcl, tclComment } from "./tcl.ts";

/** The text, its names in UTF-8 when encoded so. Needs nothing of the command line, and loads from any folder. */
export function openocdCfg(manifest: Manifest): string {
  const parts = [
    head(manifest),
    folders(manifest),
    targetLookup(manifest),
    choice(manifest),
    adapter(manifest),
    ending,
  ];
  return `${joinTcl(parts, "\n\n").text}\n`;
}

function head({ tool, targets, transports }: Manifest): Tcl {
  const choices = tclComment(targets.map(targetName).join(" "));
  return tcl`\
# Loads the patched scripts of this folder, and the original ones after them.
# Written by ${tclComment(tool)}, and written again each time it runs.
#
# To be set beforehand, with -c "set NAME VALUE" in front of the -f:
#   TARGET     which target or board; patched here: ${choices}
#   TRANSPORT  default: ${tclComment(usualTransport(transports))}
#   INTERFACE  script for another adapter: interface/cmsis-dap.cfg
# An adapter that is chosen already is kept.`;
}

// `find` would take a folder target/ of the current directory for this one (OpenOCD 0.12.0, find_file), whatever the
// command line says. Folders added by a script come after all others, OpenOCD's own included (add_script_search_dir).
function folders(manifest: Manifest): Tcl {
  const { searchPaths, files } = manifest;
  const { ownFolder, isFile } = fileWords(manifest);
  const hasOwn = files.some(({ path }) => path === ownConfigName);
  const words = joinTcl(searchPaths.slice(1).map((folder) => tcl` ${slashed(folder)}`));
  return tcl`\
set _L5CFG_FOLDERS [list ${ownFolder}${words}]

# OpenOCD itself would look in the current directory first. These folders come first while this file runs.
rename find _l5cfg_find
proc find {name} {
	global _L5CFG_FOLDERS${hasOwn ? renamed : tcl``}
	foreach folder $_L5CFG_FOLDERS {
		if { ${isFile} } {
			return $folder/$name
		}
	}
	return [_l5cfg_find $name]
}
# For what is looked up later; folders added here come last.
foreach _L5CFG_FOLDER $_L5CFG_FOLDERS {
	add_script_search_dir $_L5CFG_FOLDER
}`;
}

/** How Tcl names the folder of this file, and asks for `$folder/$name`. */
function fileWords({ openocd }: Manifest): { ownFolder: Tcl; isFile: Tcl } {
  if (releaseNamed(openocd.version).id !== "0.10.0")
    return { ownFolder: tcl`[file dirname [info script]]`, isFile: tcl`[file isfile $folder/$name]` };
  // It has no command `file`. Its `find` takes a whole path as it is, and fails where nothing is there.
  return {
    ownFolder: tcl`[regsub {[^/]*$} [info script] {}].`,
    isFile: tcl`![catch { _l5cfg_find $folder/$name }]`,
  };
}

// The config of the project that this file here has the name of.
const renamed = tcl`
	if { [string equal $name ${configName}] } {
		set name ${ownConfigName}
	}`;

function targetLookup(manifest: Manifest): Tcl {
  const { targets } = manifest;
  const { isFile } = fileWords(manifest);
  const patched = targets.map(targetName).join(", ");
  return tcl`\
# The script that a TARGET means: stm32l5x for target/stm32l5x.cfg.
proc _l5cfg_script {target} {
	global _L5CFG_FOLDERS
	foreach name [list $target target/$target.cfg board/$target.cfg $target.cfg] {
		foreach folder $_L5CFG_FOLDERS {
			if { ${isFile} } {
				return $name
			}
		}
	}
	set patched ${patched}
	error "no target or board is called \\"$target\\"; patched here: $patched"
}`;
}

function choice({ targets }: Manifest): Tcl {
  const [usual = "", ...others] = targets;
  const hint = `using ${targetName(usual)}; set TARGET for another: ${others.map(targetName).join(", ")}`;
  const echo = others.length > 0 ? tcl`\n\techo ${hint}` : tcl``;
  return tcl`\
if { [info exists TARGET] } {
	set _L5CFG_SCRIPT [_l5cfg_script $TARGET]
} else {
	set _L5CFG_SCRIPT ${usual}${echo}
}`;
}

/** A condition of Tcl: whether the script leaves the adapter to us. One of a board that was not run is thought not to. */
function leavesAdapter({ targets, boards }: Manifest): Tcl {
  const isIn = (names: readonly string[]) => tcl`[lsearch -exact ${names} $_L5CFG_SCRIPT]`;
  const choosing = boards.filter((name) => !name.startsWith("board/"));
  const leaving = targets.filter((name) => name.startsWith("board/") && !boards.includes(name));
  const noBoard = tcl`![string match board/* $_L5CFG_SCRIPT]`;
  const conditions = [
    leaving.length > 0 ? tcl`(${noBoard} || ${isIn(leaving)} >= 0)` : noBoard,
    ...(choosing.length > 0 ? [tcl`${isIn(choosing)} < 0`] : []),
  ];
  return joinTcl(conditions, " && ");
}

function adapter(manifest: Manifest): Tcl {
  const { openocd, interfaces, transports } = manifest;
  const release = releaseNamed(openocd.version).id;
  const adapterName = has(COMMANDS, "adapter name", release) ? tcl`adapter name` : tcl`adapter_name`;
  return tcl`\
# A board chooses its adapter itself.
if { [${adapterName}] eq "undefined" && ${leavesAdapter(manifest)} } {
	if { [info exists TRANSPORT] } {
		set _L5CFG_TRANSPORT $TRANSPORT
	} else {
		set _L5CFG_TRANSPORT ${usualTransport(transports)}
	}
	if { [info exists INTERFACE] } {
		source [find $INTERFACE]
	} else {
		switch -glob $_L5CFG_TRANSPORT {
${adapterLines(interfaces, release)}
			default {
				error "no adapter is known for transport $_L5CFG_TRANSPORT; set INTERFACE to its script"
			}
		}
	}
	if { ![info exists INTERFACE] || [info exists TRANSPORT] } {
		transport select $_L5CFG_TRANSPORT
	}
}`;
}

const ending = tcl`\
source [find $_L5CFG_SCRIPT]

rename find ""
rename _l5cfg_find find`;

/** The transports for ST-LINK: the one that every firmware has, then the other. */
const PREFERRED = ["hla_swd", "dapdirect_swd"];

/** The transport that an overlay's `openocd.cfg` selects where nothing else does. */
export function usualTransport(checked: readonly string[]): string {
  return PREFERRED.find((transport) => checked.includes(transport)) ?? checked[0] ?? PREFERRED[0]!;
}

/** What a person calls a target or board: `stm32l5x` for `target/stm32l5x.cfg`. */
export function targetName(script: string): string {
  const isListed = script.startsWith("target/") || script.startsWith("board/");
  const name = isListed ? script.slice(script.indexOf("/") + 1) : script;
  return posix.extname(name) === ".cfg" ? name.slice(0, -".cfg".length) : name;
}
