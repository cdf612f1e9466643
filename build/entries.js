/** What people import, by its name in `dist`. */
export const library = {
  index: "src/index.ts",
  core: "src/core.ts",
  "board/index": "src/board/index.ts",
  "flash/index": "src/flash/index.ts",
};

/** What runs in a thread of its own. */
export const threads = { "board/board-thread": "src/board/board-thread.ts" };

/** What people run. */
export const commands = {
  "bin/l5cfg-fix": "src/cli/main.ts",
  "bin/l5cfg-flash": "src/cli/flash/main.ts",
};
