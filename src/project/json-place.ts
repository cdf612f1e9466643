import type { ProjectFilePlace } from "./errors.ts";
import type { JsonNode } from "./json-text.ts";

/** Steps into a JSON text: names and indices. */
export type Steps = readonly (string | number)[];

/** `overrides[0].openocd`. */
export function nameOf(steps: Steps): string {
  const name = steps.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
  return name.replace(/^\./, "") || "the file";
}

/** Where a value begins, or its key. */
export function offsetOf(node: JsonNode, steps: Steps, isKey: boolean): number {
  let at = node;
  for (const [i, step] of steps.entries()) {
    const part = at.parts.get(step);
    if (part === undefined) return at.offset;
    if (isKey && i === steps.length - 1) return part.keyOffset;
    at = part.node;
  }
  return at.offset;
}

/** A place in a text, as people count. */
export function placeAt(text: string, offset: number, file: string): ProjectFilePlace {
  const before = text.slice(0, offset).split("\n");
  return { file, line: before.length, column: before.at(-1)!.length + 1 };
}
