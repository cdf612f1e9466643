import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { packageFolder } from "../support/command.ts";
import { blocks } from "../support/examples.ts";
import { needPrograms } from "../support/openocd.ts";
import { folderWith, removeFolders } from "./client.ts";

needPrograms(["nvim"]);
afterAll(removeFolders);

const board = [
  "adapter driver st-link",
  "source lib/led.cfg",
  'echo "é 😀"; blink $PIN',
  "reset_config srst_onyl",
  "",
].join("\n");

/** Runs Neovim, with the set-up that docs/editors.md shows and nothing else, on a folder. Answers what it saw. */
function neovim(folder: string): Record<string, unknown> {
  const home = folderWith({});
  const [setup] = blocks(readFileSync(join(packageFolder, "docs/editors.md"), "utf8"), "lua");
  writeFileSync(join(home, "init.lua"), setup!);
  mkdirSync(join(home, "bin"));
  symlinkSync(join(packageFolder, "dist/bin/l5cfg-fix.js"), join(home, "bin/l5cfg-fix"));
  chmodSync(join(packageFolder, "dist/bin/l5cfg-fix.js"), 0o755);
  const results = join(home, "results.json");
  const session = join(import.meta.dirname, "neovim/session.lua");
  const { stderr } = spawnSync("nvim", ["--headless", "-n", "-u", "init.lua", "-c", `luafile ${session}`], {
    cwd: home,
    env: {
      ...process.env,
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_STATE_HOME: home,
      XDG_DATA_HOME: home,
      XDG_CACHE_HOME: home,
      PATH: `${join(home, "bin")}${delimiter}${process.env.PATH}`,
      L5CFG_FIX_FOLDER: folder,
      L5CFG_FIX_RESULTS: results,
    },
    encoding: "utf8",
    timeout: 25_000,
    killSignal: "SIGKILL",
  });
  const said = JSON.parse(readFileSync(results, "utf8"));
  expect({ problem: said.problem, stderr }).toMatchObject({ problem: undefined });
  return said;
}

it("Neovim shows findings, fixes one and saves it, hovers, completes and finds definitions", () => {
  const folder = folderWith({
    "board.cfg": board,
    "lib/led.cfg": "set PIN 5\nproc blink {pin} { echo $pin }\n",
  });
  const said = neovim(folder);
  expect(said.diagnostics).toMatchObject([{ line: 3, column: 0, code: "reset-config-unknown" }]);
  expect(said.hover).toContain("`PIN` = `5`");
  expect(said.definition).toBe(join(folder, "lib/led.cfg"));
  expect(said.completion).toContain("blink");
  expect(said.actions).toContain("Suppress reset-config-unknown on this line, with a reason to be written");
  expect(readFileSync(join(folder, "board.cfg"), "utf8")).toBe(board.replace("srst_onyl", "srst_only"));
});
