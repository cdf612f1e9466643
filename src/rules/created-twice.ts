import type { Config, Made } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";
import { whereabouts } from "./message-text.ts";
import type { Observation, Rule } from "./rule.ts";

export const createdTwice: Rule = {
  id: "created-twice",
  severity: "error",
  title: "a DAP or a target is created a second time",
  why:
    "Names are OpenOCD's commands, and one that is taken is refused: `cmd: … Exists`, `Command/target: … Exists`. " +
    "Nothing after that line is read.",
  *check({ config }) {
    for (const { code, subject, at } of config.problems) {
      if (code !== "exists" || subject === undefined || at === undefined) continue;
      if (wordsAt(at)[1]?.text !== "bank") yield report(config, subject, at);
    }
  },
};

function report(config: Config, name: string, at: Place): Observation {
  const earlier: Made | undefined = [...config.daps, ...config.targets].find((one) => one.name === name);
  const fix = earlier?.at.text === at.text ? removeFix(name, at) : undefined;
  const where = earlier === undefined ? "" : `, ${whereabouts(earlier.at, at)}`;
  return {
    message: `${name} is created here, but it exists already${where}`,
    notes: fix === undefined ? ["take one of the two away, or give it another name"] : [],
    at,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** A second command with the same words is redundant. */
function removeFix(name: string, at: Place): Fix | undefined {
  const { text } = at.source;
  const start = text.lastIndexOf("\n", at.start - 1) + 1;
  const newline = text.indexOf("\n", at.end);
  const end = newline === -1 ? text.length : newline + 1;
  const isAlone = text.slice(start, at.start).trim() === "" && text.slice(at.end, end).trim() === "";
  if (!isAlone) return undefined;
  return {
    safety: "safe",
    title: `create ${name} once`,
    edits: [{ file: at.file, edits: [{ offset: start, length: end - start, content: "" }] }],
    changes: [],
  };
}
