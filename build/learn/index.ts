/** Teaches the tables a build of OpenOCD: `npm run learn -- PROGRAM ID [--like ID]`. */
import { parseArgs } from "node:util";
import { RELEASES } from "../../src/openocd/data/releases.ts";
import { learn } from "./learn.ts";
import { TO_FILL_IN } from "./release.ts";

const { values, positionals } = parseArgs({ options: { like: { type: "string" } }, allowPositionals: true });
const [program, id] = positionals;
const like = RELEASES.find((release) => release.id === values.like);
if (program === undefined || id === undefined || (values.like !== undefined && like === undefined)) {
  const ids = RELEASES.map((release) => release.id).join(", ");
  console.error(`usage: npm run learn -- PROGRAM ID [--like ID], where the known builds are ${ids}`);
  process.exit(2);
}

const learnt = learn(".", program, id, like);
console.log(
  `${id} is OpenOCD ${learnt.version}. The most similar known build is ${learnt.like.id}. The differences are\n`,
);
for (const [table, { added, gone }] of Object.entries(learnt.differences)) {
  const changes = [...added.map((name) => `+${name}`), ...gone.map((name) => `-${name}`)];
  console.log(`${table}: ${changes.join(" ") || "nothing"}`);
}
if (learnt.unbuilt.length > 0) {
  console.log(`\nIt is built without, and they are as in ${learnt.like.id}: ${learnt.unbuilt.join(", ")}`);
}
if (RELEASES.some(({ version }) => version === learnt.version)) {
  console.log(
    `\nAnother build is OpenOCD ${learnt.version}, too: this version means the one that comes first`,
  );
}
console.log(`
What is left to do:
- Write the date and the note in src/openocd/data/releases.ts, where it says ${TO_FILL_IN}.
- Where versions near it should be taken for it, and not for ${learnt.like.id}, say so in src/openocd/version.ts, in \`nearest\`.
- Chip families, renamed commands and transports are as with ${learnt.like.id}: see src/chips/families.ts,
  src/openocd/data/renames.ts and src/openocd/data/transports.ts.
- npm run format; npm run types; npx vitest run --project sources test/openocd test/chips test/rules`);
