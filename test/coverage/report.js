import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import coverage from "istanbul-lib-coverage";
import library from "istanbul-lib-report";
import reports from "istanbul-reports";
import { instrument } from "./instrument.js";

/** What has to be run, in percent. */
const wanted = { lines: 95, branches: 90 };

/** Adds up what processes counted, and prints it in one line; each file's is in the folder. Answers whether it is enough. */
export function report(counts, folder) {
  const map = coverage.createCoverageMap(added(counts));
  const context = library.createContext({ dir: folder, coverageMap: map });
  reports.create("text", { file: "files.txt", maxCols: 200 }).execute(context);
  reports.create("html").execute(context);
  const summary = map.getCoverageSummary();
  console.log(
    Object.keys(wanted)
      .map((what) => `${summary[what].pct} % of ${summary[what].total} ${what}`)
      .join(", "),
  );
  return Object.entries(wanted).every(([what, percent]) => summary[what].pct >= percent);
}

function added(counts) {
  const sources = readdirSync("src", { recursive: true }).filter((name) => name.endsWith(".ts"));
  const files = Object.fromEntries(
    sources.map((name) => resolve("src", name)).map((path) => [path, instrument(path).counters]),
  );
  for (const name of readdirSync(counts).filter((name) => name.endsWith(".json"))) {
    for (const [path, own] of Object.entries(JSON.parse(readFileSync(join(counts, name), "utf8"))))
      add(own, files[path]);
  }
  return files;
}

function add(from, to) {
  for (const [key, count] of Object.entries(from)) {
    if (typeof count === "object") add(count, to[key]);
    else to[key] += count;
  }
}
