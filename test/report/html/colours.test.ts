import { describe, expect, it } from "vitest";
import { tokens } from "../../../src/report/html/style/tokens.ts";

/** Text and what it stands on. */
const pairs: readonly [string, string][] = [
  ...["paper", "sheet", "left-tint", "right-tint", "left-word", "right-word", "target"].map(
    (on): [string, string] => ["ink", on],
  ),
  ...["paper", "sheet", "left-tint", "right-tint", "target"].map((on): [string, string] => ["soft", on]),
  ...["paper", "sheet", "left-tint", "target"].map((on): [string, string] => ["left", on]),
  ...["paper", "sheet", "right-tint", "target"].map((on): [string, string] => ["right", on]),
  ...["paper", "sheet", "left-tint", "right-tint", "target"].map((on): [string, string] => ["changed", on]),
  // The buttons of the page for browsers.
  ["sheet", "right"],
  ["paper", "ink"],
];

const [light, dark] = tokens
  .split("@media")
  .map(
    (part) =>
      new Map([...part.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!])),
  ) as [Map<string, string>, Map<string, string>];

/** Relative luminance and contrast (WCAG 2.2). */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dim, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (bright + 0.05) / (dim + 0.05);
}

describe.each([
  ["light", light],
  ["dark", dark],
])("in the %s scheme", (_, colours) => {
  it.each(pairs)("%s on %s can be read", (text, on) => {
    expect(contrast(colours.get(text)!, colours.get(on)!)).toBeGreaterThanOrEqual(4.5);
  });
});
