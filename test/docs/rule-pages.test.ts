import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { explanations } from "../../src/rules/examples/index.ts";
import { rulePage } from "../../src/rules/examples/page.ts";
import { rules } from "../../src/rules/index.ts";
import { packageFolder } from "../support/command.ts";

const folder = join(packageFolder, "docs/rules");

// `npm run docs:rules` writes the pages anew.
it.each(rules)("docs/rules/$id.md says what the rule says of itself", async (rule) => {
  const page = rulePage(rule, explanations[rule.id]!);
  await expect(page).toMatchFileSnapshot(join(folder, `${rule.id}.md`));
});

it("has no page of a rule that is gone", () => {
  expect(readdirSync(folder).sort()).toEqual(rules.map(({ id }) => `${id}.md`).sort());
});
