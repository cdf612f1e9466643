import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadConfig, loadConfigSync } from "../../src/openocd/load.ts";
import { load, memory } from "./memory.ts";

/** Which of some files `find` finds, of files that each say their own name. */
function found(command: string, paths: readonly string[], searchPaths: readonly string[] = ["/s", "/t"]) {
  const files = Object.fromEntries(paths.map((path) => [path, `set found ${path}`]));
  const { variables, problems } = load(command, { files, searchPaths });
  return problems[0]?.message ?? variables.found;
}

describe("find", () => {
  it.each([
    ["the current folder first", "x.cfg", ["/cwd/x.cfg", "/s/x.cfg"], "/cwd/x.cfg"],
    ["then the search folders in order", "x.cfg", ["/t/x.cfg", "/s/x.cfg"], "/s/x.cfg"],
    ["the last one, too", "x.cfg", ["/t/x.cfg"], "/t/x.cfg"],
    [
      "a folder beside the config before all others",
      "target/x.cfg",
      ["/cwd/target/x.cfg", "/s/target/x.cfg"],
      "/cwd/target/x.cfg",
    ],
    ["an absolute name", "/else/x.cfg", ["/else/x.cfg", "/s/x.cfg"], "/else/x.cfg"],
    ["an absolute name in the search folders, too", "/x.cfg", ["/t/x.cfg"], "/t/x.cfg"],
    ["through a folder above", "../x.cfg", ["/x.cfg"], "/x.cfg"],
    ["nothing", "x.cfg", ["/else/x.cfg"], "Can't find x.cfg"],
  ])("takes %s", (_, name, paths, expected) => {
    expect(found(`source [find ${name}]`, paths)).toBe(expected);
  });

  it("spells a path as OpenOCD does, the search folder and the name", () => {
    const { variables, sources } = load("source [set path [find target/x.cfg]]", {
      files: { "/s/target/x.cfg": "" },
      searchPaths: ["/s/"],
    });
    expect(variables.path).toBe("/s//target/x.cfg");
    expect(sources.map(({ path }) => path)).toEqual(["a.cfg", "/s//target/x.cfg"]);
  });

  // In 0.12.0 the way from `\` to `/` is an error in OpenOCD's own script, which it catches.
  it("tries backslashes for slashes, but not slashes for backslashes", () => {
    const files = { "/s/target\\x.cfg": "" };
    const { problems, sources } = load("source [find target/x.cfg]", { files, searchPaths: ["/s"] });
    expect(problems).toEqual([]);
    expect(sources.at(-1)?.path).toBe("/s/target\\x.cfg");
    expect(found("source [find {target\\x.cfg}]", ["/s/target/x.cfg"])).toBe("Can't find target\\x.cfg");
  });

  it("looks in the folders that a config adds, last of all", () => {
    const command = "add_script_search_dir /added\nsource [find x.cfg]";
    expect(found(command, ["/added/x.cfg"])).toBe("/added/x.cfg");
    expect(found(command, ["/added/x.cfg", "/t/x.cfg"])).toBe("/t/x.cfg");
  });

  it("finds the config itself that way", async () => {
    const fs = memory({ "/s/board/b.cfg": "set x 1" });
    const config = await loadConfig("board/b.cfg", { fs, cwd: "/cwd", searchPaths: ["/s"] });
    expect(config).toMatchObject({ file: "board/b.cfg", variables: { x: "1" }, problems: [] });
    const missing = await loadConfig("board/c.cfg", { fs, cwd: "/cwd", searchPaths: ["/s"] });
    expect(missing.problems).toMatchObject([
      { code: "file-not-found", message: "Can't find board/c.cfg", file: "embedded:startup.tcl", line: 28 },
    ]);
  });

  it("is not taken for granted by `source`, which knows the current folder only", () => {
    const message = 'couldn\'t read file "x.cfg": No such file or directory';
    expect(found("source x.cfg", ["/s/x.cfg"])).toBe(message);
    expect(found("source /s/x.cfg", ["/s/x.cfg"])).toBe("/s/x.cfg");
    expect(found("script x.cfg", ["/s/x.cfg"])).toBe("/s/x.cfg");
  });
});

describe("source", () => {
  const nested = {
    "/cwd/b.cfg": "set b 1\nset c [source c.cfg]\nset after 1",
    "/cwd/c.cfg": "set inner 1\nreturn early\nset never 1",
  };

  it("continues after a file that returns, with its value", () => {
    const { variables, problems } = load("source b.cfg\nset a 1", { files: nested });
    expect(problems).toEqual([]);
    expect(variables).toEqual({ b: "1", inner: "1", c: "early", after: "1", a: "1" });
  });

  it("knows which command read which file", () => {
    const { sources } = load("\nsource b.cfg", { files: nested });
    expect(sources.map(({ path, sourcedAt }) => [path, sourcedAt?.file, sourcedAt?.line])).toEqual([
      ["a.cfg", undefined, undefined],
      ["b.cfg", "a.cfg", 2],
      ["c.cfg", "b.cfg", 2],
    ]);
  });

  it("runs a file in the caller's frame, and `script` at the top level", () => {
    const files = { "/cwd/b.cfg": "set where [info level]" };
    expect(load("proc p {} {source b.cfg}\np", { files }).variables).toEqual({});
    expect(load("proc p {} {script b.cfg}\np", { files }).variables).toEqual({ where: "0" });
  });

  it("ends at the innermost fault, with the way there", () => {
    const files = { "/cwd/b.cfg": "\nproc p {} {\n  nosuch\n}\np", "/cwd/c.cfg": "source b.cfg" };
    const { problems } = load("\n\nsource c.cfg", { files });
    expect(problems).toMatchObject([
      {
        code: "invalid-command",
        subject: "nosuch",
        file: "b.cfg",
        line: 3,
        stack: [
          { file: "b.cfg", line: 3 },
          { procedure: "p", file: "b.cfg", line: 5 },
          { file: "c.cfg", line: 1 },
          { file: "a.cfg", line: 3 },
          { file: "embedded:startup.tcl", line: 28 },
        ],
      },
    ]);
  });
});

describe("names that are not ASCII", () => {
  it("are found on disk as the config spells them, in bytes", () => {
    const folder = mkdtempSync(join(tmpdir(), "l5cfg-fix-"));
    writeFileSync(join(folder, "ü.cfg"), "set found 1\n");
    writeFileSync(join(folder, "main.cfg"), "source [find ü.cfg]\n");
    const config = loadConfigSync("main.cfg", { cwd: folder });
    rmSync(folder, { recursive: true });
    expect(config.problems).toEqual([]);
    expect(config.variables.found).toBe("1");
  });
});
