import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Tests of what people get: the commands and the package as built, and what the documents say of them. */
const built = [
  "test/{board,cli,editor}/**/*.built.test.ts",
  "test/cli/flash/**/*.test.ts",
  "test/openocd/hostile.test.ts",
  "test/package/**/*.test.ts",
  "test/documents.test.ts",
  "test/recipes/**/*.test.ts",
];

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "package.json"), "utf8"));

export default defineConfig({
  define: { L5CFG_FIX_VERSION: JSON.stringify(version) },
  test: {
    testTimeout: 30_000,
    // No note of a test's overlays in the home of the one who runs it.
    env: { XDG_STATE_HOME: join(tmpdir(), "l5cfg-fix-test-state") },
    // Of two cores, vitest would leave one idle.
    maxWorkers: "100%",
    // Each worker loads the sources once, not once a file: a quarter of the time of it all.
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: "sources", include: ["test/**/*.test.ts"], exclude: built },
      },
      {
        extends: true,
        test: { name: "built", include: built, globalSetup: "test/support/build.ts" },
      },
    ],
  },
});
