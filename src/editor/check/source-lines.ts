import { resolve } from "node:path";
import type { Range } from "vscode-languageserver";
import type { Config } from "../../openocd/model.ts";
import { modelFrom } from "../model/models.ts";
import type { Checked } from "./checked.ts";

/** Says which command of the checked file leads to a file that it reads, the innermost of others left out. */
export function sourceLinesOf(checked: Checked): (file: string) => Range | undefined {
  let model: Config | undefined;
  return (file) => {
    model ??= modelFrom({ ...checked, runs: checked.result.runs }).config;
    return rangeIn(checked, model, file);
  };
}

function rangeIn({ root, cwd, open }: Checked, { sources }: Config, file: string): Range | undefined {
  let at = file;
  // No file is on the way twice.
  for (let level = 0; level < sources.length; level++) {
    const place = sources.find(({ path }) => resolve(cwd, path) === at)?.sourcedAt;
    if (place === undefined) return undefined;
    at = resolve(cwd, place.file);
    if (at === root) return open.get(root)?.text.range(place.start, place.end);
  }
  return undefined;
}
