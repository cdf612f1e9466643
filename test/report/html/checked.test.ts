import { expect, it } from "vitest";
import { type CheckedPath, checkedPage } from "../../../src/report/html/checked.ts";
import type { Page } from "../../../src/report/html/page.ts";
import { fix } from "../../rules/support.ts";

/** A path with one config, which says this. */
function checked(text: string, more: Partial<CheckedPath> = {}): CheckedPath {
  const told = { openocd: "0.12.0", why: "as asked", configs: 1, refused: [] };
  return { path: "example.cfg", root: "/scripts", ...told, patch: fix(text), ...more };
}

/** What stands on a page: each section's title, each entry's label and values. */
function told({ sections }: Page): string[] {
  return sections.flatMap(({ title, entries }) =>
    entries.map(({ label, values }) => [title, label, ...values.map(({ text }) => text)].join(" | ")),
  );
}

const healthy = "adapter speed 480\n";
const misspelt = "reset_config srst_onyl\n";
const taken = "adapter speed $MY_SPEED\n";

it("says that there is nothing to fix", () => {
  const page = checkedPage([checked(healthy)], "test");
  expect(page).toMatchObject({ title: "Check of example.cfg", texts: [] });
  expect(page.lead).toEqual(["1 config checked under every transport that was asked for; nothing to fix."]);
  expect(told(page)).toEqual([]);
});

it("tells a finding that needs a person from one that is fixed, with the lines of both", () => {
  const page = checkedPage(
    [checked(`jtag newtap a cpu -irlen 4\ntarget create a.cpu cortex_m -dap a.dap\n${taken}`)],
    "test",
  );
  expect(page.lead[0]).toMatch(/^1 config checked .*; 2 findings, of which 1 can be fixed\.$/);
  const [fixed, left] = told(page);
  expect(left).toMatch(/^example\.cfg \| variable-unset \| .* \| no fix: this one needs a person$/);
  expect(fixed).toMatch(/^example\.cfg \| dap-missing \| .* \| fixed: create a\.dap/);
  const spots = page.sections[0]!.entries.map((entry) => entry.spots.length);
  expect(spots).toEqual([2, 1]);
});

it("keeps several paths apart, and sums them up", () => {
  const others = [checked(taken, { path: "one" }), checked(misspelt, { path: "two", configs: 2 })];
  const page = checkedPage(others, "test");
  expect(page.title).toBe("Check of 2 paths");
  expect(page.lead[0]).toMatch(/^3 configs checked .*; 2 findings, /);
  expect(page.sides.left.name).toBe("one, two");
  expect(told(page).map((line) => line.split(" | ", 2).join(" | "))).toEqual([
    "one: example.cfg | variable-unset",
    "two: example.cfg | reset-config-unknown",
  ]);
});

it("names what OpenOCD refuses", () => {
  const refused = [{ config: "/scripts/board/a.cfg", message: 'invalid command name "x"' }];
  expect(told(checkedPage([checked(healthy, { refused })], "test"))).toEqual([
    'Refused by OpenOCD | board/a.cfg | invalid command name "x"',
  ]);
});

it("is a page of nothing where nothing is checked", () => {
  expect(checkedPage([], "test")).toMatchObject({
    sides: { left: { name: "", detail: "" } },
    lead: ["0 configs checked under every transport that was asked for; nothing to fix."],
  });
});
