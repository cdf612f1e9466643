import { expect, it } from "vitest";
import { describeWithQemu } from "../../support/qemu.ts";
import { randomFrom } from "../../support/random.ts";
import { compare, describeDifference } from "./compare.ts";

describeWithQemu("some random instructions", () => {
  it.each([
    ["single ones", "one", 2000],
    ["blocks", "several", 1000],
  ] as const)("do what QEMU says: %s", (_, kind, count) => {
    const { differences } = compare(randomFrom(2026), count, kind);
    expect(differences.map(describeDifference)).toEqual([]);
  });
});
