import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { FileSystem } from "../../src/files/file-system.ts";
import { bytes, cubeOpenocd, fixtures, scripts } from "../support/fixtures.ts";
import { scriptsDir } from "../support/openocd.ts";

/** A real config or helper, which inputs are made from. */
export interface Original {
  /** Where it is, as the inputs' file system has it. */
  path: string;
  text: string;
  /** The scripts folder that it belongs to. */
  root: string;
  /** The version that it is written for. */
  openocd: string;
}

const isScript = /\.(cfg|tcl)$/;

/** The files below a folder, as if it were another; nothing where there is none. */
function scriptsBelow(folder: string, root: string, openocd: string): Original[] {
  return namesBelow(folder).map((name) => ({
    path: join(root, name),
    text: bytes(join(folder, name)),
    root,
    openocd,
  }));
}

function namesBelow(folder: string): string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return names.filter((name) => isScript.test(name)).sort();
  } catch {
    return [];
  }
}

/** The fixtures, and, where OpenOCD is installed, all the scripts that came with it. */
export function readOriginals(): Original[] {
  return [
    ...scriptsBelow(scriptsDir, "/debian", "0.12.0"),
    ...scriptsBelow(scripts, "/cube", cubeOpenocd),
    ...scriptsBelow(join(fixtures, "variants"), "/cube", cubeOpenocd),
    ...scriptsBelow(join(fixtures, "seed"), "/cube", cubeOpenocd),
  ];
}

/** The originals as files in memory: nothing of an input's run touches the disk. */
export function filesOf(originals: readonly Original[]): FileSystem {
  const files = new Map(originals.map(({ path, text }) => [path, text]));
  const folders = new Map<string, Set<string>>([["/fuzz", new Set()]]);
  for (const path of files.keys()) {
    for (let inner = path; inner !== "/"; inner = dirname(inner)) {
      const outer = dirname(inner);
      const names = folders.get(outer) ?? new Set();
      folders.set(outer, names.add(inner.slice(outer === "/" ? 1 : outer.length + 1)));
    }
  }
  return {
    read: (path) => files.get(resolve(path)),
    kind: (path) => (files.has(resolve(path)) ? "file" : folders.has(resolve(path)) ? "folder" : undefined),
    list: (folder) => [...(folders.get(resolve(folder)) ?? [])],
  };
}
