import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createInstrumenter } from "istanbul-lib-instrument";

const instrumenter = createInstrumenter({ esModules: true, compact: true, parserPlugins: ["typescript"] });

/** Whether figures are wanted of a file. */
export const isSource = (path) => path.startsWith(resolve("src/")) && path.endsWith(".ts");

/** A source that counts what it runs, and the counters, all of them zero. Tests and commands count by the same ones. */
export function instrument(path) {
  const code = instrumenter.instrumentSync(readFileSync(path, "utf8"), path);
  return { code, counters: instrumenter.lastFileCoverage() };
}

/** For the sources that tests import, and for the commands that they run. */
export const countingPlugin = {
  name: "count",
  enforce: "pre",
  load: (id) => (isSource(id) ? instrument(id).code : undefined),
};
