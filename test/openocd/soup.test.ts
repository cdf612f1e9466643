import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadConfigSync } from "../../src/openocd/load.ts";
import { bytes, scripts } from "../support/fixtures.ts";
import { memory } from "./memory.ts";

const transports = fc.constantFrom("", "jtag", "swd", "hla_swd", "dapdirect_swd", "swim", "nosuch");
const versions = fc.constantFrom("0.12.0", "0.10.0+dev-g30d1303", "0.11.0");

/** Words of configs, and the characters that give them a structure. */
const tokens = fc.oneof(
  fc.constantFrom(...'{}[]"$\\;\n #()*', "\\\n", "{*}", "$_CHIPNAME", "::"),
  fc.constantFrom(
    "set",
    "x",
    "proc",
    "p",
    "if",
    "else",
    "while",
    "foreach",
    "expr",
    "catch",
    "return",
    "source",
    "find",
  ),
  fc.constantFrom(
    "jtag",
    "newtap",
    "swd",
    "newdap",
    "dap",
    "create",
    "target",
    "flash",
    "bank",
    "transport",
    "select",
  ),
  fc.constantFrom(
    "configure",
    "cget",
    "-event",
    "reset-init",
    "-dap",
    "-chain-position",
    "-irlen",
    "-work-area-size",
  ),
  fc.constantFrom(
    "a.b",
    "a",
    "b",
    "cortex_m",
    "stm32l4x",
    "0",
    "-1",
    "0x20000000",
    "1e9",
    "init",
    "shutdown",
    "eval",
  ),
  fc.constantFrom(
    "uplevel",
    "upvar",
    "global",
    "rename",
    "namespace",
    "string",
    "lindex",
    "regexp",
    "format",
    "info",
  ),
  fc.constantFrom("constructor", "toString", "__proto__", "hasOwnProperty"),
  fc.string({ maxLength: 4 }),
);

const soups = fc
  .array(fc.tuple(tokens, fc.constantFrom("", " ", " ", "\n")), { maxLength: 60 })
  .map((words) => words.flat().join(""));

/** Configs of STM32CubeIDE, a piece of which is gone, doubled, or replaced. */
const originals = ["stm32l5x", "stm32g0x", "stm32h7x"].map((name) =>
  bytes(join(scripts, `target/${name}.cfg`)),
);
const mutated = fc
  .tuple(
    fc.constantFrom(...originals),
    fc.array(fc.tuple(fc.nat(20_000), fc.nat(40), fc.oneof(tokens, fc.constant(""))), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([text, changes]) =>
    changes.reduce((result, [at, length, put]) => {
      const start = at % result.length;
      return result.slice(0, start) + put + result.slice(start + length);
    }, text),
  );

const files = Object.fromEntries(
  ["target/swj-dp.tcl", "mem_helper.tcl"].map((name) => [
    `/scripts/${name}`,
    readFileSync(join(scripts, name), "latin1"),
  ]),
);

function check(text: string, transport: string, openocd: string, lenient: boolean): void {
  const fs = memory({ ...files, "/cwd/a.cfg": text });
  const begin = performance.now();
  const config = loadConfigSync("a.cfg", {
    fs,
    cwd: "/cwd",
    searchPaths: ["/scripts"],
    openocd,
    lenient,
    ...(transport !== "" && { transport }),
  });
  expect(performance.now() - begin).toBeLessThan(5000);
  for (const { message, line, code } of config.problems) {
    expect(typeof message).toBe("string");
    expect(Number.isInteger(line) && code !== undefined).toBe(true);
  }
  JSON.stringify(config);
}

describe("whatever the text, a config is run without throwing, and ends", () => {
  it("token soup", { timeout: 120_000 }, () => {
    fc.assert(fc.property(soups, transports, versions, fc.boolean(), check), { numRuns: 1500 });
  });

  it("configs of STM32CubeIDE with something wrong", { timeout: 120_000 }, () => {
    fc.assert(fc.property(mutated, transports, versions, fc.boolean(), check), { numRuns: 600 });
  });
});
