import { commandPairs } from "./command.ts";
import { printCore } from "./core.ts";
import { dryRun, loadAll } from "./dry-run.ts";
import { printEditor } from "./editor.ts";
import { printFlash } from "./flash.ts";
import { printGrowth } from "./growth.ts";
import { measure, rounds } from "./measure.ts";
import { printSizes } from "./size.ts";
import { printResults } from "./table.ts";
import { wholeInstall } from "./whole-install.ts";

/** What there is to measure, by a word that asks for it alone: `npm run bench run growth`. */
const parts: Record<string, () => void | Promise<void>> = {
  run: () => printResults(dryRun().map(measure)),
  all: printAll,
  command: () => printResults(commandPairs().map(measure)),
  editor: printEditor,
  flash: printFlash,
  growth: printGrowth,
  core: printCore,
  size: printSizes,
  install: () => printResults(wholeInstall().map(measure)),
};

function printAll(): void {
  const { loads, seconds } = loadAll();
  console.log(`${loads} loads of target files in one process: ${seconds.toFixed(2)} s, at most 4 s wanted`);
}

const asked = process.argv.slice(2);
const unknown = asked.find((word) => !Object.hasOwn(parts, word));
if (unknown !== undefined) {
  console.error(`nothing to measure is called ${unknown}: ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}
console.log(`node ${process.version}, medians of ${rounds}, each pair measured in turn\n`);
for (const [name, print] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  await print();
  console.log();
}
