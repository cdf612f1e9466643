import { describe, expect, it } from "vitest";
import { parseCommandLine, scriptOf } from "../../src/openocd/command-line.ts";
import { shellWords } from "../../src/openocd/shell-words.ts";
import { commandIn, printedCommandLine } from "../../src/openocd/typed-command.ts";

describe("the options of a command line", () => {
  it.each<[string, string[]]>([
    ["-f a.cfg -c init -f b.cfg", ["script {a.cfg}", "init", "script {b.cfg}"]],
    [
      "-fa.cfg --file b.cfg --file=c.cfg --fil d.cfg",
      ["a", "b", "c", "d"].map((name) => `script {${name}.cfg}`),
    ],
    ["-d -d3 --debug=2 -l log.txt -c exit", ["exit"]],
    ["", ["script {openocd.cfg}"]],
    ["-s folder", ["script {openocd.cfg}"]],
    ["-c noinit", ["noinit"]],
  ])("%s", (text, lines) => {
    expect(scriptOf(parseCommandLine(shellWords(text)))).toBe(`${lines.join("\n")}\n`);
  });

  it("say where to look, wherever they are", () => {
    expect(parseCommandLine(["-f", "a", "-s", "x", "--search", "y"]).search).toEqual(["x", "y"]);
  });

  it.each(["board.cfg", "-x", "--nothing", "-f", "--co"])(
    "are refused as OpenOCD refuses them: %s",
    (text) => {
      expect(() => parseCommandLine(shellWords(text))).toThrow("OpenOCD does not take this command line");
    },
  );
});

describe("words of a shell", () => {
  it.each<[string, string[]]>([
    [`a 'b c' "d \\"e" f\\ g`, ["a", "b c", 'd "e', "f g"]],
    ["a 2>&1 | tee log", ["a"]],
    ["a -c 'x; y' && b", ["a", "-c", "x; y"]],
    ["C:\\ST\\openocd.exe -f C:\\a\\b.cfg", ["C:\\ST\\openocd.exe", "-f", "C:\\a\\b.cfg"]],
    ["a \\\n b", ["a", "b"]],
    ["a ''", ["a", ""]],
    ['a -c "program {x.elf}', ["a", "-c", "program {x.elf}"]],
  ])("%s", (text, words) => {
    expect(shellWords(text)).toEqual(words);
  });
});

describe("a command that a log shows", () => {
  const words = ["openocd", "-s", "d", "-f", "a.cfg", "-c", "init"];

  it.each([
    "$ openocd -s d -f a.cfg -c init",
    "C:\\> openocd.exe -s d -f a.cfg -c init 2>&1",
    "FATAL ERROR: command exited with status 1: /usr/bin/openocd -s d -f a.cfg -c 'init'",
    "cd build && /opt/x/bin/openocd -s d -f a.cfg -c init",
    'Launching gdb-server: "openocd" "-s" "d" "-f" "a.cfg" "-c" "init"',
    "**openocd -s d -f a.cfg -c init**",
    "gap8-openocd -s d -f a.cfg -c init",
  ])("%s", (line) => {
    expect(commandIn(line)?.slice(1)).toEqual(words.slice(1));
  });

  it.each([
    "Open On-Chip Debugger 0.12.0",
    "see the openocd - documentation",
    "openocd: command not found",
    "https://x/openocd -",
  ])("%s is none", (line) => {
    expect(commandIn(line)?.[1]?.startsWith("-")).not.toBe(true);
  });

  it("may have lost its quotes", () => {
    const line = "openocd -f a.cfg -c adapter speed 5000; program x.elf verify";
    expect(printedCommandLine(commandIn(line)!)?.steps).toEqual([
      { file: "a.cfg" },
      { command: "adapter speed 5000" },
    ]);
    expect(printedCommandLine(["openocd", "-x"])).toBeUndefined();
  });
});
