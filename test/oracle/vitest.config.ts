import { defineConfig } from "vitest/config";

/** For the long comparisons with the real interpreters, which `npm test` leaves out. */
export default defineConfig({
  test: {
    root: new URL("../..", import.meta.url).pathname,
    include: ["test/oracle/**/*.oracle.ts", "test/mutants/*.oracle.ts", "test/faults/*.oracle.ts"],
    disableConsoleIntercept: true,
  },
});
