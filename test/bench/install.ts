import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { install, scripts } from "../support/fixtures.ts";

const kinds = ["stm32g0x", "stm32h7x", "stm32l5x"];

/** An install of STM32CubeIDE with so many configs: those of the fixture, again and again under other names. */
export function makeInstall(configs: number): string {
  const folder = mkdtempSync(join(tmpdir(), "bench-install-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  cpSync(install, folder, { recursive: true });
  const targets = join(folder, relative(install, scripts), "target");
  const texts = kinds.map((kind) => readFileSync(join(targets, `${kind}.cfg`)));
  for (let i = kinds.length; i < configs; i++) {
    writeFileSync(join(targets, `stm32copy${i}.cfg`), texts[i % kinds.length]!);
  }
  return folder;
}
