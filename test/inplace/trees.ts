import { lstatSync, readFileSync, readlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { namesIn } from "../../src/files/disk-files.ts";
import { systemPath } from "../../src/files/system-path.ts";
import type { FileChange } from "../../src/inplace/patch-in-place.ts";
import { folderWith } from "../install/fixtures.ts";

/** Before and after of files in a scripts folder, one of each kind of line end. */
export const texts: Record<string, [before: string, after: string]> = {
  "target/a.cfg": ["set a 1\r\n", "set a 2\r\n# caf\xe9\r\n"],
  "target/b.cfg": ["set b 1\n", "set b 2\n"],
  "mem_helper.tcl": ["proc x {} {}", "proc x {} { echo x }\n"],
};

/** A scripts folder with the files before they are patched, whose times lie in the past. */
export function scriptsBefore(): string {
  const befores = Object.entries(texts).map(([name, [before]]) => [name, before]);
  const root = folderWith(Object.fromEntries(befores));
  for (const name of Object.keys(texts)) utimesSync(join(root, name), 1e9, 1.2e9);
  return root;
}

/** What is to become of them. */
export function changesIn(root: string, names: readonly string[] = Object.keys(texts)): FileChange[] {
  return names.map((name) => {
    const [before, after] = texts[name]!;
    return { path: join(root, name), before, after };
  });
}

/** All there is to know of a folder's files and links, by name: bytes, mode, owner, time of the last change. */
export function snapshot(root: string, under = ""): Record<string, string> {
  return Object.fromEntries(
    namesIn(join(root, under))
      .sort()
      .flatMap((entry) => {
        const name = join(under, entry);
        const path = join(root, name);
        const isFolder = lstatSync(systemPath(path)).isDirectory();
        return isFolder ? Object.entries(snapshot(root, name)) : [[name, described(path)]];
      }),
  );
}

function described(path: string): string {
  const at = systemPath(path);
  const { mode, uid, gid, mtimeNs, ino } = lstatSync(at, { bigint: true });
  const content = lstatSync(at).isSymbolicLink()
    ? `-> ${readlinkSync(at, "latin1")}`
    : readFileSync(at, "latin1");
  return `${mode.toString(8)} ${uid}:${gid} ${mtimeNs} #${ino} ${content}`;
}

/** The names whose bytes are what they are after a patch; throws for those that are neither before nor after. */
export function patchedNames(root: string): string[] {
  return Object.entries(texts)
    .filter(([name, [before, after]]) => {
      const text = readFileSync(join(root, name), "latin1");
      if (text !== before && text !== after) throw new Error(`${name} is torn: ${JSON.stringify(text)}`);
      return text === after;
    })
    .map(([name]) => name);
}
