import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith } from "../install/fixtures.ts";
import { command as commandFile } from "../support/command.ts";
import { scripts } from "../support/fixtures.ts";
import { needPrograms } from "../support/openocd.ts";

// These run programs of a POSIX system.
needPrograms(["touch", "sleep", "ps"]);

const config = join(scripts, "target/stm32l5x.cfg");

it.each(["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const)(
  "%s ends all, and leaves no files",
  async (signal) => {
    const at = folderWith();
    const fake = join(at, "openocd");
    const saysVersion = 'if [ "$1" = --version ]; then echo "Open On-Chip Debugger 0.12.0" >&2; exit 0; fi';
    writeFileSync(
      fake,
      `#!/bin/sh\n${saysVersion}\ntrap '' INT TERM HUP QUIT\ntouch ${at}/began\nsleep 60\n`,
    );
    chmodSync(fake, 0o755);
    const temporary = folderWith();
    const command = [commandFile, "prove", config, "--openocd-bin", fake, "--transport", "hla_swd"];
    const child = spawn(process.execPath, command, {
      stdio: "ignore",
      env: { ...process.env, TMPDIR: temporary },
    });
    const ended = once(child, "exit");
    await expect.poll(() => existsSync(join(at, "began")), { timeout: 10_000 }).toBe(true);
    child.kill(signal);
    expect(await ended).toEqual([2, null]);
    expect(readdirSync(temporary)).toEqual([]);
    const { stdout: left } = spawnSync("ps", ["-eo", "args"], { encoding: "utf8" });
    expect(left).not.toContain(fake);
  },
);
