import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { pack } from "../../build/vscode/pack.ts";
import { packageFolder } from "../support/command.ts";
import { folderWith, removeFolders } from "./client.ts";

afterAll(removeFolders);

/** Stands for whatever the extension takes of the editor while it is loaded. */
const anything: object = new Proxy(class {}, {
  get: (target, name) => (name === "prototype" ? target.prototype : anything),
});

it("the extension of VS Code is packed with all that its manifest names, and can be loaded", async () => {
  const folder = folderWith({ "config.schema.json": "{}" });
  const file = join(folder, "extension.vsix");
  const texts = await pack(packageFolder, { file, schema: join(folder, "config.schema.json") });
  const zip = readFileSync(file, "latin1");
  expect(zip.slice(0, 2)).toBe("PK");
  for (const name of texts.keys()) expect(zip).toContain(name);
  const { main, contributes } = JSON.parse(texts.get("extension/package.json")!);
  const named = [main, contributes.languages[0].configuration, contributes.jsonValidation[0].url];
  for (const path of named) expect(texts.has(`extension/${path.slice(2)}`), path).toBe(true);

  const require = createRequire(import.meta.url);
  const module = { exports: {} as Record<string, unknown> };
  const load = new Function("require", "module", "exports", texts.get("extension/dist/extension.cjs")!);
  load((name: string) => (name === "vscode" ? anything : require(name)), module, module.exports);
  expect(module.exports.activate).toBeTypeOf("function");
  expect(module.exports.deactivate).toBeTypeOf("function");
});

it("the extension has the settings that the server takes, and the version of the package", () => {
  const read = (path: string) => JSON.parse(readFileSync(join(packageFolder, path), "utf8"));
  const { version, contributes } = read("editors/vscode/package.json");
  expect(version).toBe(read("package.json").version);
  const settings = Object.keys(contributes.configuration.properties).map((name) => name.split(".")[1]!);
  const table = readFileSync(join(packageFolder, "docs/editors.md"), "utf8").matchAll(/^\| `(\w+)`/gm);
  expect(settings.filter((name) => name !== "command")).toEqual([...table].map(([, name]) => name));
});
