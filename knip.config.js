import { commands, library } from "./build/entries.js";

/** What `npx knip` takes for used; it lists the files, exports and packages that are not. */
export default {
  entry: [
    ...[...Object.values(library), ...Object.values(commands)].map((file) => `${file}!`),
    // What `npm run page` makes a page of.
    ...["main", "worker", "shell", "node-path"].map((name) => `src/page/${name}.ts`),
    // What the build makes a published schema of.
    "src/project/schema.ts",
    "src/cli/help/manual.ts",
    // What `npm run learn`, `npm run oracle`, `npm run record`, `npm run fuzz` and `npm run bench` run.
    "build/learn/index.ts",
    "build/pictures/index.ts",
    "build/releases/index.ts",
    "test/oracle/index.ts",
    "test/recorded/index.ts",
    "test/fuzz/index.ts",
    "test/bench/index.ts",
    "test/prove-all/index.ts",
    // What `npm run vscode` packs.
    "editors/vscode/src/extension.ts",
    "build/vscode/index.ts",
    // Bundled by a test, as a page would.
    "test/package/browser-program.js",
    // Given to commands by the environment.
    "test/coverage/command.js",
  ],
  project: ["src/**/*.ts!", "test/**/*.{ts,js}", "build/**/*.{js,ts}", "editors/**/*.{js,ts}"],
  vitest: { config: ["vitest.config.ts", "test/*/vitest.config.{ts,js}"] },
  // Found by path: programs that are run on the package, and one that has the schema of SARIF in it.
  ignoreDependencies: ["vscode", "@arethetypeswrong/cli", "publint", "@microsoft/jest-sarif"],
  // The machine's own.
  ignoreBinaries: ["nvim", "script", "mount", "umount", "mkfifo"],
};
