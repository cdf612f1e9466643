import { describe, expect, it, vi } from "vitest";
import { check, checkAsync, fix, fixAsync } from "../../src/check/api.ts";
import { memoryFiles } from "../../src/files/memory-files.ts";
import { install } from "../support/fixtures.ts";

describe("the result of a check", () => {
  const result = check(install);

  it("holds all that is printed of it, as plain data", () => {
    expect(result.project).toMatchObject({ path: install, kind: "install" });
    expect(result.openocd).toMatchObject({ version: "0.10.0+dev-g30d1303", exact: true });
    expect(result.openocd.standIn).toBeUndefined();
    expect(result.runs.map(({ transport }) => transport)).toContain("hla_swd");
    expect(result.read.some((path) => path.endsWith("target/stm32l5x.cfg"))).toBe(true);
    expect(structuredClone(result)).toEqual(result);
  });
});

describe("the result of a fix", () => {
  it("has the files with edits and diff, and survives a clone", () => {
    const result = fix(install);
    expect(result.files.at(-1)).toMatchObject({ name: "target/stm32l5x.cfg" });
    expect(result.files.at(-1)!.diff).toContain("+++ b/target/stm32l5x.cfg");
    expect(result.runs.every(({ refusal }) => refusal === undefined)).toBe(true);
    expect(structuredClone(result)).toEqual(result);
  });
});

describe("work that is watched", () => {
  it("says how far it is", () => {
    const onProgress = vi.fn();
    check(install, { onProgress });
    expect(onProgress).toHaveBeenCalledTimes(12);
    expect(onProgress).toHaveBeenLastCalledWith(
      expect.objectContaining({ done: 2, total: 3, transport: "jtag" }),
    );
  });

  it("ends when its signal says so, with the signal's reason", async () => {
    const stop = new AbortController();
    const reason = new Error("enough");
    const options = { signal: stop.signal, onProgress: () => stop.abort(reason) };
    expect(() => check(install, options)).toThrow(reason);
    await expect(fixAsync(install, { signal: AbortSignal.abort(reason) })).rejects.toThrow(reason);
  });

  it("has the same result in portions, and lets other tasks run in between", async () => {
    const turn = vi.fn();
    const timer = setInterval(turn);
    expect(await fixAsync(install)).toEqual(fix(install));
    expect(await checkAsync(install)).toEqual(check(install));
    clearInterval(timer);
    expect(turn).toHaveBeenCalled();
  });
});

describe("text that a person reads", () => {
  const bytes = (text: string) => Buffer.from(text, "utf8").toString("latin1");
  const name = "/s/1986ве1т.cfg";
  const fs = memoryFiles(new Map([[name, bytes('echo "ü"; echo $ÜNSET\n')]]));

  it("is UTF-8, with columns in UTF-16 and offsets in bytes", () => {
    const { findings } = check(name, { fs });
    expect(findings).toMatchObject([
      {
        rule: "variable-unset",
        message: "the variable ÜNSET is read, but nothing sets it",
        at: { file: name, line: 1, column: 11, endColumn: 22, start: 11, end: 23 },
      },
    ]);
    expect(findings[0]!.at.excerpt.text).toBe('echo "ü"; echo $ÜNSET');
  });

  it("says of a config that is no Tcl what is wrong, for the library as for the command", () => {
    const broken = memoryFiles(new Map([["/s/broken.cfg", "if {1} {\n"]]));
    expect(check("/s/broken.cfg", { fs: broken }).findings).toMatchObject([
      { rule: "syntax-error", severity: "error", message: expect.stringContaining("missing close-brace") },
    ]);
  });
});
