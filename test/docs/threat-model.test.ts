import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageFolder } from "../support/command.ts";

const page = readFileSync(join(packageFolder, "docs/threat-model.md"), "utf8");

it("the threat model names only tests that exist, and only scripts that the package has", () => {
  const tests = [...page.matchAll(/\btest\/[\w./-]*\w/g)].map(([name]) => name);
  expect(tests.length).toBeGreaterThan(30);
  expect(tests.filter((name) => !existsSync(join(packageFolder, name)))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  for (const [, script] of page.matchAll(/`npm run ([\w:]+)`/g)) expect(scripts).toHaveProperty(script!);
});
