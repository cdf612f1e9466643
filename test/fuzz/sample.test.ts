import { describe, expect, it } from "vitest";
import { inputAt, kinds } from "./inputs.ts";
import { judge } from "./judge.ts";
import { filesOf, readOriginals } from "./originals.ts";

describe("four hundred inputs, most of them broken", () => {
  const originals = readOriginals();
  const files = filesOf(originals);
  const inputs = Array.from({ length: 400 }, (_, index) => inputAt(index, 2026, originals));

  it("are of every kind, and the same ones each time", () => {
    expect(new Set(inputs.map(({ kind }) => kind))).toEqual(new Set(kinds));
    expect(inputAt(200, 2026, originals)).toEqual(inputs[200]);
  });

  it("go through parse, dry run, rules and fix without a fault", { timeout: 120_000 }, () => {
    const verdicts = inputs.map((input) => judge(input, files));
    const faulty = verdicts.flatMap(({ faults }, index) => (faults.length > 0 ? [{ index, faults }] : []));
    expect(faulty).toEqual([]);
    expect(verdicts.filter(({ hasFindings }) => hasFindings).length).toBeGreaterThan(10);
    expect(verdicts.filter(({ isFixed }) => isFixed)).not.toEqual([]);
  });
});
