// Runs a comparison with a program of OpenOCD's: `node test/oracle/jim/run.js FILES [--openocd-bin FILE]`. Without the option it
// is the one on PATH.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "openocd-bin": { type: "string" } },
});
const program = values["openocd-bin"];
const config = "test/oracle/vitest.config.ts";
const { status } = spawnSync("npx", ["vitest", "run", "--config", config, ...positionals], {
  stdio: "inherit",
  env: { ...process.env, ...(program && { OPENOCD_BIN: program }) },
});
process.exitCode = status ?? 1;
