import { fileNameBytes } from "../files/file-names.ts";
import { successorOfScript } from "../openocd/data/script-renames.ts";
import { keptSource } from "../openocd/kept-sources.ts";
import type { Config } from "../openocd/model.ts";
import { Place } from "../openocd/place.ts";
import type { WordNode } from "../tcl/syntax.ts";
import { escapedPathAt, isEscapedPath, slashed, visible } from "./escaped-path.ts";
import type { Severity } from "./finding.ts";
import type { Library } from "./library.ts";
import { refusals, severityOf } from "./refusals.ts";
import type { Observation, Rule } from "./rule.ts";
import { commandsOf } from "./top-level.ts";

export const backslashInPath: Rule = {
  id: "backslash-in-path",
  severity: "error",
  title: "a path is written with backslashes, which Tcl reads as escapes",
  why:
    "In Tcl a backslash makes something else of the next character: `C:\\tinygo` has a tab in it, and of `interface\\stlink.cfg` " +
    "`interfacestlink.cfg` is left. OpenOCD takes slashes on every system, Windows included; backslashes stay in braces only.",
  *check({ config, library }) {
    const reported = new Set<string>();
    for (const refused of refusals(config, "file-not-found")) {
      const word = escapedPathAt(refused.at);
      if (word === undefined) continue;
      reported.add(keyOf(refused.at));
      yield report(refused.at, word, severityOf(refused), library);
    }
    for (const { at, word } of windowsPaths(config)) {
      if (!reported.has(keyOf(at))) yield report(at, word, "warning", undefined);
    }
  },
};

function keyOf({ file, start }: Place): string {
  return `${file} ${start}`;
}

function report(at: Place, word: WordNode, severity: Severity, library: Library | undefined): Observation {
  const path = slashed(word);
  const own = path.replace(/^"|"$/g, "");
  const successor = library?.find(own) === undefined ? successorOfScript(own) : undefined;
  const meant = successor === undefined || library?.find(successor) === undefined ? path : successor;
  const variable = nameOfSet(at);
  return {
    severity,
    message: `Tcl reads the backslashes of ${word.text} as escapes, and makes ${visible(word.literal!)} of it`,
    notes: [],
    at,
    fix: {
      safety: "safe",
      title: `write ${meant}`,
      edits: [
        { file: at.file, edits: [{ offset: word.start, length: word.end - word.start, content: meant }] },
      ],
      changes: [
        { kind: "script" },
        ...(variable === undefined ? [] : [{ kind: "variable" as const, name: variable }]),
      ],
    },
  };
}

function nameOfSet(at: Place): string | undefined {
  const [, name] = /^set\s+(\w+)\s/.exec(at.text) ?? [];
  return name;
}

/** Commands with the path of a file or folder as argument, which they do not open while the config is read. */
const TAKE_PATHS = new Set(["add_script_search_dir", "log_output", "program", "script", "set"]);

/** `C:\…` at the top level of a script: OpenOCD accepts it now and fails later. */
function* windowsPaths({ sources }: Config): Iterable<{ at: Place; word: WordNode }> {
  for (const { path, text } of sources.filter((one) => /[A-Za-z]:\\/.test(one.text))) {
    const source = keptSource(fileNameBytes(path), text);
    for (const { words, start, end } of commandsOf(source)) {
      if (!TAKE_PATHS.has(words[0]!.text)) continue;
      const word = words.find((one, i) => i > 0 && /^"?[A-Za-z]:\\\w\w/.test(one.text) && isEscapedPath(one));
      if (word !== undefined) yield { at: new Place({ source, start, end }), word };
    }
  }
}
