import type { Difference } from "../../compare/difference.ts";
import { port } from "../../compare/port/port.ts";
import { fileJson, jsonText } from "../../report/json.ts";
import { count } from "../../report/text.ts";
import { listed } from "../../rules/words.ts";
import { UsageError } from "../errors.ts";
import { ExitCode } from "../exit-codes.ts";
import { baseOf, diffOf, whereFrom } from "../fix/diff.ts";
import { readable } from "../terminal/readable.ts";
import type { Compared, CompareOptions } from "./compare.ts";
import { comparedJson } from "./json.ts";

/** `compare … --port`: prints a patch that writes what was chosen of the reference into the file. */
export function carryOver(compared: Compared, words: readonly string[], options: CompareOptions): number {
  const [pair, ...more] = compared.pairs;
  if (pair === undefined || more.length > 0) {
    throw new UsageError(
      `--port is for one config; ${compared.pairs.length} of them have a counterpart here`,
    );
  }
  const { files, carried, left } = port(pair, chosenBy(words, compared.comparisons[0]!.differences));
  const base = baseOf(files, [compared.work.file]);
  if (options.format === "json") {
    console.log(
      jsonText({
        ...comparedJson(compared),
        carried: carried.map(({ id }) => id),
        left: left.map(({ difference: { id }, why }) => ({ id, why })),
        files: files.map((file) => ({ ...fileJson(file), diff: diffOf([file], base) })),
      }),
    );
  } else {
    process.stdout.write(Buffer.from(diffOf(files, base), "latin1"));
    for (const { difference, why } of left) {
      console.error(readable(`left: ${difference.title} (${difference.id}): ${why}`));
    }
    if (!options.quiet) {
      console.error(`${count(carried.length, "difference")} carried over, ${left.length} left.`);
      if (files.length > 0 && base !== process.cwd()) console.error(whereFrom(base));
    }
  }
  return left.length === 0 ? ExitCode.Ok : ExitCode.Findings;
}

/** Differences by their ids, kinds or names. Throws UsageError for a word that means none. */
function chosenBy(words: readonly string[], differences: readonly Difference[]): Difference[] {
  const chosen = words.flatMap((word) => {
    if (word === "all") return differences.filter(({ reference }) => reference !== undefined);
    const found = differences.filter((one) => wordsFor(one).includes(word));
    if (found.length === 0)
      throw new UsageError(`--port ${word}: no difference has that name${advice(differences)}`);
    return found;
  });
  return [...new Set(chosen)];
}

function wordsFor({ id, kind }: Difference): string[] {
  return [id, kind, id.slice(id.indexOf(":") + 1)];
}

function advice(differences: readonly Difference[]): string {
  const ids = differences.filter(({ reference }) => reference !== undefined).map(({ id }) => id);
  return ids.length === 0 ? "; there is none to carry over" : `; there is ${listed([...new Set(ids)])}`;
}
