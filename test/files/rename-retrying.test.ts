import { expect, it } from "vitest";
import { renameRetrying } from "../../src/files/rename-retrying.ts";

function renaming(failures: number, code: string) {
  const pauses: number[] = [];
  let calls = 0;
  const rename = () => {
    if (++calls <= failures) throw Object.assign(new Error(code), { code });
  };
  const pause = (milliseconds: number) => void pauses.push(milliseconds);
  return { pauses, rename, pause };
}

it.each(["EPERM", "EACCES", "EBUSY"])("on Windows, %s is waited out, for seconds at most", (code) => {
  const few = renaming(3, code);
  renameRetrying("a", "b", { ...few, platform: "win32" });
  expect(few.pauses).toEqual([10, 20, 40]);
  const forever = renaming(Number.POSITIVE_INFINITY, code);
  expect(() => renameRetrying("a", "b", { ...forever, platform: "win32" })).toThrow(code);
  const waited = forever.pauses.reduce((sum, one) => sum + one, 0);
  expect(waited).toBeGreaterThan(9_000);
  expect(waited).toBeLessThan(11_000);
});

it("nothing is waited for elsewhere, nor for other errors", () => {
  for (const [code, platform] of [
    ["EPERM", "linux"],
    ["ENOSPC", "win32"],
  ] as const) {
    const once = renaming(1, code);
    expect(() => renameRetrying("a", "b", { ...once, platform })).toThrow(code);
    expect(once.pauses).toEqual([]);
  }
});
