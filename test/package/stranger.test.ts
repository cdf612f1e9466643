import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageFolder, packageVersion } from "../support/command.ts";
import { install } from "../support/fixtures.ts";
import { needPrograms, onPath } from "../support/openocd.ts";
import { type Stranger, strangerIn } from "../support/stranger.ts";

const bin = (name: string) => join(packageFolder, "node_modules/.bin", name);
const { bin: commands, exports: entries } = JSON.parse(
  readFileSync(join(packageFolder, "package.json"), "utf8"),
);
/** What can be imported: `l5cfg-fix`, `l5cfg-fix/board`. */
const modules = Object.keys(entries)
  .filter((entry) => !entry.endsWith(".json"))
  .map((entry) => entry.replace(".", "l5cfg-fix"));

needPrograms(["npm", "npx"]);

let stranger: Stranger;
beforeAll(() => {
  if (onPath("npm") === undefined) return;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "l5cfg-fix-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  stranger = strangerIn(folder);
}, 120_000);

it.each(modules)("%s can be imported and required, and both give the same", (name) => {
  stranger.write("import.mjs", `import * as all from "${name}"; console.log(Object.keys(all).join());`);
  stranger.write("require.cjs", `console.log(Object.keys(require("${name}")).sort().join());`);
  const imported = stranger.run("node", "import.mjs");
  expect(imported).toMatchObject({ status: 0, stderr: "" });
  expect(imported.stdout.length).toBeGreaterThan(5);
  // Node 20 warns that it requires an ES module.
  expect(stranger.run("node", "--no-warnings", "require.cjs")).toEqual(imported);
});

describe("types", () => {
  const uses = modules.map((name, index) => `import * as m${index} from "${name}";\nexport { m${index} };`);
  const checked = `
    import { check, loadConfig, type Config, type Finding } from "l5cfg-fix";
    export const findings: Finding[] = check("x.cfg").findings;
    export const config: Promise<Config> = loadConfig("x.cfg", { transport: "hla_swd" });
    // @ts-expect-error: there is no such option
    check("x.cfg", { transprot: "hla_swd" });`;

  it.each([
    { module: "nodenext", files: ["types.mts", "types.cts"] },
    { module: "esnext", moduleResolution: "bundler", files: ["types.ts"] },
  ])("are found under $module", ({ files, ...options }) => {
    for (const file of files) stranger.write(file, [...uses, checked].join("\n"));
    const compilerOptions = {
      ...options,
      strict: true,
      noEmit: true,
      target: "es2023",
      typeRoots: [nodeTypes],
    };
    stranger.write("tsconfig.json", JSON.stringify({ compilerOptions, files }));
    expect(stranger.run(bin("tsc"), "-p", ".")).toMatchObject({ stdout: "", status: 0 });
  });
});

describe("every name that is exported", () => {
  const exported = exportsOf(modules.map(declarationsOf));

  it("compiles, and is there at run time if it is a value", () => {
    const files = modules.map((name, index) => {
      const { values, all } = exported[index]!;
      const words = all.map((one) => (values.includes(one) ? one : `type ${one}`)).join(", ");
      stranger.write(`all${index}.mts`, `import { ${words} } from "${name}";\nexport { ${words} };\n`);
      return `all${index}.mts`;
    });
    // The boards can be disposed of by `await using`.
    const lib = ["es2023", "esnext.disposable"];
    const compilerOptions = {
      module: "nodenext",
      strict: true,
      target: "es2023",
      lib,
      typeRoots: [nodeTypes],
    };
    stranger.write("tsconfig.json", JSON.stringify({ compilerOptions, files }));
    expect(stranger.run(bin("tsc"), "-p", ".")).toMatchObject({ stdout: "", status: 0 });
    for (const [index, { values }] of exported.entries()) {
      const print = `import * as all from "./all${index}.mjs"; console.log(Object.keys(all).join());`;
      stranger.write("names.mjs", print);
      expect(stranger.run("node", "names.mjs")).toMatchObject({ status: 0, stdout: `${values.join()}\n` });
    }
  });
});

/** The file that declares what a module of the package exports. */
function declarationsOf(name: string): string {
  return join(packageFolder, entries[name.replace("l5cfg-fix", ".")].types);
}

/** The names that files of declarations export, sorted, and those of them that are values there. */
function exportsOf(files: readonly string[]): { values: string[]; all: string[] }[] {
  const program = ts.createProgram(files, { skipLibCheck: true, types: [] });
  const checker = program.getTypeChecker();
  const isValue = (symbol: ts.Symbol) => {
    const isTypeOnly = symbol.declarations?.some((one) => ts.isExportSpecifier(one) && one.isTypeOnly);
    const own = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return isTypeOnly !== true && (own.flags & ts.SymbolFlags.Value) !== 0;
  };
  const names = (some: readonly ts.Symbol[]) => some.map((symbol) => symbol.name).sort();
  return files.map((file) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
    const symbols = checker.getExportsOfModule(module);
    return { values: names(symbols.filter(isValue)), all: names(symbols) };
  });
}

const nodeTypes = join(packageFolder, "node_modules/@types");

it.each(Object.keys(commands))("npx runs %s", (name) => {
  expect(stranger.run("npx", "--no-install", name, "--version")).toMatchObject({
    status: 0,
    stdout: `${packageVersion}\n`,
  });
});

it("fixes an install through npx", () => {
  const { status, stdout } = stranger.run("npx", "--no-install", "l5cfg-fix", install);
  expect(status).toBe(0);
  expect(stdout).toContain("3 findings fixed in 1 file, 0 left.");
});

it("has nothing that publint or attw would change", () => {
  expect(stranger.run(bin("publint"), "run", "--strict", stranger.tarball)).toMatchObject({ status: 0 });
  // Node from 20.19 on requires ES modules, which attw does not know of.
  const types = stranger.run(bin("attw"), stranger.tarball, "--profile", "esm-only");
  expect(types.status, types.stdout).toBe(0);
}, 60_000);

it("says nothing of how it was made, and runs no scripts when it is installed", () => {
  const own = JSON.parse(readFileSync(join(stranger.folder, "node_modules/l5cfg-fix/package.json"), "utf8"));
  expect(own).not.toHaveProperty("scripts");
  expect(own).not.toHaveProperty("devDependencies");
});

// 240 kB of it is the language server's own file, read by `l5cfg-fix lsp` alone: 190 are Microsoft's packages, which would
// take 1800 if they were installed beside this one.
it("takes less than 1400 kB, without its documents", () => {
  const folder = join(stranger.folder, "node_modules/l5cfg-fix/dist");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) =>
    statSync(join(folder, name)),
  );
  const size = files.reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
  expect(size).toBeLessThan(1_400_000);
});

it("has the licences of all that is bundled in it", () => {
  const text = readFileSync(join(stranger.folder, "node_modules/l5cfg-fix/dist/LICENSES.txt"), "utf8");
  const licences = [...text.matchAll(/^== (\S+) \S+ \((.+)\)$/gm)].map(([, name, licence]) => ({
    name,
    licence,
  }));
  expect(licences.map(({ name }) => name)).toEqual(expect.arrayContaining(["commander", "valibot"]));
  for (const { licence, name } of licences) expect(["MIT", "ISC", "BSD-3-Clause"], name).toContain(licence);
});
