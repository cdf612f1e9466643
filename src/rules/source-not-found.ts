import type { Refusal, Use } from "../openocd/model.ts";
import { escapedPathAt } from "./escaped-path.ts";
import type { Fix } from "./finding.ts";
import type { Library } from "./library.ts";
import { listed } from "./message-text.ts";
import { nearScripts } from "./near-scripts.ts";
import { askedNotes } from "./nearest.ts";
import { type Refused, refusals, severityOf } from "./refusals.ts";
import { respellWord } from "./respell.ts";
import type { Observation, Rule } from "./rule.ts";

export const sourceNotFound: Rule = {
  id: "source-not-found",
  severity: "error",
  title: "a script is sourced that cannot be found",
  why:
    "OpenOCD stops with `Can't find …` (or `couldn't read file \"…\"` without `find`), and nothing after that line is read. " +
    "`find` looks in the working directory first, then in each folder given with -s; `source` alone only in the working directory.",
  *check({ config, library }) {
    for (const refused of refusals(config, "file-not-found")) {
      // Backslashes that changed the name are the cause, and have their own finding.
      if (escapedPathAt(refused.at) === undefined) yield report(refused, library);
    }
  },
};

function report(refused: Refused<Use & Refusal>, library: Library | undefined): Observation {
  const { subject, at, ways } = refused;
  const { folders, candidates = [], startIn } = ways[0]!;
  const near = candidates.length > 0 || library === undefined ? undefined : nearScripts(subject, library);
  const written = (name: string) => (folders === undefined ? `[find ${name}]` : name);
  const fix =
    near === undefined
      ? replace(refused, candidates)
      : replace(refused, near.names.map(written), near.isCertain ? "safe" : "unsafe");
  const looked =
    folders === undefined
      ? "without `find` it is looked for in the working directory only"
      : `looked for in ${listed([...new Set(folders)])}`;
  const elsewhere = startIn === undefined ? [] : [`it is there if OpenOCD is started in ${startIn}`];
  const several = candidates.length > 1 ? [`there are ${listed(candidates)}`] : [];
  return {
    severity: severityOf(refused),
    message: `the script ${subject} cannot be found`,
    notes: [looked, ...elsewhere, ...several, ...(fix === undefined ? askedNotes(near?.names ?? []) : [])],
    at,
    ...(fix === undefined ? {} : { fix }),
  };
}

function replace(
  { subject, at }: Refused,
  candidates: readonly string[],
  safety: Fix["safety"] = "safe",
): Fix | undefined {
  const [candidate] = candidates;
  if (candidate === undefined || candidates.length > 1) return undefined;
  const edits = respellWord(at, subject, candidate);
  return (
    edits && {
      safety,
      title: `source ${candidate} in place of ${subject}`,
      edits: [edits],
      changes: [{ kind: "script" }],
    }
  );
}
