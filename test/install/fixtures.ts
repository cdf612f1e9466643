import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export const fixtures: string = fileURLToPath(new URL("../../fixtures", import.meta.url));
export const install: string = join(fixtures, "stm32cubeide_1.4.0");
export const debugPlugin: string = join(
  install,
  "plugins/com.st.stm32cube.ide.mcu.debug.openocd_1.4.0.202007081208",
);
/** The scripts folder of the install. */
export const scripts: string = join(debugPlugin, "resources/openocd/st_scripts");

/** A new folder with these files in it, gone when the test is over. */
export function folderWith(files: Record<string, string> = {}, name = "l5cfg-fix-"): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), name)));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, "latin1");
  }
  return folder;
}
