import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diskFiles } from "../../src/files/disk-files.ts";
import { maxFileBytes } from "../../src/files/max-file-bytes.ts";
import { readBounded } from "../../src/files/read-bounded.ts";
import { readJournal } from "../../src/inplace/journal.ts";
import { projectAt } from "../../src/install/project-at.ts";
import { readManifest } from "../../src/manifest/read-manifest.ts";
import { loadConfigSync } from "../../src/openocd/load.ts";
import { folderWith } from "../install/fixtures.ts";
import { l5cfgFix } from "../support/command.ts";
import { needPrograms } from "../support/openocd.ts";

// These run programs of a POSIX system.
needPrograms(["mkfifo"], /^pipes/);

const isLinux = process.platform === "linux";

describe("what is read", () => {
  it("is all of a plain file, as large as it may be and no byte more", () => {
    const path = join(folderWith(), "a");
    for (const size of [0, 1, 7, 100_000]) {
      writeFileSync(path, Buffer.alloc(size, "x"));
      expect(readBounded(path, { largest: 100_000 }).length, `${size}`).toBe(size);
    }
    writeFileSync(path, Buffer.alloc(100_001));
    expect(() => readBounded(path, { largest: 100_000 })).toThrow("larger than 100000 bytes");
    truncateSync(path, maxFileBytes + 1);
    expect(diskFiles.read(path)).toBeUndefined();
  });

  it("is what a link leads to, unless links are not wanted", () => {
    const folder = folderWith({ a: "text" });
    symlinkSync("a", join(folder, "link"));
    linkSync(join(folder, "a"), join(folder, "b"));
    expect(readBounded(join(folder, "link")).toString()).toBe("text");
    expect(() => readBounded(join(folder, "link"), { followLink: false })).toThrow("no plain file");
    expect(readBounded(join(folder, "b"), { followLink: false }).toString()).toBe("text");
  });

  it("is no folder, and nothing that is not there", () => {
    const folder = folderWith();
    mkdirSync(join(folder, "d"));
    expect(() => readBounded(join(folder, "d"))).toThrow("no plain file");
    expect(() => readBounded(join(folder, "none"))).toThrow("ENOENT");
  });
});

// Sizes that the system states are 0 there, and the file of pages is as long as all of the memory that there could be.
describe.runIf(isLinux)("files of the kernel", () => {
  it.each(["/proc/self/pagemap", "/dev/zero", "/dev/tty", "/proc/kmsg", "/proc/self/mem"])(
    "%s is not read",
    (path) => {
      const folder = folderWith();
      symlinkSync(path, join(folder, "x.cfg"));
      expect(diskFiles.read(path)).toBeUndefined();
      expect(diskFiles.read(join(folder, "x.cfg"))).toBeUndefined();
      // A firmware may be larger, but states its size.
      expect(() => readBounded(path, { largest: 2 ** 29 })).toThrow();
    },
  );

  it("are no config, manifest or journal, by whatever name a link gives them", async () => {
    const folder = folderWith({ "a.cfg": "source x.cfg\nadapter speed y\n" });
    symlinkSync("/proc/self/pagemap", join(folder, "x.cfg"));
    const { problems } = loadConfigSync("a.cfg", { cwd: folder });
    expect(problems).toMatchObject([{ line: 1 }]);
    expect(() => projectAt(join(folder, "x.cfg"))).not.toThrow();
    const checked = await l5cfgFix(["--check", "x.cfg"], { cwd: folder });
    expect(checked).toMatchObject({ status: 2, stderr: expect.stringContaining("cannot read x.cfg") });
    expect((await l5cfgFix(["explain", "x.cfg"], { cwd: folder })).status).toBe(2);
    symlinkSync("/proc/self/pagemap", join(folder, "l5cfg-fix.json"));
    expect(() => readManifest(folder, diskFiles)).toThrow("no plain file of at most");
    symlinkSync("/proc/self/pagemap", join(folder, "l5cfg-fix-journal.json"));
    expect(() => readJournal(folder)).toThrow("no plain file");
  });

  it("short ones are read", () => {
    expect(diskFiles.read("/proc/self/status")).toContain("Name:");
  });

  it("pipes are not opened, with or without a writer", () => {
    const folder = folderWith();
    execFileSync("mkfifo", [join(folder, "pipe.cfg")]);
    expect(diskFiles.read(join(folder, "pipe.cfg"))).toBeUndefined();
  });
});
