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

/** For the sources that tests import. */
export const vitePlugin = {
  name: "count",
  enforce: "pre",
  load: (id) => (isSource(id) ? instrument(id).code : undefined),
};

/** For the commands that tests run. */
export const esbuildPlugin = {
  name: "count",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) =>
      isSource(path) ? { contents: instrument(path).code, loader: "ts" } : undefined,
    );
  },
};
