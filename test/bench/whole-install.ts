import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fixing } from "../../src/check/fix.ts";
import type { Job } from "../../src/check/job.ts";
import { toEnd } from "../../src/check/steps.ts";
import { survey } from "../../src/check/survey.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import { snapshot } from "../../src/files/snapshot.ts";
import { usualTransports } from "../../src/openocd/transport.ts";
import { listScripts, openocd, scriptsDir } from "../support/openocd.ts";
import { milliseconds, type Pair } from "./measure.ts";

/** What selects an adapter for a transport, before the config. */
const selecting: Readonly<Record<string, string>> = {
  hla_swd: "adapter driver hla; hla_layout stlink; hla_vid_pid 0x0483 0x374e; transport select hla_swd",
  dapdirect_swd: "adapter driver st-link; transport select dapdirect_swd",
  swd: "adapter driver cmsis-dap; transport select swd",
  jtag: "adapter driver dummy; transport select jtag",
};

/** All STM32 configs of OpenOCD's own checked and fixed under four transports, against `openocd` loading each as often. */
export function wholeInstall(): Pair[] {
  if (openocd === undefined) return [];
  const names = listScripts("target", /\/stm32[^/]*\.cfg$/);
  const configs = names.map((name) => join(scriptsDir, name));
  const job: Job = { configs, searchPaths: [scriptsDir], openocd: "0.12.0" };
  const what = `${configs.length} STM32 configs of 0.12.0, ${usualTransports.length} transports`;
  const theirs = () => milliseconds(() => names.forEach(loadByOpenocd));
  const rest = { theirs, against: "openocd", unit: "ms" } as const;
  return [
    {
      what: `${what}, checked`,
      ours: () => milliseconds(() => toEnd(survey(job, snapshot(diskFiles)))),
      target: { cost: 1.3 },
      ...rest,
    },
    {
      // In its own release there is nothing to fix; that one has other names for its commands.
      what: `${what}, fixed for ST's 1.3.0`,
      ours: () => milliseconds(() => fixAll({ ...job, openocd: "st-1.3.0" })),
      target: { cost: 2 },
      ...rest,
    },
  ];
}

function fixAll(job: Job): void {
  const { files } = toEnd(fixing(job, { fs: diskFiles }));
  if (files.length < job.configs.length / 2) throw new Error(`only ${files.length} files are fixed`);
}

/** Loads a config under each transport; some are refused, as they are by a dry run. */
function loadByOpenocd(name: string): void {
  for (const transport of usualTransports) {
    const ports = "gdb_port disabled; tcl_port disabled; telnet_port disabled";
    const args = ["-c", ports, "-c", selecting[transport]!, "-f", name, "-c", "shutdown"];
    spawnSync(openocd!, args, { cwd: scriptsDir, stdio: "ignore", timeout: 10_000, killSignal: "SIGKILL" });
  }
}
