import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type * as BoardModule from "../../src/board/index.ts";
import { folderWith } from "../install/fixtures.ts";
import { packageFolder } from "../support/command.ts";
import { describeWithOpenocd, openocd } from "../support/openocd.ts";

const built: Promise<typeof BoardModule> = import(join(packageFolder, "dist/board/index.js"));

describeWithOpenocd("a board in a thread of its own", () => {
  it("answers though spawnSync stops the one that started it", async () => {
    const { SeparateBoard, stlinkServerCommand } = await built;
    const bytes = randomBytes(10_000);
    const file = join(folderWith(), "firmware.bin");
    writeFileSync(file, bytes);
    await using board = await SeparateBoard.start({ chip: "stm32f407" });
    const before = [
      ...[
        "gdb_port disabled",
        "tcl_port disabled",
        "telnet_port disabled",
        "source [find interface/stlink.cfg]",
      ],
      ...["transport select hla_swd", stlinkServerCommand("hla_swd", board.port)],
    ];
    const commands = [
      ...before,
      "source [find target/stm32f4x.cfg]",
      `program ${file} 0x08000000 verify exit`,
    ];
    const { status, stderr } = spawnSync(
      openocd!,
      commands.flatMap((command) => ["-c", command]),
      { encoding: "utf8", timeout: 20_000, killSignal: "SIGKILL" },
    );
    expect(stderr).toContain("** Verified OK **");
    expect(status).toBe(0);
    const { flash, flashBase, events, commands: count } = await board.state();
    expect(Buffer.from(flash.subarray(0, bytes.length)).equals(bytes)).toBe(true);
    expect(flashBase).toBe(0x0800_0000);
    expect(events.some(({ kind }) => kind === "program")).toBe(true);
    expect(count).toBeGreaterThan(10);
  });
});

it("cannot be one that there is none of", async () => {
  const { SeparateBoard } = await built;
  await expect(SeparateBoard.start({ chip: "stm32x" })).rejects.toThrow("there is no virtual stm32x");
  await expect(SeparateBoard.start({ faults: { stuckWords: [1] } })).rejects.toThrow("stuckWords: 1 is not");
});

it("does not keep the process that started it", () => {
  const script = `import { SeparateBoard } from ${JSON.stringify(join(packageFolder, "dist/board/index.js"))};
    const board = await SeparateBoard.start();
    await board.state();
    console.log(board.port > 0);`;
  const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    ...{ encoding: "utf8", timeout: 20_000, killSignal: "SIGKILL" },
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "true\n" });
});
