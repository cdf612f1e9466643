import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { pack } from "../../build/vscode/pack.ts";
import { command, packageFolder } from "../support/command.ts";
import { folderWith, removeFolders } from "./client.ts";
import { fakeVscode } from "./fake-vscode.ts";

let folder: string;
let texts: ReadonlyMap<string, string>;
beforeAll(async () => {
  folder = folderWith({});
  const schema = join(packageFolder, "dist/config.schema.json");
  texts = await pack(packageFolder, { file: join(folder, "extension.vsix"), schema });
});
afterAll(() => {
  vi.unstubAllEnvs();
  removeFolders();
});

it("the extension of VS Code is packed with all that its manifest names", () => {
  const zip = readFileSync(join(folder, "extension.vsix"), "latin1");
  expect(zip.slice(0, 2)).toBe("PK");
  for (const name of texts.keys()) expect(zip).toContain(name);
  const { main, contributes } = JSON.parse(texts.get("extension/package.json")!);
  const named = [main, contributes.languages[0].configuration, contributes.jsonValidation[0].url];
  for (const path of named) expect(texts.has(`extension/${path.slice(2)}`), path).toBe(true);
});

it("it has the settings that the server takes, and the version of the package", () => {
  const read = (path: string) => JSON.parse(readFileSync(join(packageFolder, path), "utf8"));
  const { version, contributes } = read("editors/vscode/package.json");
  expect(version).toBe(read("package.json").version);
  const settings = Object.keys(contributes.configuration.properties).map((name) => name.split(".")[1]!);
  const table = readFileSync(join(packageFolder, "docs/editors.md"), "utf8").matchAll(/^\| `(\w+)`/gm);
  expect(settings.filter((name) => name !== "command")).toEqual([...table].map(([, name]) => name));
});

// A script of the shell stands for what npm puts on the PATH.
it.skipIf(process.platform === "win32")("it starts the server, which answers, and ends it", async () => {
  const program = join(folder, "l5cfg-fix");
  writeFileSync(
    program,
    `#!/bin/sh\necho "$@" >"${folder}/words"\nexec "${process.execPath}" "${command}" "$@"\n`,
  );
  chmodSync(program, 0o755);
  vi.stubEnv("PATH", `${folder}${delimiter}${process.env.PATH}`);
  const errors: string[] = [];
  const module = { exports: {} as Record<string, (context: object) => Promise<void>> };
  const require = createRequire(import.meta.url);
  const load = new Function("require", "module", "exports", texts.get("extension/dist/extension.cjs")!);
  const vscode = fakeVscode(errors);
  load((name: string) => (name === "vscode" ? vscode : require(name)), module, module.exports);
  await module.exports.activate!({});
  expect(readFileSync(join(folder, "words"), "utf8")).toBe("lsp --stdio\n");
  await module.exports.deactivate!({});
  expect(errors).toEqual([]);
});
