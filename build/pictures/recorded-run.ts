import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fs from "fs-extra";
import { type Step, terminalSvg } from "./terminal-svg.ts";

const root = resolve(".");
const example = "stm32cubeide_1.4.0";
const scripts =
  "plugins/com.st.stm32cube.ide.mcu.debug.openocd_1.4.0.202007081208/resources/openocd/st_scripts";

/** What is typed, in the scripts folder of the example install. */
const typed = ["npx l5cfg-fix . -o ~/overlay", "npx l5cfg-fix --check ~/overlay"];

/** A picture of what the built command really prints of the example install. */
export function recordedRun(): string {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "l5cfg-fix-")));
  try {
    fs.copySync(join(root, "fixtures", example), join(home, example));
    const steps = typed.map((line): Step => ({ typed: line, printed: run(line, home) }));
    return terminalSvg("l5cfg-fix finds and fixes what keeps OpenOCD from flashing an STM32L5", steps);
  } finally {
    rmSync(home, { recursive: true });
  }
}

function run(line: string, home: string): string {
  const [, , ...args] = line.replaceAll("~", home).split(" ");
  const { NO_COLOR, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, "dist/bin/l5cfg-fix.js"), ...args], {
    cwd: join(home, example, scripts),
    env: { ...env, FORCE_COLOR: "1", HOME: home, XDG_STATE_HOME: join(home, ".state") },
    encoding: "utf8",
  });
  return `${stderr}${stdout}`.replaceAll(home, "~");
}
