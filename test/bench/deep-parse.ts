import { readFileSync } from "node:fs";
import { join } from "node:path";
import { scanDeep } from "../../src/tcl/scan-deep.ts";
import { listScripts, scriptsDir } from "../support/openocd.ts";
import { milliseconds, type Pair, warmUp } from "./measure.ts";

/** Every script that is installed with OpenOCD, with all that it nests, against looking at each character once. */
export function deepParse(): Pair[] {
  const texts = listScripts("", /\.(cfg|tcl)$/).map((name) => readFileSync(join(scriptsDir, name), "latin1"));
  if (texts.length === 0) return [];
  const ours = () => {
    for (const text of texts) scanDeep(text);
  };
  const theirs = () => {
    // What nobody reads need not be worked out.
    const sum = texts.reduce((all, text) => all ^ sumOf(text), 0);
    if (Number.isNaN(sum)) throw new Error("no sum");
  };
  warmUp(ours);
  warmUp(theirs, 500);
  return [
    {
      what: `deep parse of ${texts.length} scripts, ${(texts.join("").length / 1e6).toFixed(2)} MB`,
      ours: () => milliseconds(ours),
      theirs: () => milliseconds(theirs),
      against: "charCodeAt",
      target: { speed: 0.25 },
      unit: "ms",
    },
  ];
}

function sumOf(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}
