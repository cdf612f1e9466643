import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, relative } from "node:path";
import { rolldown } from "rolldown";
import { beforeAll, describe, expect, it } from "vitest";
import { packageFolder } from "../support/command.ts";
import { needPrograms, onPath } from "../support/openocd.ts";

const manifest = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));

/** The names of all files in the package, as npm would pack it; the build that it starts beforehand is done already. */
let names: string[];
needPrograms(["npm"], /^has the build and|^has whatever|^imports nothing|^has the virtual board/);
beforeAll(() => {
  if (onPath("npm") === undefined) return;
  const pack = ["build/pack.js", ".", "--dry-run", "--json"];
  const { stdout } = spawnSync(process.execPath, pack, { cwd: packageFolder, encoding: "utf8" });
  names = JSON.parse(stdout)[0].files.map(({ path }: { path: string }) => path);
});

it("has the build and the documents in it, and nothing else", () => {
  const others = names.filter((name) => !/^(dist\/|docs\/.*\.(md|svg|png)$)/.test(name));
  expect(others.sort()).toEqual(["CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "package.json"]);
  expect(names).toContain(manifest.bin["l5cfg-fix"]);
  expect(names).toContain(manifest.exports["."].types.slice(2));
});

it("has whatever its documents link to", () => {
  const pages = names.filter((name) => name.endsWith(".md"));
  const links = pages.flatMap((page) => {
    const prose = readFileSync(join(packageFolder, page), "utf8").replace(/^```.*?^```$/gms, "");
    const found = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!.replace(/#.*/, ""));
    return found
      .filter((link) => link !== "" && !/^[a-z]+:/.test(link))
      .map((link) => join(page, "..", link));
  });
  const isThere = (link: string) => names.some((name) => name === link || name.startsWith(`${link}/`));
  expect(links.filter((link) => !isThere(link))).toEqual([]);
});

it("installs nothing at run time but one package", () => {
  expect(Object.keys(manifest.dependencies)).toEqual(["fs-extra"]);
});

it("imports nothing that is not installed with it", async () => {
  const input = names.filter((name) => name.endsWith(".js"));
  const bundle = await rolldown({ cwd: packageFolder, input, platform: "node", external: /^[^./]/ });
  const { output } = await bundle.generate();
  const chunks = output.filter((one) => one.type === "chunk");
  const imports = chunks.flatMap((chunk) => [...chunk.imports, ...chunk.dynamicImports]);
  const files = new Set(chunks.map(({ fileName }) => fileName));
  const packages = imports.filter((name) => !files.has(name) && !isBuiltin(name));
  expect([...new Set(packages)].sort()).toEqual(Object.keys(manifest.dependencies));
  const bundled = chunks.flatMap(({ moduleIds }) => moduleIds).filter((id) => id.startsWith("/"));
  for (const id of bundled) expect(names).toContain(relative(packageFolder, id));
});

describe("the library, imported by its name", () => {
  it("has its functions, and the package's version", async () => {
    const library = await import("l5cfg-fix" as string);
    expect(library).toMatchObject({ version: manifest.version });
    for (const name of ["loadConfig", "check", "fix", "parse", "print", "unifiedDiff"]) {
      expect(library[name], name).toBeTypeOf("function");
    }
    const text = "proc x {} {\r\n\techo \xff\r\n}\n# unfinished {";
    expect(library.print(library.parse(text))).toBe(text);
  });
});

it("has the virtual board at an entry of its own", async () => {
  const { VirtualBoard } = await import("l5cfg-fix/board" as string);
  const board = await new VirtualBoard().start();
  expect(board.port).toBeGreaterThan(0);
  expect(board.flash).toHaveLength(512 * 1024);
  await board.stop();
  expect(() => board.port).toThrow("not been started");
  expect(names).toContain(manifest.exports["./board"].types.slice(2));
});

it("prints its version without reading the rest of the program", () => {
  const bin = join(packageFolder, manifest.bin["l5cfg-fix"]);
  expect(readFileSync(bin).length).toBeLessThan(1000);
  const { stdout } = spawnSync(process.execPath, [bin, "--version"], { encoding: "utf8" });
  expect(stdout).toBe(`${manifest.version}\n`);
});
