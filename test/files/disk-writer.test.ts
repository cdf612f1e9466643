import { chmodSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diskWriter } from "../../src/files/disk-writer.ts";
import { replaceFile } from "../../src/files/replace-file.ts";
import { readIfPlain, statOf } from "../../src/files/stat.ts";
import { folderWith } from "../install/fixtures.ts";

describe("a file that is written", () => {
  it("goes through no link, be it one that leads nowhere", () => {
    const folder = folderWith({ outside: "theirs" });
    symlinkSync(join(folder, "outside"), join(folder, "link"));
    symlinkSync(join(folder, "nowhere"), join(folder, "dangling"));
    for (const name of ["link", "dangling"]) {
      expect(() => diskWriter.create(join(folder, name), Buffer.from("ours"))).toThrow(/EEXIST|ELOOP/);
    }
    expect(readFileSync(join(folder, "outside"), "latin1")).toBe("theirs");
    expect(readIfPlain(join(folder, "nowhere"))).toBeUndefined();
  });

  it("takes a link's place, and leaves alone what that leads to", () => {
    const folder = folderWith({ outside: "theirs" });
    symlinkSync(join(folder, "outside"), join(folder, "link"));
    symlinkSync(join(folder, "outside"), join(folder, "link.l5cfg-fix-new"));
    replaceFile(join(folder, "link"), Buffer.from("ours"), diskWriter);
    expect(lstatSync(join(folder, "link")).isFile()).toBe(true);
    expect(readFileSync(join(folder, "link"), "latin1")).toBe("ours");
    expect(readFileSync(join(folder, "outside"), "latin1")).toBe("theirs");
  });

  it("is dressed like another, and readable by nobody else before that", () => {
    const folder = folderWith();
    const path = join(folder, "a");
    writeFileSync(path, "");
    chmodSync(path, 0o640);
    const like = { ...statOf(path)!, atimeNs: 10n ** 18n, mtimeNs: 12n * 10n ** 17n };
    expect(diskWriter.create(join(folder, "b"), Buffer.from("x"), like)).toEqual([]);
    const { id, ...rest } = statOf(join(folder, "b"))!;
    expect(id).not.toBe(like.id);
    expect({ ...rest, id: like.id }).toEqual(like);
  });
});
