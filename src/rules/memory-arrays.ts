import type { Place } from "../openocd/place.ts";
import type { Fix } from "./finding.ts";
import { wordsAt } from "./words.ts";

/**
 * Reads one value of memory by `read_memory` in place of `mem2array`, which gave an array: the variable is written as the
 * array's first element. Undefined for more values, and where the command is put together.
 */
export function readMemory(at: Place): Fix | undefined {
  const [command, variable, width, address, count, ...more] = wordsAt(at);
  const isPlain = command?.literal === "mem2array" && count?.literal === "1" && more.length === 0;
  if (!isPlain || variable?.literal === undefined || width === undefined || address === undefined)
    return undefined;
  const content = `set ${variable.text}(0) [read_memory ${address.text} ${width.text} 1]`;
  return {
    safety: "safe",
    title: "read the value with `read_memory`",
    edits: [
      { file: at.file, edits: [{ offset: command.start, length: count.end - command.start, content }] },
    ],
    changes: [],
  };
}
