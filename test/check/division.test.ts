import { expect, it } from "vitest";
import { divided } from "../../src/check/division.ts";
import { Place } from "../../src/openocd/place.ts";
import type { Finding } from "../../src/rules/finding.ts";
import { Source } from "../../src/tcl/source.ts";

const at = new Place({ source: new Source("a.cfg", ""), start: 0, end: 0 });
const group = Array.from({ length: 64 }, (_, i): Finding => {
  return { rule: `${i}`, severity: "error", message: "", notes: [], at, transports: [] };
});

/** Tries groups until all fixes are either applied or taken back; a run looks at the fixes of one stretch of eight. */
function attemptsFor(bad: ReadonlySet<Finding>): { attempts: number; refused: Set<Finding> } {
  const groups = [[...group]];
  const refused = new Set<Finding>();
  let attempts = 0;
  while (groups.length > 0) {
    const tried = groups.shift()!;
    attempts++;
    const objections = Array.from({ length: 8 }, (_, run) => group.slice(run * 8, run * 8 + 8))
      .filter((suspects) => suspects.some((one) => tried.includes(one) && bad.has(one)))
      .map((suspects) => ({ why: "bad", suspects }));
    if (objections.length === 0) continue;
    const division = divided(tried, objections);
    for (const one of division.refused.keys()) refused.add(one);
    groups.unshift(...division.next);
  }
  return { attempts, refused };
}

it("takes back what is bad and nothing else", () => {
  for (const numbers of [[0], [7, 8], [3, 4, 5], [0, 9, 18, 27, 36, 45, 54, 63]]) {
    const bad = new Set(numbers.map((i) => group[i]!));
    expect(attemptsFor(bad).refused).toEqual(bad);
  }
});

it("finds a bad fix in each of eight runs with hardly more attempts than one in one", () => {
  const one = attemptsFor(new Set([group[5]!])).attempts;
  const eight = attemptsFor(new Set(group.filter((_, i) => i % 8 === 5))).attempts;
  expect(eight).toBeLessThanOrEqual(one + 3);
});

it("undoes the fixes that are proven wrong, with the reason, and tries the others again", () => {
  const [a, b, c] = group as [Finding, Finding, Finding];
  const { refused, next } = divided(
    [a, b, c],
    [
      { why: "first", blamed: [b] },
      { why: "last", suspects: [c] },
    ],
  );
  expect([...refused]).toEqual([
    [b, "first"],
    [c, "last"],
  ]);
  expect(next).toEqual([[a]]);
});
