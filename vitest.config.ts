import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Tests of what people get: the commands and the package as built, and what the documents say of them. */
const built = [
  "test/cli/**/*.test.ts",
  "test/openocd/hostile.test.ts",
  "test/package/**/*.test.ts",
  "test/documents.test.ts",
  "test/recipes/**/*.test.ts",
];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    // No note of a test's overlays in the home of the one who runs it.
    env: { XDG_STATE_HOME: join(tmpdir(), "l5cfg-fix-test-state") },
    // Of two cores, vitest would leave one idle.
    maxWorkers: "100%",
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
