import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The files below a folder, by their names from there, each with a hash of its bytes. */
export function hashes(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    names
      .sort()
      .map((name) => [
        name.slice(folder.length + 1),
        createHash("sha256").update(readFileSync(name)).digest("hex"),
      ]),
  );
}
