import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import ts from "typescript";
import { folderWith } from "../install/fixtures.ts";
import { command, packageFolder } from "./command.ts";
import { noise } from "./firmware.ts";

/** Code that a document shows. */
export interface CodeExample {
  /** Where it is. */
  name: string;
  code: string;
}

/** The blocks of a language in a text in Markdown. */
export function blocks(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, its]) => its === language)
    .map(([, , block]) => block!);
}

/** A folder like a clone of this repository, in which `npx` runs the built commands, and programs import the library. */
export function clone() {
  const folder = folderWith();
  symlinkSync(join(packageFolder, "fixtures"), join(folder, "fixtures"));
  mkdirSync(join(folder, "bin"));
  const program = (name: string, script: string) => {
    writeFileSync(join(folder, "bin", name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, "bin", name), 0o755);
  };
  // The name of a command is the name of its file.
  const run = `exec "${process.execPath}" "${dirname(command)}`;
  program("npx", `name=$1\nshift\n${run}/$name.js" "$@"`);
  for (const name of ["l5cfg-fix", "l5cfg-flash"]) program(name, `${run}/${name}.js" "$@"`);
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(packageFolder, join(folder, "node_modules/l5cfg-fix"));
  const { FORCE_COLOR, ...rest } = process.env;
  const env = { ...rest, PATH: join(folder, "bin") + delimiter + process.env.PATH, COLUMNS: "80" };
  return { folder, env };
}

/** Whether an example flashes: with the overlay and the firmware that are in the folder then, and with `openocd`. */
export function flashes({ code }: CodeExample): boolean {
  return code.includes("l5cfg-fix/flash");
}

/** Runs an example in a clone of its own. */
export function runExample(example: CodeExample) {
  const { folder, env } = clone();
  const options = { cwd: folder, env, encoding: "utf8" } as const;
  if (flashes(example)) {
    writeFileSync(join(folder, "firmware.bin"), noise(5000));
    spawnSync("npx", ["l5cfg-fix", "--openocd", "0.12.0", "fixtures/stm32cubeide_1.4.0"], options);
  }
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileModule(example.code, { compilerOptions });
  writeFileSync(join(folder, "example.mjs"), outputText);
  return spawnSync(process.execPath, ["example.mjs"], options);
}

/** What an example says that it prints. */
export function printed({ code }: CodeExample): string {
  return [...code.matchAll(/\/\/ prints (.*)$/gm)].map(([, line]) => `${line}\n`).join("");
}

/** What the compiler has against examples; nothing where they fit the types. */
export function typeErrors(examples: readonly CodeExample[]): string {
  const { folder, env } = clone();
  for (const [index, { code }] of examples.entries()) writeFileSync(join(folder, `${index}.mts`), code);
  // All of node's types would have to be checked as well.
  writeFileSync(join(folder, "node.d.ts"), nodeTypes);
  const compilerOptions = { strict: true, noEmit: true, module: "nodenext", lib: ["es2023"], types: [] };
  const include = ["*.mts", "node.d.ts"];
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include }));
  const tsc = join(packageFolder, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc], { cwd: folder, env, encoding: "utf8" });
  return stdout.replace(/^\d+(?=\.mts)/gm, (index) => examples[Number(index)]!.name);
}

const nodeTypes = `
declare const console: { log(...values: unknown[]): void };
interface AbortSignal { readonly aborted: boolean; throwIfAborted(): void }
declare const AbortSignal: { timeout(milliseconds: number): AbortSignal };
declare module "node:fs" { export function readFileSync(path: string, encoding: "utf8"): string; }
`;
