import { describe, expect, it } from "vitest";
import type { Manifest } from "../../src/manifest/manifest.ts";
import { flashCommand } from "../../src/overlay/openocd-command.ts";

const manifest: Manifest = {
  schema: 1,
  tool: "l5cfg-fix 0.1.0",
  openocd: { version: "0.12.0", why: "assumed" },
  searchPaths: [".", "/st scripts"],
  transports: ["hla_swd"],
  interfaces: {},
  targets: ["target/stm32l5x.cfg"],
  boards: [],
  files: [],
  left: [],
};

describe("flashCommand", () => {
  it("searches the overlay first and loads its openocd.cfg", () => {
    expect(flashCommand({ folder: "/out", manifest })).toEqual([
      "openocd",
      ...["-s", "/out", "-s", "/st scripts"],
      ...["-f", "/out/openocd.cfg"],
      ...["-c", "program firmware.elf verify reset exit"],
    ]);
  });

  it("takes the install’s program, and names the target where there are several", () => {
    const several = {
      ...manifest,
      openocd: { ...manifest.openocd, binary: "/st/openocd" },
      targets: ["target/stm32l5x.cfg", "board/b.cfg"],
    };
    const argv = flashCommand({ folder: "/out", manifest: several });
    expect(argv[0]).toBe("/st/openocd");
    expect(argv.slice(5, 7)).toEqual(["-c", "set TARGET stm32l5x"]);
    expect(argv[7]).toBe("-f");
  });

  it.each([
    ["my fw.elf", "program {my fw.elf} verify reset exit"],
    ["fw.bin", "program fw.bin 0x08000000 verify reset exit"],
    ["C:\\a b\\fw.hex", "program {C:/a b/fw.hex} verify reset exit"],
  ])("writes %s", (firmware, program) => {
    expect(flashCommand({ folder: "/out", manifest }, firmware).at(-1)).toBe(program);
  });

  it("goes round -f for a folder with braces in its name", () => {
    const argv = flashCommand({ folder: "/o{ut", manifest });
    expect(argv.slice(5, 7)).toEqual(["-c", "script /o\\{ut/openocd.cfg"]);
  });
});
