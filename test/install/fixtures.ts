import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { systemPath } from "../../src/files/system-path.ts";
import { scripts } from "../support/fixtures.ts";

export { fixtures, install, scripts } from "../support/fixtures.ts";

/** The debug plugin of the install. */
export const debugPlugin: string = join(scripts, "../../..");

/** A new folder with these files in it, gone when the test is over. */
export function folderWith(files: Record<string, string> = {}, name = "l5cfg-fix-"): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), name)));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(systemPath(dirname(join(folder, path))), { recursive: true });
    writeFileSync(systemPath(join(folder, path)), text, "latin1");
  }
  return folder;
}
