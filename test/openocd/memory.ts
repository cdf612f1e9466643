import type { FileSystem } from "../../src/files/file-system.ts";
import { withFiles } from "../../src/files/layered-files.ts";
import { type LoadOptions, loadConfigSync } from "../../src/openocd/load.ts";
import type { Config } from "../../src/openocd/model.ts";

/** Files that exist nowhere else, and the folders that they are in. */
export function memory(files: Readonly<Record<string, string>>): FileSystem {
  const folders = new Set(["/", "/cwd", "/scripts"]);
  for (const path of Object.keys(files)) folders.add(path.slice(0, path.lastIndexOf("/")));
  return withFiles(new Map(Object.entries(files)), {
    read: () => undefined,
    kind: (path) => (folders.has(path.length > 1 ? path.replace(/\/$/, "") : path) ? "folder" : undefined),
  });
}

/** A config's text, as `a.cfg` in `/cwd`, run with other files by their absolute names. */
export function load(
  text: string,
  { files = {}, ...options }: LoadOptions & { files?: Readonly<Record<string, string>> } = {},
): Config {
  const fs = memory({ "/cwd/a.cfg": text, ...files });
  return loadConfigSync("a.cfg", { cwd: "/cwd", searchPaths: ["/scripts"], fs, ...options });
}

/** What nearly every config begins with, under JTAG. */
export const chip = `jtag newtap chip cpu -irlen 4
dap create chip.dap -chain-position chip.cpu
target create chip.cpu cortex_m -dap chip.dap
`;
