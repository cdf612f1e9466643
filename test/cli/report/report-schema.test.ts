import { expect, it } from "vitest";
import { reportErrors } from "../../support/report-schema.ts";

// Whatever a test makes a command print as JSON is held against the schema; here is what must not pass.
it.each([
  ["without a tool", { schema: 2, results: [] }, "required property 'tool'"],
  ["of another schema", { tool: "l5cfg-fix 1", schema: 1, results: [] }, "/schema must be equal to constant"],
  [
    "with more in it",
    { tool: "l5cfg-fix 1", schema: 2, results: [], more: 1 },
    '"additionalProperty":"more"',
  ],
  ["with a result of no kind", { tool: "l5cfg-fix 1", schema: 2, results: [{}] }, "/results/0"],
])("refuses a report %s", (_, report, says) => {
  expect(reportErrors(report, "--check").join("\n")).toContain(says);
});

it("holds a run and a plan of l5cfg-flash apart", () => {
  const report = { tool: "l5cfg-flash 1", schema: 2 };
  expect(reportErrors(report, "l5cfg-flash").join("\n")).toContain("required property 'state'");
  expect(reportErrors(report, "l5cfg-flash --dry-run").join("\n")).not.toContain("'state'");
});
