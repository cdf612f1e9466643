import { spawn } from "node:child_process";
import { appendFileSync, chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { expect, it } from "vitest";
import { VirtualBoard } from "../../src/board/index.ts";
import { stlinkServerCommand } from "../../src/openocd/stlink-server.ts";
import { l5, overlayFor } from "../flash/support/overlay.ts";
import { folderWith } from "../install/fixtures.ts";
import { packageFolder } from "../support/command.ts";
import { elf, intelHex, noise, type Segment } from "../support/firmware.ts";
import { scripts } from "../support/fixtures.ts";
import { flashCommandFile } from "../support/flash-command.ts";
import { describeWithOpenocd, onPath } from "../support/openocd.ts";
import { launchShape, tasksShape, wrongIn } from "./vscode.ts";

const page = readFileSync(join(packageFolder, "docs/recipes.md"), "utf8");

/** The file that a section of the page shows. */
function recipe(heading: string): string {
  const section = page.split(/^##+ /m).find((part) => part.startsWith(`${heading}\n`));
  return /^```\w+\n(.*?)^```$/ms.exec(section!)![1]!;
}

const code: Segment = { address: 0x08000000, data: noise(2000) };

/** A project with a firmware that is built, an overlay for this board, and these files. */
function project(board: VirtualBoard, files: Record<string, string> = {}): string {
  const folder = folderWith({
    "build/firmware.elf": elf([code]).toString("latin1"),
    "build/firmware.hex": intelHex([code]),
    ...files,
  });
  renameSync(overlayFor(l5), join(folder, "l5cfg-fix-overlay"));
  const toBoard = stlinkServerCommand("hla_swd", board.port);
  appendFileSync(join(folder, "l5cfg-fix-overlay/openocd.cfg"), `${toBoard}\n`);
  return folder;
}

/** The commands of this package, as if it was installed: behind `npx`, and in the PATH of npm's scripts. */
function installed(folder: string): Record<string, string> {
  const bin = join(folder, "node_modules/.bin");
  mkdirSync(bin, { recursive: true });
  const run = `exec "${process.execPath}" "${dirname(flashCommandFile)}`;
  writeFileSync(join(bin, "l5cfg-flash"), `#!/bin/sh\n${run}/l5cfg-flash.js" "$@"\n`);
  writeFileSync(join(bin, "npx"), `#!/bin/sh\nname=$1\nshift\n${run}/$name.js" "$@"\n`);
  for (const name of ["l5cfg-flash", "npx"]) chmodSync(join(bin, name), 0o755);
  return { PATH: bin + delimiter + process.env.PATH };
}

/** Runs what one types in a project. */
function typed(line: string, cwd: string): Promise<{ status: number | null; output: string }> {
  const env = { ...process.env, ...installed(cwd) };
  return new Promise((resolve, reject) => {
    const child = spawn("sh", ["-c", line], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, output }));
  });
}

function holdsFirmware(board: VirtualBoard): boolean {
  return Buffer.from(board.flash.subarray(0, code.data.length)).equals(Buffer.from(code.data));
}

async function flashes(line: string, files: Record<string, string>): Promise<void> {
  await using board = await new VirtualBoard().start();
  const { status, output } = await typed(line, project(board, files));
  expect(status, output).toBe(0);
  expect(holdsFirmware(board)).toBe(true);
}

const missing = (program: string) => (onPath(program) ? false : `${program} is not installed`);

describeWithOpenocd("a recipe flashes", () => {
  it("with make", async ({ skip }) => {
    if (missing("make")) skip("make is not installed");
    await flashes("make flash", { Makefile: recipe("Make") });
  });

  it("with CMake", async ({ skip }) => {
    if (missing("cmake") || missing("make")) skip("cmake and make are not both installed");
    // The firmware is there already, so that no compiler is needed.
    const head = `
cmake_minimum_required(VERSION 3.16)
project(firmware LANGUAGES NONE)
add_executable(firmware IMPORTED)
set_target_properties(firmware PROPERTIES IMPORTED_LOCATION \${CMAKE_SOURCE_DIR}/build/firmware.elf)
`;
    await flashes('cmake -G "Unix Makefiles" -B out && cmake --build out --target flash', {
      "CMakeLists.txt": head + recipe("CMake"),
    });
  });

  it("with npm", async () => {
    await flashes("npm run flash", { "package.json": recipe("npm") });
  });

  it("as a task of Visual Studio Code", async () => {
    const { tasks } = JSON.parse(recipe("Visual Studio Code"));
    expect(wrongIn({ version: "2.0.0", tasks }, tasksShape)).toEqual([]);
    const words = [tasks[0].command, ...tasks[0].args].map(
      (word: string) => `"${word.replaceAll(variable, ".")}"`,
    );
    await flashes(words.join(" "), {});
  });

  it("with PlatformIO, by the command that it puts the firmware into", async () => {
    const ini = recipe("PlatformIO");
    expect(ini).toMatch(/^upload_protocol = custom$/m);
    const command = /^upload_command = (.*)$/m.exec(ini)![1]!;
    await flashes(command.replace("$SOURCE", "build/firmware.elf"), {});
  });

  it("with west, by the command that its runner for OpenOCD makes", async () => {
    const words = recipe("Zephyr").replaceAll(/\\\n|SCRIPTS/g, (part) =>
      part === "SCRIPTS" ? scripts : " ",
    );
    const config = /--config (\S+)/.exec(words)![1];
    const search = [...words.matchAll(/--openocd-search (\S+)/g)].map(([, folder]) => `-s ${folder}`);
    const image = "build/firmware.hex";
    const commands = ["init", "targets", "reset init", `flash write_image erase ${image}`, "reset init"];
    const all = [...commands, `verify_image ${image}`, "reset run", "shutdown"].map((one) => `-c "${one}"`);
    await flashes(["openocd", ...search, `-f ${config}`, ...all].join(" "), {});
  });

  it("with Cortex-Debug, by the folders and files that it gives to OpenOCD", async () => {
    const launch = JSON.parse(recipe("Cortex-Debug"));
    expect(wrongIn(launch, launchShape)).toEqual([]);
    const [{ searchDir, configFiles }] = launch.configurations;
    const here = (word: string) => `"${word.replaceAll(variable, ".").replace("SCRIPTS", scripts)}"`;
    const words = [
      ...searchDir.flatMap((folder: string) => ["-s", here(folder)]),
      ...configFiles.flatMap((file: string) => ["-f", here(file)]),
    ];
    await flashes(`openocd ${words.join(" ")} -c "program build/firmware.elf verify reset exit"`, {});
  });
});

/** What the editor puts the project's folder for. */
const variable = /\$\{workspaceFolder\}/g;
