import { expect, it } from "vitest";
import { describeWithQemu } from "../../support/qemu.ts";
import { randomFrom } from "../../support/random.ts";
import { compare, describeDifference } from "./compare.ts";

describeWithQemu("some random instructions", () => {
  it.each([
    ["single ones", "one", 2000, "v6m"],
    ["blocks", "several", 1000, "v6m"],
    ["single ones", "one", 4000, "v7m"],
    ["blocks", "several", 1000, "v7m"],
  ] as const)("do what QEMU says: %s, %s, %d, of %s", (_, kind, count, architecture) => {
    const { differences } = compare(randomFrom(2026), count, kind, architecture);
    expect(differences.map(describeDifference)).toEqual([]);
  });
});
