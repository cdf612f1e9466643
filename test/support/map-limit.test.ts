import { expect, it } from "vitest";
import { mapLimit } from "./map-limit.ts";

it("keeps the order, and the limit", async () => {
  let running = 0;
  let most = 0;
  const slow = async (ms: number) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, ms));
    running--;
    return ms * 2;
  };
  expect(await mapLimit([8, 1, 4, 2], slow, 2)).toEqual([16, 2, 8, 4]);
  expect(most).toBe(2);
  expect(await mapLimit([], slow)).toEqual([]);
});

it("starts nothing after a failure", async () => {
  const started: number[] = [];
  const fail = async (item: number) => {
    started.push(item);
    throw new Error(`no ${item}`);
  };
  await expect(mapLimit([1, 2, 3], fail, 1)).rejects.toThrow("no 1");
  expect(started).toEqual([1]);
});
