import { expect, it } from "vitest";
import { fix } from "../../../src/check/api.ts";
import type { FixResult } from "../../../src/check/result.ts";
import { memoryFiles } from "../../../src/files/memory-files.ts";
import { checkedPage } from "../../../src/report/html/checked-page.ts";
import type { Page } from "../../../src/report/html/page-model.ts";

/** The fix of a config in memory. */
function checked(text: string, name = "/scripts/example.cfg"): FixResult {
  return fix(name, { openocd: "0.12.0", fs: memoryFiles(new Map([[name, text]])) });
}

/** What is on a page: each section's title, each entry's label and values. */
function linesOf({ sections }: Page): string[] {
  return sections.flatMap(({ title, entries }) =>
    entries.map(({ label, values }) => [title, label, ...values.map(({ text }) => text)].join(" | ")),
  );
}

const healthy = "adapter speed 480\n";
const misspelt = "reset_config srst_onyl\n";
const taken = "adapter speed $MY_SPEED\n";

it("says that there is nothing to fix", () => {
  const page = checkedPage([checked(healthy)], "test");
  expect(page).toMatchObject({ title: "Check of /scripts/example.cfg", texts: [] });
  expect(page.lead).toEqual(["1 config checked under every transport that was asked for; nothing to fix."]);
  expect(linesOf(page)).toEqual([]);
});

it("shows a finding without a fix apart from one that is fixed, with the lines of both", () => {
  const page = checkedPage(
    [checked(`jtag newtap a cpu -irlen 4\ntarget create a.cpu cortex_m -dap a.dap\n${taken}`)],
    "test",
  );
  expect(page.lead[0]).toMatch(/^1 config checked .*; 2 findings \([^)]*\), of which 1 can be fixed\.$/);
  const [fixed, left] = linesOf(page);
  expect(left).toMatch(/^example\.cfg \| variable-unset \| .* \| no automatic fix$/);
  expect(fixed).toMatch(/^example\.cfg \| dap-missing \| .* \| fix: create a\.dap/);
  const spots = page.sections[0]!.entries.map((entry) => entry.spots.length);
  expect(spots).toEqual([2, 1]);
});

it("keeps several paths apart, and sums them up", () => {
  const others = [checked(taken, "/one/a.cfg"), checked(misspelt, "/two/b.cfg")];
  const page = checkedPage(others, "test");
  expect(page.title).toBe("Check of 2 paths");
  expect(page.lead[0]).toMatch(/^2 configs checked .*; 2 findings \(2 errors\), /);
  expect(page.sides.left.name).toBe("/one/a.cfg, /two/b.cfg");
  expect(linesOf(page).map((line) => line.split(" | ", 2).join(" | "))).toEqual([
    "/one/a.cfg: a.cfg | variable-unset",
    "/two/b.cfg: b.cfg | reset-config-unknown",
  ]);
});

it("names what OpenOCD refuses", () => {
  const lines = linesOf(checkedPage([checked("error {not this}\n")], "test"));
  expect(lines.join("\n")).toMatch(/example\.cfg \| .*not this/);
});

it("is a page of nothing where nothing is checked", () => {
  expect(checkedPage([], "test")).toMatchObject({
    sides: { left: { name: "", detail: "" } },
    lead: ["0 configs checked under every transport that was asked for; nothing to fix."],
  });
});
