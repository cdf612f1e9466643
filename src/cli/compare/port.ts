import type { Difference } from "../../compare/difference.ts";
import { port } from "../../compare/port/port.ts";
import { comparedJson } from "../../report/compare/compare-json.ts";
import { count } from "../../report/count.ts";
import { fileJson, modelReport } from "../../report/json.ts";
import { printableBytes } from "../../report/printable.ts";
import { listed } from "../../rules/message-text.ts";
import { ExitCode } from "../exit-codes.ts";
import { diffOf, patchFolder, whereFrom } from "../fix/patch-folder.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import type { Compared, CompareOptions } from "./options.ts";

/** `compare … --port`: prints a patch that writes what was chosen of the reference into the file. */
export function carryOver(
  terminal: Terminal,
  compared: Compared,
  words: readonly string[],
  options: CompareOptions,
): number {
  const [pair, ...more] = compared.pairs;
  if (pair === undefined || more.length > 0) {
    throw new UsageError(
      `--port is for one config; ${compared.pairs.length} of them have a counterpart here`,
    );
  }
  const { files, carried, left } = port(pair, chosenBy(words, compared.comparisons[0]!.differences));
  const base = patchFolder(files, [terminal.cwd, compared.projects.file.root]);
  if (options.format === "json") {
    terminal.write(
      modelReport({
        ...comparedJson(compared),
        carried: carried.map(({ id }) => id),
        left: left.map(({ difference: { id }, why }) => ({ id, why })),
        files: files.map((file) => ({ ...fileJson(file), diff: diffOf([file], base) })),
      }),
    );
  } else {
    terminal.writeBytes(diffOf(files, base));
    for (const { difference, why } of left) {
      terminal.say(printableBytes(`left: ${difference.title} (${difference.id}): ${why}`));
    }
    if (!options.quiet) {
      terminal.say(`${count(carried.length, "difference")} carried over, ${left.length} left.`);
      if (files.length > 0 && base !== terminal.cwd) terminal.say(whereFrom(base, terminal.system.platform));
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
  return ids.length === 0 ? "; there is no difference to port" : `; there is ${listed([...new Set(ids)])}`;
}
