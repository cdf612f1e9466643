import type { Place } from "../openocd/place.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";

/**
 * Replaces `mem2array`, which returned an array, by `read_memory` where it reads one value. The result is assigned to the
 * array's first element. Undefined for several values, and where a script built the command.
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
