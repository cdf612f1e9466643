import { describe, expect, it } from "vitest";
import { check, fix } from "../../src/check/api.ts";
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
