import { expect, it } from "vitest";
import { randomFrom } from "../support/random.ts";
import { judgeJournal, judgeManifest } from "./judge-json.ts";
import { tamperedJournal, tamperedManifest } from "./tampered.ts";

const seeds = Array.from({ length: 1000 }, (_, seed) => seed);

it.each([
  ["manifests", tamperedManifest, judgeManifest],
  ["journals", tamperedJournal, judgeJournal],
])("a thousand tampered %s are refused, or taken for what they are", (_, make, judge) => {
  const faulty = seeds.flatMap((seed) => {
    const text = make(randomFrom(seed));
    const faults = judge(text);
    return faults.length > 0 ? [{ seed, faults, text: text.slice(0, 3000) }] : [];
  });
  expect(faulty).toEqual([]);
});
