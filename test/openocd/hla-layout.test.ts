import { expect, it } from "vitest";
import { loadConfigSync } from "../../src/openocd/load.ts";

// What the programs answered.
it.each([
  ["hla_layout stlink\nhla_layout stlink", "0.12.0", undefined],
  ["hla_layout stlink\nhla_layout ti-icdi", "0.12.0", "3: already specified hl_layout stlink"],
  ["hla_layout nonsense", "0.12.0", "2: No adapter layout 'nonsense' found"],
  ["hla_layout nulink", "st-1.5.0", undefined],
  ["hla layout stlink\nhla layout ti-icdi", "master", "3: already specified hl_layout stlink"],
])("%j in %s: %s", (lines, openocd, refusal) => {
  const text = `adapter driver hla\n${lines}`;
  const fs = { read: () => text, kind: () => "file" as const };
  const [problem] = loadConfigSync("board.cfg", { fs, openocd }).problems;
  expect(problem && `${problem.line}: ${problem.message}`).toBe(refusal);
});
