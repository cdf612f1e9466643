import { expect, it } from "vitest";
import { askOpenocd, TRANSPORTS } from "../oracle/ask.ts";
import { compareAnswers } from "../oracle/compare.ts";
import { askOurselves } from "../oracle/ours.ts";
import { mapLimit } from "../support/map-limit.ts";
import { describeWithOpenocd, listScripts, scriptsDir } from "../support/openocd.ts";

describeWithOpenocd("OpenOCD's own STM32 configs", () => {
  const files = listScripts("target", /\/stm32[^/]*\.cfg$/);
  const questions = files.flatMap((file) => TRANSPORTS.map((transport) => ({ file, transport })));

  it("make what OpenOCD says they make, under each transport that it loads them under", async () => {
    expect(files).toHaveLength(24);
    const rows = await mapLimit(questions, async (question) => {
      const expected = await askOpenocd(question);
      const differences = expected.loaded ? compareAnswers(expected, askOurselves(question, scriptsDir)) : [];
      return {
        loaded: expected.loaded,
        differences: differences.map((line) => `${question.file} ${question.transport}: ${line}`),
      };
    });
    expect(rows.flatMap(({ differences }) => differences)).toEqual([]);
    expect(rows.filter(({ loaded }) => loaded)).toHaveLength(88);
  });
});
