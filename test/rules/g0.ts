import { fixJob, type Patch } from "../../src/check/fix.ts";
import type { FileSystem } from "../../src/files/file-system.ts";
import { withFiles } from "../../src/files/layered-files.ts";

const nothing: FileSystem = { read: () => undefined, kind: () => undefined };

/** What it sources. */
export const helpers = {
  "target/swj-dp.tcl":
    'proc swj_newdap {chip tag args} { eval [expr {[using_jtag] ? "jtag newtap" : "swd newdap"}] $chip $tag $args }\n',
  "mem_helper.tcl": "proc mmw {reg setbits clearbits} { mww $reg $setbits }\nproc mrw {reg} { return 0 }\n",
};

/** A config of an STM32G0 in lines; a test takes some away or puts others in. */
export const g0 = {
  swj: "source [find target/swj-dp.tcl]",
  mem: "source [find mem_helper.tcl]",
  chip: "set _CHIPNAME stm32g0x",
  size: "set _WORKAREASIZE 0x1000",
  tap: "swj_newdap $_CHIPNAME cpu -irlen 4 -ircapture 0x1 -irmask 0xf",
  dap: "dap create $_CHIPNAME.dap -chain-position $_CHIPNAME.cpu",
  name: "set _TARGETNAME $_CHIPNAME.cpu",
  target: "target create $_TARGETNAME cortex_m -dap $_CHIPNAME.dap",
  area: "$_TARGETNAME configure -work-area-phys 0x20000000 -work-area-size $_WORKAREASIZE -work-area-backup 0",
  flash: "flash bank $_CHIPNAME.flash stm32l4x 0x08000000 0 0 0 $_TARGETNAME",
  otp: "flash bank $_CHIPNAME.otp stm32l4x 0x1FFF7000 0 0 0 $_TARGETNAME",
  event: "$_TARGETNAME configure -event examine-end { mmw 0x40015804 0x6 0 }",
};

export function text(lines: Record<string, string>): string {
  return Object.values(lines)
    .map((line) => `${line}\n`)
    .join("");
}

/** Fixes that config, or another one, with these scripts at hand. */
export function fix(
  config: string,
  file = "target/stm32g0x.cfg",
  others: Record<string, string> = helpers,
): Patch {
  const files = new Map(
    Object.entries({ ...others, [file]: config }).map(([name, own]) => [`/s/${name}`, own]),
  );
  return fixJob(
    { configs: [`/s/${file}`], searchPaths: ["/s"], openocd: "0.12.0", cwd: "/nowhere" },
    { fs: withFiles(files, nothing) },
  );
}

export function rulesOf(patch: Patch): string[] {
  return patch.fixed.map(({ rule }) => rule);
}
