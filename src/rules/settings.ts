import { type ChipFamily, familyOf, layoutOf } from "../chips/index.ts";
import { hex32 } from "../hexadecimal.ts";
import type { Config, Made } from "../openocd/model.ts";
import { isJtag } from "../openocd/transport.ts";
import { stemOf } from "./chip.ts";
import { isOptional } from "./optional-variable.ts";

/** The default of a variable of OpenOCD's configs, and how configs set it. */
export interface Setting {
  value: string;
  lines(indent: string): string[];
}

/** The context: who reads a variable, and what else is set. */
export type Reader = Pick<Made, "at" | "calledFrom"> & {
  config: Pick<Config, "file" | "transport" | "sources">;
  read(name: string): string | undefined;
};

/**
 * The value for a variable that nothing set, by OpenOCD's conventions and the chip's facts; empty where it is
 * optional.
 */
export function assumed(name: string, reader: Reader): string | undefined {
  return settingOf(name, reader)?.value ?? (isOptional(name, reader.at) ? "" : undefined);
}

/** How a config sets that variable; undefined for variables without a common meaning. */
export function settingOf(name: string, reader: Reader): Setting | undefined {
  const family = familyOfReader(reader);
  const option = /\.([A-Z0-9_]+)$/.exec(name)?.[1];
  if (option !== undefined) return optionOf(name, option, reader);
  if (/^_?WORK_?AREA_?(START|ADDR|BASE)/.test(name)) {
    return family && plain(name, hex32(family.ram.base));
  }
  return Object.hasOwn(settings, name) ? settings[name]!(reader, family) : undefined;
}

type Maker = (reader: Reader, family: ChipFamily | undefined) => Setting | undefined;

const settings: Readonly<Record<string, Maker>> = {
  _CHIPNAME: (reader, family) => {
    const file = chipFile(reader);
    if (file === undefined || family === undefined) return undefined;
    const layout = layoutOf(family);
    const isOwn = file.endsWith(`/${layout?.config}`);
    return overridable("CHIPNAME", (isOwn ? layout?.chipName : undefined) ?? stemOf(file), reader);
  },
  _TARGETNAME: (reader, family) => {
    const main = family && layoutOf(family)?.targets.find(({ type }) => type !== "mem_ap");
    return main && ofChip("_TARGETNAME", main.name, reader);
  },
  _FLASHNAME: (reader, family) => {
    const bank = family && layoutOf(family)?.banks[0];
    return bank && ofChip("_FLASHNAME", bank.name, reader);
  },
  _ENDIAN: (_, family) => family && plain("_ENDIAN", "little"),
  _WORKAREASIZE: (reader, family) =>
    family && overridable("WORKAREASIZE", `0x${family.workAreaSize.toString(16)}`, reader),
  _FLASH_SIZE: (reader, family) => family && overridable("FLASH_SIZE", "0", reader),
  _CPUTAPID: tapId,
  _CLCTAPID: (reader, family) => {
    const id = family && layoutOf(family)?.chipTapId;
    return id === undefined ? undefined : overridable("CLCTAPID", hex32(id), reader);
  },
};

function plain(name: string, value: string): Setting {
  return { value, lines: () => [`set ${name} ${value}`] };
}

function ofChip(name: string, part: string, { read }: Reader): Setting | undefined {
  const chip = read("_CHIPNAME");
  if (chip === undefined) return undefined;
  return { value: `${chip}.${part}`, lines: () => [`set ${name} $_CHIPNAME.${part}`] };
}

/** OpenOCD's idiom: the user of a config may set NAME before; the config reads _NAME. */
function overridable(name: string, value: string, { read }: Reader): Setting {
  return {
    value: read(name) ?? value,
    lines: (indent) => overridableLines(name, value, indent),
  };
}

/** That idiom as lines. */
export function overridableLines(name: string, value: string, indent: string): string[] {
  return [
    `if { [info exists ${name}] } {`,
    `${indent}set _${name} $${name}`,
    "} else {",
    `${indent}set _${name} ${value}`,
    "}",
  ];
}

function tapId(reader: Reader, family: ChipFamily | undefined): Setting | undefined {
  const tap = family && layoutOf(family)?.tap;
  if (tap === undefined) return undefined;
  const { jtagId, swdId } = tap;
  if (jtagId === undefined) return overridable("CPUTAPID", hex32(swdId), reader);
  const own = isJtag(reader.config.transport) ? jtagId : swdId;
  return {
    value: reader.read("CPUTAPID") ?? hex32(own),
    lines: (indent) => [
      "if { [info exists CPUTAPID] } {",
      `${indent}set _CPUTAPID $CPUTAPID`,
      "} elseif { [using_jtag] } {",
      `${indent}set _CPUTAPID ${hex32(jtagId)}`,
      "} else {",
      `${indent}set _CPUTAPID ${hex32(swdId)}`,
      "}",
    ],
  };
}

/** Options of OpenOCD's STM32 configs that exist per chip, and are off unless the user sets them. */
const options = ["DUAL_BANK", "DUAL_CORE", "USE_CTI", "WKUP_CM0P"];

function optionOf(name: string, option: string, { read }: Reader): Setting | undefined {
  if (!options.includes(option) || name !== `${read("_CHIPNAME")}.${option}`) return undefined;
  return {
    value: read(option) ?? "0",
    lines: (indent) => [
      `if { [info exists ${option}] } {`,
      `${indent}set $_CHIPNAME.${option} $${option}`,
      `${indent}unset ${option}`,
      "} else {",
      `${indent}set $_CHIPNAME.${option} 0`,
      "}",
    ],
  };
}

/** The file whose name identifies the chip, the nearest one to the reader first. */
export function chipFile({ at, calledFrom, config }: Omit<Reader, "read">): string | undefined {
  const files = [at, ...calledFrom].map(({ file }) => file);
  return [...files, config.file].find((file) => familyOf(file) !== undefined);
}

function familyOfReader(reader: Reader): ChipFamily | undefined {
  const file = chipFile(reader);
  return file === undefined ? undefined : familyOf(file);
}
