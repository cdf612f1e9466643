import { join } from "node:path";
import { expect, it } from "vitest";
import { packageFolder } from "../support/command.ts";
import { chipsPage } from "./chips-page.ts";
import { rulesPage } from "./rules-page.ts";

// `npm run docs:tables` writes them again.
it.each([
  { name: "docs/chips.md", page: chipsPage },
  { name: "docs/rules.md", page: rulesPage },
])("$name says what the data say", async ({ name, page }) => {
  await expect(page()).toMatchFileSnapshot(join(packageFolder, name));
});
