import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { reportSchema } from "../../../src/report/schema/index.ts";
import { packageFolder } from "../../support/command.ts";

it("publishes the schema of its reports", () => {
  const read = (path: string) => JSON.parse(readFileSync(join(packageFolder, path), "utf8"));
  const { exports } = read("package.json");
  expect(read(exports["./report.schema.json"])).toEqual(JSON.parse(JSON.stringify(reportSchema())));
});
