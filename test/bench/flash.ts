import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeFauxOverlay } from "../support/faux.ts";
import { noise } from "../support/firmware.ts";
import { flashCommandFile } from "../support/flash-command.ts";
import { openocd } from "../support/openocd.ts";
import { measure, milliseconds } from "./measure.ts";
import { figure } from "./table.ts";

/** What `l5cfg-flash` may take longer than the command that it runs. */
const wanted = 150;

/** Prints what `l5cfg-flash` adds to the `openocd` command that it runs, with a target that needs no hardware. */
export function printFlash(): void {
  if (openocd === undefined) {
    console.log("l5cfg-flash: openocd is not installed");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "l5cfg-fix-bench-"));
  const overlay = join(folder, "overlay");
  try {
    mkdirSync(overlay);
    writeFauxOverlay(overlay);
    const firmware = join(folder, "firmware.bin");
    writeFileSync(firmware, noise(64 * 1024));
    const args = [flashCommandFile, firmware, "--overlay", overlay, "--no-verify", "--reset", "none"];
    const [program, ...words] = planned(args);
    const { our, their } = measure({
      what: "l5cfg-flash",
      ours: () => milliseconds(() => run(process.execPath, args)),
      theirs: () => milliseconds(() => run(program!, words)),
      against: "openocd",
      target: { cost: 1 },
      unit: "ms",
    });
    const node = measure({
      what: "node",
      ours: () => milliseconds(() => run(process.execPath, ["-e", "0"])),
      theirs: () => 0,
      against: "nothing",
      target: { cost: 1 },
      unit: "ms",
    }).our;
    const verdict = our - their <= wanted ? "met" : "missed";
    const times = `l5cfg-flash ${figure(our, "ms")}, the openocd command that it runs ${figure(their, "ms")}`;
    console.log(
      `${times}: adds ${figure(our - their, "ms")} (node alone takes ${figure(node, "ms")}), at most ${wanted} ms wanted, ${verdict}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function planned(args: readonly string[]): string[] {
  return JSON.parse(run(process.execPath, [...args, "--dry-run", "--format", "json"])).command;
}

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: exit status ${status}\n${stderr}`);
  return stdout;
}
