import { expect, it } from "vitest";
import { newInterp, run } from "./run.ts";

it("refuses what touches the machine, and tells of it", () => {
  const interp = newInterp();
  const refused: string[] = [];
  interp.host.noteRefused = (command) => refused.push(command);
  const message = (command: string) => `1: "${command}" is not run: a config must not touch the machine`;
  expect(run("exec rm -rf /", interp)).toBe(message("exec"));
  expect(run("open /etc/passwd", interp)).toBe(message("open"));
  expect(run("file delete -force /tmp/x", interp)).toBe(message("file delete"));
  expect(run("cd /", interp)).toBe(message("cd"));
  expect(run("socket stream.server 1", interp)).toBe(message("socket"));
  expect(run("catch {exec ls}", interp)).toBe("1");
  expect(refused).toEqual(["exec", "open", "file delete", "cd", "socket", "exec"]);
});

it("does not have `source`, which its host brings", () => {
  expect(run("source /etc/passwd")).toBe('1: invalid command name "source"');
});

it("keeps what is printed", () => {
  const interp = newInterp();
  run("puts hello; puts -nonewline a; puts stderr b; puts stdout c; stdout puts d; puts [hardware]", interp);
  expect(interp.output.join("")).toBe("hello\nab\nc\nd\n?\n");
  run("set line [string repeat x 100000]; loop i 50 {puts $line}", interp);
  expect(interp.output.join("").length).toBeLessThan(1_100_000);
  expect(run("puts nosuch text", interp)).toBe('1: invalid command name "nosuch"');
});

it("asks the host about files", () => {
  const interp = newInterp();
  interp.host.fileKind = (path) =>
    path === "/dir" ? { kind: "directory" } : path === "/file" ? { kind: "file", size: 7 } : undefined;
  expect(
    run("list [file exists /dir] [file exists /nosuch] [file isfile /file] [file isdirectory /dir]", interp),
  ).toBe("1 0 1 1");
  expect(run("file size /file", interp)).toBe("7");
  expect(run("file size /nosuch", interp)).toBe('1: could not read "/nosuch": No such file or directory');
});

it("knows the environment only from the array `env`", () => {
  process.env.L5CFG_TEST = "leak";
  try {
    expect(run("env L5CFG_TEST none")).toBe("none");
    expect(run("env L5CFG_TEST")).toBe('1: environment variable "L5CFG_TEST" does not exist');
    expect(run("set ::env(L5CFG_TEST) given; env L5CFG_TEST")).toBe("given");
  } finally {
    delete process.env.L5CFG_TEST;
  }
});

it("does not wait", () => {
  expect(run("after 100000; update; sleep 100; list done")).toBe("done");
});
