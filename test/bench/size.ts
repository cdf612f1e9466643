import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { packageFolder } from "../support/command.ts";
import { printTable } from "./table.ts";

/** What a page that imports the engine has to load, as esbuild bundles it. */
const programs = {
  "all of l5cfg-fix/core": 'export * from "l5cfg-fix/core"',
  "its check and fix": 'export { check, fix } from "l5cfg-fix/core"',
  "its explainLog": 'export { explainLog } from "l5cfg-fix/core"',
  "its parse": 'export { parse } from "l5cfg-fix/core"',
};

/** Prints the size of the package, and of what a page loads of it. */
export async function printSizes(): Promise<void> {
  printTable(["", "unpacked", "packed"], [packageRow()]);
  console.log();
  const rows = await Promise.all(Object.entries(programs).map(row));
  printTable(["", "minified", "gzipped"], rows);
}

function packageRow(): string[] {
  const pack = [join(packageFolder, "build/pack.js"), ".", "--dry-run", "--json"];
  const [{ unpackedSize, size }] = JSON.parse(
    execFileSync(process.execPath, pack, { cwd: packageFolder, encoding: "utf8" }),
  );
  return ["the package as it is published", ...[unpackedSize, size].map(kilobytes)];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

async function row([what, contents]: [string, string]): Promise<string[]> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: packageFolder },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
  });
  const code = outputFiles[0]!.contents;
  return [what, ...[code, gzipSync(code)].map(({ length }) => kilobytes(length))];
}
