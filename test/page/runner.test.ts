import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { packageFolder } from "../support/command.ts";

/** What a runner answers, as far as it is looked at. */
interface Running {
  run(request: object, say: (text: string) => void): Promise<{ kind: string; message?: string } | undefined>;
}

/** Workers that were started, none of which answers by itself. */
const workers: SilentWorker[] = [];

class SilentWorker {
  onmessage: ((event: { data: object }) => void) | null = null;
  isEnded = false;
  constructor() {
    workers.push(this);
  }
  postMessage(): void {}
  terminate(): void {
    this.isEnded = true;
  }
}

let runner: Running;
beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal("Worker", SilentWorker);
  workers.length = 0;
  // It has types of browsers, which the tests are not compiled with.
  const module = join(packageFolder, "src/page/runner.ts");
  const { Runner } = (await import(module)) as { Runner: new (code: string) => Running };
  runner = new Runner("");
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("ends a worker that says nothing, and starts another one for what comes next", async () => {
  const answer = runner.run({}, () => {});
  await vi.advanceTimersByTimeAsync(15_000);
  // What is alive is waited for.
  workers[0]!.onmessage!({ data: { kind: "progress", text: "1 of 2" } });
  await vi.advanceTimersByTimeAsync(15_000);
  expect(workers[0]!.isEnded).toBe(false);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await answer).toEqual({ kind: "error", message: expect.stringContaining("20 seconds") });
  expect(workers[0]!.isEnded).toBe(true);
  const next = runner.run({}, () => {});
  workers[1]!.onmessage!({ data: { kind: "log" } });
  expect(await next).toEqual({ kind: "log" });
});

it("ends what is under way when something else is asked", async () => {
  const first = runner.run({}, () => {});
  const second = runner.run({}, () => {});
  expect(await first).toBeUndefined();
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  workers[1]!.onmessage!({ data: { kind: "check" } });
  expect(await second).toEqual({ kind: "check" });
});
