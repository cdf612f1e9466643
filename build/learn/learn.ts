import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ADAPTER_DRIVERS } from "../../src/openocd/data/adapter-drivers.ts";
import { COMMANDS } from "../../src/openocd/data/commands.ts";
import { FLASH_DRIVERS } from "../../src/openocd/data/flash-drivers.ts";
import { RELEASES, type Release, type ReleaseId } from "../../src/openocd/data/releases.ts";
import { allNames, names, type Table } from "../../src/openocd/data/table.ts";
import { TARGET_EVENTS } from "../../src/openocd/data/target-events.ts";
import { TARGET_TYPES } from "../../src/openocd/data/target-types.ts";
import { type Answers, ask } from "./ask.ts";
import { printTable } from "./print.ts";
import { nearestTo, releaseFrom, withEntry } from "./release.ts";
import { withRelease } from "./table.ts";

/** What was learnt, for a person to judge. */
export interface Learnt {
  readonly version: string;
  readonly like: Release;
  /** By table, the names that the program has and the build that it is like has not, and the other way round. */
  readonly differences: Readonly<Record<string, { added: string[]; gone: string[] }>>;
  /** Adapter drivers that the program is built without, and that are taken over from the build that it is like. */
  readonly unbuilt: readonly string[];
}

/** Asks a program and writes what it says into the tables below a folder, under a new id. */
export function learn(root: string, program: string, id: string, like?: Release): Learnt {
  if (!/^\w[\w.-]*$/.test(id)) throw new Error(`${JSON.stringify(id)} is no id, such as st-1.14.0`);
  if (RELEASES.some((release) => release.id === id)) throw new Error(`there is a build ${id} already`);
  const answers = ask(program, allNames(FLASH_DRIVERS));
  const nearest = like ?? nearestTo(answers.banner);
  const { tables, unbuilt } = told(answers, nearest.id);
  const differences: Record<string, { added: string[]; gone: string[] }> = {};
  for (const [file, name, table, own] of tables) {
    edit(root, file, (text) => withRows(text, name, withRelease(table, nearest.id, own)));
    const others = names(table, nearest.id);
    const added = own.filter((one) => !others.includes(one)).sort();
    differences[name] = { added, gone: others.filter((one) => !own.includes(one)) };
  }
  const release = releaseFrom(answers, id, nearest);
  edit(root, "releases.ts", (text) => withEntry(text, release, nearest));
  return { version: release.version, like: nearest, differences, unbuilt };
}

type Row = readonly [file: string, name: string, table: Table, names: readonly string[]];

/** The names of each table that the build has, as far as that can be asked. */
function told(answers: Answers, like: ReleaseId): { tables: Row[]; unbuilt: string[] } {
  const unbuilt = names(ADAPTER_DRIVERS, like).filter((name) => !answers.adapterDrivers.includes(name));
  const dummy =
    answers.adapter === "dummy" ? [] : names(COMMANDS, like).filter((name) => /^dummy\b/.test(name));
  return {
    tables: [
      ["adapter-drivers.ts", "ADAPTER_DRIVERS", ADAPTER_DRIVERS, [...answers.adapterDrivers, ...unbuilt]],
      ["commands.ts", "COMMANDS", COMMANDS, [...answers.commands, ...dummy]],
      ["flash-drivers.ts", "FLASH_DRIVERS", FLASH_DRIVERS, answers.flashDrivers],
      ["target-events.ts", "TARGET_EVENTS", TARGET_EVENTS, answers.targetEvents],
      ["target-types.ts", "TARGET_TYPES", TARGET_TYPES, answers.targetTypes],
    ],
    unbuilt,
  };
}

function withRows(text: string, name: string, table: Table): string {
  const head = `export const ${name}: Table = [`;
  if (!text.includes(head)) throw new Error(`there is no table ${name} in its file`);
  const start = text.indexOf(head) + head.length;
  return `${text.slice(0, start)}\n${printTable(table, RELEASES.length + 1)}${text.slice(text.indexOf("\n];", start))}`;
}

function edit(root: string, name: string, change: (text: string) => string): void {
  const file = join(root, "src/openocd/data", name);
  writeFileSync(file, change(readFileSync(file, "utf8")));
}
