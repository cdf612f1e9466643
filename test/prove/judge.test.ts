import { describe, expect, it } from "vitest";
import { judgeFlash, listener } from "../../src/prove/judge.ts";

describe("the flash", () => {
  const flash = Uint8Array.of(1, 2, 3, 0xff);
  const judge = (...sections: [number, number[]][]) =>
    judgeFlash(
      flash,
      100,
      sections.map(([address, data]) => ({ address, data: Uint8Array.from(data) })),
    );

  it("is compared byte by byte, each where it belongs", () => {
    expect(judge([100, [1, 2, 3]])).toEqual({ right: 3 });
    expect(judge([101, [2, 9, 0xff]])).toEqual({ right: 2, firstWrong: 102 });
    expect(judge([100, [1]], [103, [0]])).toEqual({ right: 1, firstWrong: 103 });
  });

  it("does not contain data outside of it", () => {
    expect(judge([103, [0xff, 0xff]])).toEqual({ right: 1, firstWrong: 104 });
    expect(judge([99, [0xff, 1]])).toEqual({ right: 1, firstWrong: 99 });
  });
});

describe("what OpenOCD says", () => {
  const heard = (...lines: string[]) => {
    const { line, said } = listener("loaded");
    for (const text of lines) line(text);
    return said;
  };

  it("is kept where it is an error, each once", () => {
    const lines = [
      "Info : clock speed 4000 kHz",
      "Error: checksum mismatch",
      '/x/stm32l5x.cfg:127: Error: invalid command name "stm32l5.dap"',
      "Error: checksum mismatch",
      "in procedure 'program'",
      "** Programming Failed **",
      "** OpenOCD init failed **",
      "** Unable to reset target **",
    ];
    expect(heard(...lines).errors).toEqual([1, 2, 5, 6, 7].map((index) => lines[index]));
  });

  it("is not kept without end", () => {
    const lines = Array.from({ length: 1000 }, (_, index) => `Error: ${index}`);
    expect(heard(...lines).errors).toHaveLength(20);
  });

  it("reports that it verified", () => {
    expect(heard("** Verify Started **").verified).toBe(false);
    expect(heard("** Verify Started **", "** Verified OK **").verified).toBe(true);
  });
});
