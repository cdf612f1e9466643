// `npm run coverage`: runs all tests, and prints how much of the sources they run. Ends with 1 where that is too little,
// and not for a test that fails: counting takes time, and some measure it.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { report } from "./report.js";

const folder = resolve("coverage");
rmSync(folder, { recursive: true, force: true });
const counts = `${folder}/counts`;
// Those of the package measure what it is without counting.
const own = ["--config", "test/coverage/vitest.config.js", "--exclude", "test/package/**"];
spawnSync("npx", ["vitest", "run", ...own, ...process.argv.slice(2)], {
  env: { ...process.env, L5CFG_FIX_COVERAGE: counts },
  stdio: "inherit",
});
process.exitCode = report(counts, folder) ? 0 : 1;
