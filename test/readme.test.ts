import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { transformSync } from "esbuild";
import { expect, it } from "vitest";
import { folderWith } from "./install/fixtures.ts";
import { command, packageFolder } from "./support/command.ts";

const readme = readFileSync(join(packageFolder, "README.md"), "utf8");

function blocks(language: string): string[] {
  return [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, its]) => its === language)
    .map(([, , text]) => text!);
}

/** The commands of the README's `console` blocks, each with the output shown below it. */
const commands = blocks("console").flatMap((block) =>
  block
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf("\n");
      return { typed: part.slice(0, end), shown: part.slice(end + 1) };
    }),
);

/** A folder like a clone of this repository, in which `npx l5cfg-fix` runs the built command. */
function clone() {
  const folder = folderWith();
  symlinkSync(join(packageFolder, "fixtures"), join(folder, "fixtures"));
  mkdirSync(join(folder, "bin"));
  const npx = join(folder, "bin/npx");
  writeFileSync(
    npx,
    `#!/bin/sh\ntest "$1" = l5cfg-fix && shift && exec "${process.execPath}" "${command}" "$@"\n`,
  );
  chmodSync(npx, 0o755);
  const { FORCE_COLOR, ...rest } = process.env;
  const env = { ...rest, PATH: join(folder, "bin") + delimiter + process.env.PATH, COLUMNS: "80" };
  return { folder, env };
}

it("shows what its commands print, in their order", () => {
  const { folder, env } = clone();
  expect(commands.length).toBeGreaterThan(2);
  for (const { typed, shown } of commands) {
    const options = { cwd: folder, env, encoding: "utf8", timeout: 20_000, killSignal: "SIGKILL" } as const;
    const { stdout } = spawnSync("bash", ["-c", `exec 2>&1\n${typed}`], options);
    const printed = stdout.replaceAll(folder, "/path/to/l5cfg-fix");
    if (!pattern(shown).test(printed)) expect(printed, typed).toBe(shown);
  }
});

/** The text shown, in which a line of `…` stands for any lines. */
function pattern(shown: string): RegExp {
  const plain = shown.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return new RegExp(`^${plain.replace(/^…\n/gm, "(?:.*\\n)*?")}$`);
}

it("has library examples that run, and fit the types", () => {
  const { folder, env } = clone();
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(packageFolder, join(folder, "node_modules/l5cfg-fix"));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8" });
  const examples = blocks("ts");
  expect(examples.length).toBeGreaterThan(0);
  for (const [index, example] of examples.entries()) {
    writeFileSync(join(folder, `${index}.mts`), example);
    writeFileSync(join(folder, `${index}.mjs`), transformSync(example, { loader: "ts", format: "esm" }).code);
    expect(run(`${index}.mjs`)).toMatchObject({ status: 0, stderr: "" });
  }
  // All of node's types would have to be checked as well.
  writeFileSync(
    join(folder, "console.d.ts"),
    "declare const console: { log(...values: unknown[]): void };\n",
  );
  const compilerOptions = { strict: true, noEmit: true, module: "nodenext", lib: ["es2023"], types: [] };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: ["*.mts", "console.d.ts"] }),
  );
  expect(run(join(packageFolder, "node_modules/typescript/bin/tsc")).stdout).toBe("");
}, 60_000);
