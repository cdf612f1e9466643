/**
 * Holds our model against any OpenOCD on any scripts:
 * `npm run oracle -- [--openocd-bin FILE] [--scripts DIR] [--release ID] [--every N]`.
 * Prints each difference, then how many configs came out how. Ends with 1 where a config comes out otherwise that one of both loads, and it
 * is not explained why.
 */
import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { matchNamed, parseVersion } from "../../src/openocd/version.ts";
import { mapLimit } from "../support/map-limit.ts";
import { openocd, scriptsDir } from "../support/programs.ts";
import { askOpenocd } from "./ask.ts";
import { type Case, corpus, withVariables } from "./corpus.ts";
import { whyDifferent } from "./known-differences.ts";
import { askOurselves } from "./ours.ts";
import { rowOf, tableOf } from "./table.ts";

const { values } = parseArgs({
  options: {
    "openocd-bin": { type: "string" },
    scripts: { type: "string" },
    release: { type: "string" },
    every: { type: "string" },
  },
});
const program = values["openocd-bin"] ?? openocd;
if (program === undefined) throw new Error("there is no openocd on PATH: name one with --openocd-bin");
const { stdout, stderr } = spawnSync(program, ["--version"], { encoding: "latin1", timeout: 10_000 });
const version = parseVersion(stdout + stderr);
if (version === undefined) throw new Error(`${program} does not say which OpenOCD it is`);
const { release, exact } = matchNamed(values.release ?? version.text);
const scripts = resolve(values.scripts ?? scriptsOf(program));

const cases = corpus({ program, release: release.id, scripts });
const chosen = [...cases, ...withVariables(cases)].filter(
  (_, index) => index % Number(values.every ?? 1) === 0,
);
const rows = await mapLimit(chosen, async (one: Case) =>
  rowOf(one, await askOpenocd(one), askOurselves(one, scripts)),
);
let unexplained = 0;
for (const { key, differences, expected, actual } of rows) {
  for (const difference of differences) {
    const line = `${key}: ${difference}`;
    const why = whyDifferent(line);
    if (why === undefined && (expected === "loaded" || actual === "loaded")) unexplained++;
    console.log(why === undefined ? line : `${line} (${why})`);
  }
}
console.log(`OpenOCD ${version.text}, judged as ${release.id}${exact ? "" : " (nearest)"}, on ${scripts}`);
console.log(tableOf(rows));
process.exitCode = unexplained === 0 ? 0 : 1;

/** The scripts installed with a program, or those beside its folder. */
function scriptsOf(file: string): string {
  if (file === openocd) return scriptsDir;
  const folder = dirname(realpathSync(file));
  const places = ["../share/openocd/scripts", "../scripts", "../tcl"].map((place) => join(folder, place));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`no scripts beside ${file}: name them with --scripts`);
  return found;
}
