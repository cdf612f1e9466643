import { chmodSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderWith } from "../install/fixtures.ts";
import { install } from "./fixtures.ts";

/** The plugin with the program. */
const PROGRAM = "com.st.stm32cube.ide.mcu.externaltools.openocd.linux64";

/** A copy of the install in a folder, with a program that does what a shell script says. */
export function installWith(script: string, version = "1.4.0.202007081208", name = "ide") {
  const root = join(folderWith(), name);
  cpSync(install, root, { recursive: true });
  const binary = join(root, `plugins/${PROGRAM}_${version}/tools/bin/openocd`);
  mkdirSync(dirname(binary), { recursive: true });
  writeFileSync(binary, `#!/bin/sh\n${script}\n`);
  chmodSync(binary, 0o755);
  return { root, binary };
}

/** A script that answers as OpenOCD does when it is asked for its version. */
export const says = (version: string) => `echo 'Open On-Chip Debugger ${version}' >&2`;

/** One that leaves `ran` in a folder besides. */
export const marked = (folder: string) => `touch '${folder}/ran'; ${says("0.11.0-rc2+dev-00039-gff701ce82")}`;
