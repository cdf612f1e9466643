import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeLog } from "../../src/log/decode.ts";
import { entries } from "../../src/log/entries/index.ts";
import { explainLog } from "../../src/log/explain.ts";
import { bytes, fixtures } from "../support/fixtures.ts";

const seed = bytes(join(fixtures, "seed/openocd.log"));
const seedLines = seed.trimEnd().split("\n");

/** What is told of a log, without the numbers of its lines. */
function told(text: string) {
  const { diagnoses, unknown } = explainLog(text);
  return {
    diagnoses: diagnoses.map(({ id, what, effects, places }) => ({
      id,
      what,
      effects: effects.map((effect) => effect.id),
      places,
    })),
    unknown: unknown.map(({ message }) => message),
  };
}

const plainly = told(seed);

describe("a log has the same diagnoses", () => {
  it.each([
    ["Windows's line ends", (line: string) => `${line}\r\n`],
    ["the line ends of a serial console", (line: string) => `${line}\r\r\n`],
    ["old line ends", (line: string) => `${line}\r`],
    ["spaces behind", (line: string) => `${line}  \n`],
    [
      "colours",
      (line: string) => `\x1b[0m\x1b[31;1m${line.replace("Error:", "\x1b[1mError:\x1b[0m")}\x1b[0m\n`,
    ],
    ["the title of a window", (line: string) => `\x1b]0;openocd\x07${line}\n`],
    ["times of a build server", (line: string) => `2024-05-01T10:00:00.1234567Z ${line}\n`],
    ["times in brackets", (line: string) => `[10:53:00.123] ${line}\n`],
    ["times and an arrow", (line: string) => `10:53:00.123 -> ${line}\n`],
    ["seconds", (line: string) => `[   12.345678] ${line}\n`],
    ["a program's name", (line: string) => `[openocd] ${line}\n`],
    ["a container's name", (line: string) => `openocd  | ${line}\n`],
    ["marks of quotation", (line: string) => `> ${line}\n`],
    ["indentation", (line: string) => `\t    ${line}\n`],
    ["several of those", (line: string) => `2024-05-01 10:00:00 [stderr] > ${line}\n`],
  ])("with %s", (_, change) => {
    expect(told(seedLines.map(change).join(""))).toEqual(plainly);
  });

  it("with one space less in front of the colons", () => {
    expect(told(seed.replaceAll("Warn : ", "Warn: ").replaceAll("Info : ", "Info: "))).toEqual(plainly);
  });

  it("in UTF-16, with and without marks of UTF-8", () => {
    const utf16 = `\xff\xfe${Buffer.from(seed, "utf16le").toString("latin1")}`;
    const swapped = `\xfe\xff${Buffer.from(seed, "utf16le").swap16().toString("latin1")}`;
    for (const one of [utf16, swapped, `\xef\xbb\xbf${seed}`, seed])
      expect(told(decodeLog(one))).toEqual(plainly);
  });

  it("that holds it twice", () => {
    expect(told(seed + seed)).toEqual(plainly);
  });

  it("whose lines of one fault come in another order", () => {
    const tail = seedLines.slice(31);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(tail, { minLength: tail.length, maxLength: tail.length }),
        (shuffled) => {
          const { diagnoses, unknown } = told([...seedLines.slice(0, 31), ...shuffled].join("\n"));
          expect(unknown).toEqual([]);
          expect(diagnoses.map(({ id, effects }) => [id, new Set(effects)])).toEqual(
            plainly.diagnoses.map(({ id, effects }) => [id, new Set(effects)]),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it("with other programs' lines in between", () => {
    const others = fc.constantFrom(
      "make: *** [Makefile:64: flash] Error 1",
      "[2/3] Linking C executable firmware.elf",
      "   text    data     bss     dec     hex filename",
      "Info : Listening on port 6666 for tcl connections",
      "Debug: 12 3 command.c:155 script_debug(): command - Error: nothing",
      "",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(seedLines.length), others), { maxLength: 10 }), (inserted) => {
        const lines = [...seedLines];
        // Not within the two errors of Tcl's, which OpenOCD prints in one piece.
        const between = inserted.filter(([at]) => at < 12 || at > 24).sort(([a], [b]) => b - a);
        for (const [at, line] of between) lines.splice(at, 0, line);
        expect(told(lines.join("\n"))).toEqual(plainly);
      }),
      { numRuns: 40 },
    );
  });
});

describe("any text at all", () => {
  const words = fc.constantFrom(
    ...entries.flatMap(({ example }) => example),
    "Error: ",
    ":1: Error: ",
    'at file "',
    "in procedure '",
    "Error executing event halted on target x:",
    "Open On-Chip Debugger 0.12.0",
    "Traceback (most recent call last):",
    "\x1b[31m",
    "\n",
    "\r",
  );
  const texts = fc.array(fc.oneof(words, fc.string(), fc.string({ unit: "binary" })), { maxLength: 40 });

  it("is recognized without an error, each line at its place", () => {
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join("\n");
        const lines = text.split(/\r\n|\n|\r/);
        const { diagnoses, unknown, harmless } = explainLog(text);
        for (const { lines: seen, times } of [...diagnoses, ...unknown, ...harmless]) {
          expect(times).toBeGreaterThanOrEqual(seen.length);
          for (const { number, text: shown } of seen) {
            expect(shown).not.toContain("\n");
            expect(lines[number - 1]).toBeDefined();
          }
        }
        expect(new Set(diagnoses.map(({ id, what }) => `${id} ${what}`)).size).toBe(diagnoses.length);
      }),
    );
  });

  it("never hides an error", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{1,40}$/), (message) => {
        const { diagnoses, unknown } = explainLog(`Error: zz ${message}`);
        expect(diagnoses).toEqual([]);
        expect(unknown.map((one) => one.message)).toEqual([`zz ${message}`.trimEnd()]);
      }),
    );
  });

  it.each([
    ["one long line", "x"],
    ["empty lines", "\n"],
    ["errors without a text", "Error: \n"],
    ["marks without an end", "Error: "],
    ["places", "a:1: Error: b\n"],
    ["stacks", "in procedure 'x' called at file \"y\", line 1\n"],
    ["unfinished stacks", 'at file "'],
    ["colours", "\x1b["],
    ["titles without an end", "\x1b]"],
    ["prefixes", "[12:00:00] > | "],
    ["commands", "openocd -f a\n"],
    ["banners", "Open On-Chip Debugger 0.12.0\n"],
  ])("of a MiB is read in time, even of %s", (_, part) => {
    const { diagnoses, unknown } = explainLog(part.repeat((1 << 20) / part.length));
    expect(diagnoses.length + unknown.length).toBeLessThan(2);
  });

  it("of thousands of errors is cut, and says so", () => {
    const { unknown, omitted } = explainLog(
      Array.from({ length: 5000 }, (_, i) => `Error: no ${i}`).join("\n"),
    );
    expect(unknown.length + omitted).toBe(5000);
    expect(omitted).toBeGreaterThan(0);
  });
});
