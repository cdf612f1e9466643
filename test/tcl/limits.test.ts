import { expect, it } from "vitest";
import { memoryFiles } from "../../src/files/memory-files.ts";
import { loadConfigSync } from "../../src/openocd/load.ts";
import { Deadline, Meter } from "../../src/tcl/limits.ts";
import { Stop } from "../../src/tcl/stop.ts";

it("one deadline ends all runs that share it", () => {
  const fs = memoryFiles(new Map([["/a.cfg", `set a 1\n${"set b 2\n".repeat(100)}`]]));
  const passed = { fs, deadline: new Deadline(-1) };
  for (const transport of ["hla_swd", "swd"]) {
    const { problems } = loadConfigSync("/a.cfg", { ...passed, transport });
    expect(problems).toMatchObject([{ code: "stopped", subject: "time" }]);
  }
  expect(loadConfigSync("/a.cfg", { fs, deadline: new Deadline(60_000) }).problems).toEqual([]);
});

it("work counts as steps, and another part of the work begins with none", () => {
  const meter = new Meter({ steps: 1000, deadline: new Deadline(60_000) });
  meter.work(100_000);
  expect(meter.steps).toBe(Math.floor(100_000 / 256));
  expect(() => meter.work(1_000_000)).toThrow(Stop);
  meter.restart();
  expect(meter.steps).toBe(0);
  expect(() => meter.portion(10, () => meter.work(100_000))).toThrow(Stop);
  expect(() => meter.hold(1e9)).toThrow(Stop);
});
