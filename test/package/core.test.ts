import { readdirSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build as esbuild } from "esbuild";
import { createLogger, build as vite } from "vite";
import { beforeAll, expect, it } from "vitest";
import { fix } from "../../src/check/api.ts";
import { memoryFiles } from "../../src/files/memory-files.ts";
import { packageFolder } from "../support/command.ts";
import { bytes, cubeOpenocd, scripts } from "../support/fixtures.ts";

const program = join(packageFolder, "test/package/browser-program.js");
const log = bytes(join(packageFolder, "fixtures/seed/openocd.log"));
const files = readdirSync(scripts, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(cfg|tcl)$/.test(name))
  .map((name): [string, string] => [`/scripts/${name}`, bytes(join(scripts, name))]);
const config = "/scripts/target/stm32l5x.cfg";

const bundles: Record<"esbuild" | "vite", { code: string; warnings: string[]; imports: string[] }> = {
  esbuild: { code: "", warnings: [], imports: [] },
  vite: { code: "", warnings: [], imports: [] },
};

beforeAll(async () => {
  const { outputFiles, warnings, metafile } = await esbuild({
    entryPoints: [program],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: "browser",
    format: "iife",
  });
  bundles.esbuild = {
    code: outputFiles[0]!.text,
    warnings: warnings.map(({ text }) => text),
    imports: Object.keys(metafile.inputs),
  };
  const { vite: own } = bundles;
  const customLogger = createLogger("silent");
  customLogger.warn = (text) => own.warnings.push(text);
  customLogger.warnOnce = customLogger.warn;
  const built = await vite({
    root: join(packageFolder, "test/package"),
    configFile: false,
    logLevel: "warn",
    customLogger,
    build: { write: false, lib: { entry: program, formats: ["iife"], name: "program" } },
  });
  const [chunk] = (built as { output: { code: string; moduleIds: string[] }[] }[])[0]!.output;
  own.code = chunk!.code;
  own.imports = chunk!.moduleIds;
}, 60_000);

it.each(["esbuild", "vite"] as const)("is bundled by %s for a browser, without a warning", (name) => {
  const { code, warnings, imports } = bundles[name];
  expect(warnings).toEqual([]);
  expect(imports.length).toBeGreaterThan(3);
  expect(imports.filter((one) => isBuiltin(one) || /externalized|fs-extra/.test(one))).toEqual([]);
  expect(code).not.toMatch(/\bfrom"node:|\brequire\(|createRequire|\bBuffer\b/);
});

it("fixes where there is nothing of node", () => {
  // What every browser and worker has besides the language.
  const context = createContext({ TextEncoder, TextDecoder, performance, setTimeout });
  runInContext(bundles.esbuild.code, context);
  const result = JSON.parse(context.run(files, config, log, cubeOpenocd));
  const here = fix(config, { fs: memoryFiles(new Map(files)), openocd: cubeOpenocd });
  expect(result.found).toEqual(here.fixed.map(({ rule, at }) => `${rule} ${at.file}:${at.line}`));
  expect(result.found).toHaveLength(3);
  expect(result.diff).toBe(here.files[0]!.diff);
  expect(result.model.targets).toHaveLength(1);
  expect(result.log).toContain("work-area-missing");
  expect(result.rules).toBeGreaterThan(20);
});

it("costs who only parses no more than the parser", async () => {
  const { outputFiles } = await esbuild({
    stdin: {
      contents: 'import { parse } from "l5cfg-fix/core"; globalThis.parse = parse;',
      resolveDir: packageFolder,
    },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
  });
  expect(outputFiles[0]!.contents.length).toBeLessThan(16_000);
});
