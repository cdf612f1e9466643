import { describe, expect, it } from "vitest";
import { idOf } from "../../src/log/chain.ts";
import { entries } from "../../src/log/entries/index.ts";
import type { LogEntry } from "../../src/log/entry.ts";
import { explainLog } from "../../src/log/explain.ts";
import { template } from "../../src/log/template.ts";
import { rules } from "../../src/rules/index.ts";

const byId = new Map(entries.map((entry) => [entry.id, entry]));

it("knows more than 40 things that OpenOCD patterns, each by one name", () => {
  expect(entries.length).toBeGreaterThan(40);
  expect(byId.size).toBe(entries.length);
});

describe.each(entries)("$id", (entry) => {
  const {
    id,
    patterns,
    given,
    what,
    advice,
    rules: fixing = [],
    follows = [],
    isHarmless,
    source,
    example,
  } = entry;
  const seenHere = explainLog(example.join("\n"));

  it("is what its example shows, and nothing else is", () => {
    const shown = isHarmless ? seenHere.harmless : seenHere.diagnoses;
    expect(shown.map((one) => one.id)).toEqual([id]);
    expect([...(isHarmless ? seenHere.diagnoses : []), ...seenHere.unknown]).toEqual([]);
  });

  it.each(patterns)("is what is meant by %s, and says what to do", (text) => {
    const { literals, gaps } = template(text);
    const words = literals.map((literal, i) => literal + (i < gaps.length ? "x1" : "")).join("");
    const { diagnoses, harmless } = explainLog(
      given === "second-core"
        ? `Info : [a.cpu0] Cortex-M7 r1p1 processor detected\nError: [a.cpu1] ${words}`
        : `${givenLine(given)}board.cfg:1: Error: ${words}${entry.isHint ? `\n${effectOf(id)}` : ""}`,
    );
    const [found, ...others] = isHarmless ? harmless : diagnoses;
    expect(others).toEqual([]);
    expect(found?.id).toBe(id);
    expect(JSON.stringify(found)).not.toMatch(/\{\w+\}/);
  });

  it("says so in sentences", () => {
    expect(what).not.toMatch(/\.$/);
    for (const one of advice) expect(typeof one === "string" ? one : one.text).toMatch(/[.!?)`]$|^\{chip\}$/);
    expect(isHarmless ? 1 : advice.length).toBeGreaterThan(0);
  });

  it("names rules and entries that there are, and where it was seen", () => {
    for (const rule of fixing) expect(rules.map((one) => one.id)).toContain(rule);
    expect(source.length).toBeGreaterThan(0);
    for (const cause of follows === "any" ? [] : follows.map(idOf)) {
      expect(byId.get(cause)?.follows, cause).not.toBe("any");
      expect(byId.has(cause), cause).toBe(true);
    }
  });

  it("follows from nothing that follows from it", () => {
    const causes = (name: string): string[] => {
      const next = byId.get(name)?.follows ?? [];
      return next === "any" ? [] : next.map(idOf).flatMap((cause) => [cause, ...causes(cause)]);
    };
    expect(causes(id)).not.toContain(id);
  });
});

/** A line of what an entry brings about. */
function effectOf(id: string): string {
  const effect = entries.find(({ follows = [] }) => follows !== "any" && follows.map(idOf).includes(id))!;
  return effect.example[0]!;
}

/** What tells of an HLA adapter, or of another one. */
function givenLine(given: LogEntry["given"]): string {
  if (given === undefined) return "";
  return given === "hla" ? "hla_swd\n" : "dapdirect_swd\n";
}
