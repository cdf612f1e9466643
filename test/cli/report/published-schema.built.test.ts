import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { projectFileSchema } from "../../../src/project/schema.ts";
import { reportSchema } from "../../../src/report/schema/index.ts";
import { packageFolder } from "../../support/command.ts";

it("publishes the schemas of its reports and of the project file", () => {
  const read = (path: string) => JSON.parse(readFileSync(join(packageFolder, path), "utf8"));
  const { exports } = read("package.json");
  for (const [name, schema] of Object.entries({ report: reportSchema(), config: projectFileSchema() })) {
    expect(read(exports[`./${name}.schema.json`])).toEqual(JSON.parse(JSON.stringify(schema)));
  }
});
