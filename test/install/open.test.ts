import { describe, expect, it } from "vitest";
import { check, fix } from "../../src/check/api.ts";
import { L5cfgFixError } from "../../src/errors.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import type { FileSystem } from "../../src/files/file-system.ts";
import { withFiles } from "../../src/files/layered-files.ts";
import { openProject } from "../../src/install/open.ts";
import { install, scripts } from "../support/fixtures.ts";

/** Files that exist nowhere but here. */
function memory(files: Record<string, string>): FileSystem {
  return {
    read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
    kind: (path) =>
      Object.hasOwn(files, path)
        ? "file"
        : Object.keys(files).some((name) => name.startsWith(`${path}/`))
          ? "folder"
          : undefined,
    list: (folder) => [
      ...new Set(
        Object.keys(files).flatMap((name) =>
          name.startsWith(`${folder}/`) ? [name.slice(folder.length + 1).split("/")[0]!] : [],
        ),
      ),
    ],
  };
}

describe("a project whose files are in memory", () => {
  const files = { "/tree/target/a.cfg": "jtag_khz 100\n", "/tree/target/b.cfg": "adapter speed 1\n" };

  it("is found, checked and fixed there", () => {
    const fs = memory(files);
    expect(openProject("/tree", { fs })).toMatchObject({ kind: "scripts", root: "/tree" });
    expect(check("/tree", { fs }).findings).toMatchObject([
      { rule: "command-unknown", at: { file: "/tree/target/a.cfg", line: 1, column: 1 } },
    ]);
    expect(fix("/tree", { fs }).files).toMatchObject([
      { path: "/tree/target/a.cfg", name: "target/a.cfg", after: "adapter speed 100\n" },
    ]);
  });

  it("may be one config alone", () => {
    expect(fix("/a.cfg", { fs: memory({ "/a.cfg": "jtag_khz 100\n" }) }).files).toMatchObject([
      { path: "/a.cfg", after: "adapter speed 100\n" },
    ]);
  });

  it("that holds no such path is an error with a code", () => {
    expect(() => check("/elsewhere", { fs: memory(files) })).toThrow(
      expect.objectContaining({ code: "project" }),
    );
  });
});

describe("an unsaved config, in front of the disk", () => {
  it("uses the scripts and the OpenOCD of the install that is named", () => {
    const fs = withFiles(new Map([["/my/board.cfg", "source [find target/swj-dp.tcl]\n"]]), diskFiles);
    const result = check("/my/board.cfg", { install, fs });
    expect(result.openocd.version).toBe("0.10.0+dev-g30d1303");
    expect(result.project.searchPaths).toEqual(["/my", scripts]);
    expect(result.read).toContain(`${scripts}/target/swj-dp.tcl`);
  });
});

describe("options that do not fit", () => {
  it.each([
    ["an unknown transport", { transports: ["swdd"] }, "usage"],
    ["an unknown version", { openocd: "new" }, "usage"],
    [
      "an asynchronous file system",
      { fs: { read: async () => "", kind: (): "file" => "file" } },
      "file-system",
    ],
    [
      "a file system of bytes",
      { fs: { read: () => Buffer.from(""), kind: (): "file" => "file" } },
      "file-system",
    ],
  ])("are an error with a code: %s", (_, options, code) => {
    const attempt = () => check(`${scripts}/target/stm32g0x.cfg`, options as never);
    expect(attempt).toThrow(L5cfgFixError);
    expect(attempt).toThrow(expect.objectContaining({ code }));
  });
});
