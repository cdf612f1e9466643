import { expect, it } from "vitest";
import { rules } from "../../src/rules/index.ts";
import { ruleIds } from "../../src/rules/rule-texts.ts";

it("the ids that the library has types for are those of the rules", () => {
  expect(ruleIds).toEqual(rules.map(({ id }) => id));
});
