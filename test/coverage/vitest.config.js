import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { defineConfig, mergeConfig } from "vitest/config";
import tests from "../../vitest.config.ts";
import { countingPlugin } from "./instrument.js";

/** All tests, counting what they run of the sources, in their own process and in those that they start. */
export default mergeConfig(
  tests,
  defineConfig({
    plugins: [countingPlugin],
    test: {
      root: resolve("."),
      setupFiles: ["test/coverage/setup.js"],
      env: { NODE_OPTIONS: `--import=${pathToFileURL(resolve("test/coverage/command.js"))}` },
      // Counting takes time.
      testTimeout: 120_000,
    },
  }),
);
