import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diskFiles } from "../../src/files/disk-files.ts";
import { fileNameBytes, fileNameText } from "../../src/files/file-names.ts";
import { systemPath } from "../../src/files/system-path.ts";
import { loadConfigSync } from "../../src/openocd/load.ts";
import { folderWith } from "../install/fixtures.ts";

describe("names as text and as bytes", () => {
  it.each([
    ["plain.cfg", "plain.cfg"],
    ["\xc3\xbc.cfg", "ü.cfg"],
    ["\xe6\x97\xa5\xf0\x9f\x93\x9f", "日📟"],
    ["\xfc.cfg", "\udcfc.cfg"],
    // An overlong form, a surrogate and a cut sequence are no UTF-8.
    ["\xc0\xaf", "\udcc0\udcaf"],
    ["\xed\xb3\xbc", "\udced\udcb3\udcbc"],
    ["\xe6\x97", "\udce6\udc97"],
  ])("%j is %j", (bytes, name) => {
    expect(fileNameText(bytes)).toBe(name);
    expect(fileNameBytes(name)).toBe(bytes);
  });

  it("go there and back, whatever the bytes", () => {
    const anyBytes = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((n) => String.fromCharCode(n)) });
    fc.assert(fc.property(anyBytes, (bytes) => fileNameBytes(fileNameText(bytes)) === bytes));
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => fileNameText(fileNameBytes(name)) === name),
    );
  });

  it("agree with node where they are UTF-8", () => {
    const utf8 = (text: string) => Buffer.from(text, "utf8").toString("latin1");
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => fileNameBytes(text) === utf8(text)));
  });
});

describe("files whose names are no ASCII", () => {
  const folder = () => {
    const root = folderWith({}, "l5 ünï 日-");
    mkdirSync(join(root, "tärget"));
    writeFileSync(join(root, "main.cfg"), "source [find tärget/ü.cfg]\nsource [find tärget/ü.cfg]\nnosuch\n");
    writeFileSync(join(root, "tärget/ü.cfg"), "set found 1\nset script [info script]\n");
    return root;
  };

  it("are found in a folder that is none either, and named as text", () => {
    const root = folder();
    const config = loadConfigSync(join(root, "main.cfg"), { searchPaths: [root], cwd: "/" });
    const inner = join(root, "tärget/ü.cfg");
    expect(config.sources.map(({ path }) => path)).toEqual([join(root, "main.cfg"), inner, inner]);
    expect(config.variablesSetAt.get("found")?.file).toBe(inner);
    expect(config.problems).toMatchObject([
      { code: "invalid-command", file: join(root, "main.cfg"), line: 3 },
    ]);
    // A config itself sees bytes, as in OpenOCD.
    expect(config.variables.script).toBe(fileNameBytes(inner));
  });

  it.skipIf(process.platform !== "linux")("need not even be UTF-8", () => {
    const root = folder();
    const name = "tärget/\udcfc\udcff.cfg";
    writeFileSync(systemPath(join(root, name)), "set found odd\n");
    expect(readFileSync(Buffer.from(fileNameBytes(join(root, name)), "latin1"), "utf8")).toBe(
      "set found odd\n",
    );
    expect(diskFiles.list?.(join(root, "tärget"))).toContain("\udcfc\udcff.cfg");
    writeFileSync(join(root, "odd.cfg"), Buffer.from(`source [find ${fileNameBytes(name)}]\n`, "latin1"));
    const config = loadConfigSync("odd.cfg", { cwd: root });
    expect(config).toMatchObject({ problems: [], variables: { found: "odd" } });
    expect(config.sources[1]?.path).toBe(name);
  });
});
