import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { transformSync } from "esbuild";
import { expect, it } from "vitest";
import { folderWith } from "./install/fixtures.ts";
import { command, packageFolder } from "./support/command.ts";

const docs = readdirSync(join(packageFolder, "docs"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/${name}`);

/** What strangers read: the README, then the pages in `docs`. */
const documents = ["README.md", ...docs].map((name) => ({
  name,
  text: readFileSync(join(packageFolder, name), "utf8"),
}));

function blocks(text: string, language: string): string[] {
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter(([, its]) => its === language)
    .map(([, , block]) => block!);
}

/** The commands of a document's `console` blocks, each with the output shown below it. */
function commandsIn(text: string): { typed: string; shown: string }[] {
  return blocks(text, "console").flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const end = part.indexOf("\n");
        return { typed: part.slice(0, end), shown: part.slice(end + 1) };
      }),
  );
}

/** A folder like a clone of this repository, in which `npx` runs the built commands. */
function clone() {
  const folder = folderWith();
  symlinkSync(join(packageFolder, "fixtures"), join(folder, "fixtures"));
  mkdirSync(join(folder, "bin"));
  const npx = join(folder, "bin/npx");
  // The name of a command is the name of its file.
  const run = `exec "${process.execPath}" "${dirname(command)}/$name.js" "$@"`;
  writeFileSync(npx, `#!/bin/sh\nname=$1\nshift\n${run}\n`);
  chmodSync(npx, 0o755);
  const { FORCE_COLOR, ...rest } = process.env;
  const env = { ...rest, PATH: join(folder, "bin") + delimiter + process.env.PATH, COLUMNS: "80" };
  return { folder, env };
}

it.each(documents)("$name shows what its commands print, in their order", ({ text }) => {
  const { folder, env } = clone();
  for (const { typed, shown } of commandsIn(text)) {
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

const examples = documents.flatMap(({ name, text }) =>
  blocks(text, "ts").map((code, index) => ({ name: `${name.replaceAll(/\W/g, "-")}-${index}`, code })),
);

it("have library examples that run, and fit the types", () => {
  const { folder, env } = clone();
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(packageFolder, join(folder, "node_modules/l5cfg-fix"));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8" });
  for (const { name, code } of examples) {
    writeFileSync(join(folder, `${name}.mts`), code);
    writeFileSync(join(folder, `${name}.mjs`), transformSync(code, { loader: "ts", format: "esm" }).code);
    expect(run(`${name}.mjs`), name).toMatchObject({ status: 0, stderr: "" });
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
