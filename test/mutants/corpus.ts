import { bytes } from "../support/fixtures.ts";
import { mapLimit } from "../support/map-limit.ts";
import { listScripts, scriptsDir } from "../support/openocd.ts";
import { type Mutant, mutantsOf } from "./directives.ts";
import { type Case, Judge } from "./judge.ts";
import { judge, type Outcome } from "./outcome.ts";

/** Every mutant of OpenOCD's own STM32 configs. */
export function allMutants(): Mutant[] {
  return listScripts("target", /\/stm32[^/]*\.cfg$/).flatMap((file) => mutantsOf(file, textOf(file)));
}

function textOf(file: string): string {
  return bytes(`${scriptsDir}/${file}`);
}

/** Fixes mutants and has OpenOCD judge them; those that it cannot tell from the original are left out. */
export async function outcomesOf(mutants: readonly Mutant[]): Promise<Outcome[]> {
  const openocd = new Judge();
  const outcomes = await mapLimit(mutants, async (mutant) =>
    judge(openocd, mutant, textOf(mutant.file), await casesFor(openocd, mutant.file)),
  );
  return outcomes.filter((outcome) => outcome !== undefined);
}

/** How a file is loaded: by itself, or, where it is only a part, through the configs that source it. */
async function casesFor(openocd: Judge, file: string): Promise<Case[]> {
  const own = await openocd.loads(file);
  if (own.length > 0) return own;
  const users = listScripts("target", /\/stm32[^/]*\.cfg$/).filter((other) =>
    textOf(other).includes(`source [find ${file}]`),
  );
  return (await Promise.all(users.map((user) => openocd.loads(user)))).flat();
}
