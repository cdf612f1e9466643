/** What a project file may hold. */

import * as v from "valibot";
import { knownTransports } from "../check/options.ts";
import { versionFault } from "../openocd/named-version.ts";
import { ruleTexts } from "../rules/rule-texts.ts";
import { patternFault } from "./patterns.ts";

type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

function described<T extends Schema>(schema: T, meaning: string) {
  return v.pipe(schema, v.description(meaning));
}

const path = v.pipe(v.string('has to be a path in quotes: "…"'), v.nonEmpty("is empty; name a path"));
const pattern = v.pipe(
  v.string('has to be a pattern in quotes: "…"'),
  v.check(
    (text) => patternFault(text) === undefined,
    ({ input }) => patternFault(input) ?? "",
  ),
);
const patterns = v.array(pattern, 'has to be a list of patterns: ["…"]');
const level = v.picklist(
  ["off", "info", "warning", "error"],
  'has to be "off", "info", "warning" or "error"',
);

const runEntries = {
  openocd: v.exactOptional(
    described(
      v.pipe(
        v.string('has to be a version in quotes, such as "0.12.0"'),
        v.check(
          (text) => versionFault(text) === undefined,
          ({ input }) => versionFault(input) ?? "",
        ),
      ),
      "The OpenOCD that configs are for, as `openocd --version` says it.",
    ),
  ),
  searchPaths: v.exactOptional(
    described(
      v.array(path, 'has to be a list of folders: ["…"]'),
      "Folders to look for scripts in before any other, from this file's folder: OpenOCD's -s.",
    ),
  ),
  transports: v.exactOptional(
    described(
      v.array(v.picklist(knownTransports()), 'has to be a list of transports: ["…"]'),
      "The transports that configs are run under which do not select one.",
    ),
  ),
  variables: v.exactOptional(
    described(
      v.record(
        v.string(),
        v.string("has to be text in quotes, as Tcl has all values"),
        "has to be an object",
      ),
      "Tcl variables that are set beforehand.",
    ),
  ),
  severities: v.exactOptional(
    described(
      v.strictObject(
        Object.fromEntries(ruleTexts.map(({ id, title }) => [id, v.exactOptional(described(level, title))])),
        "has to be an object with rules and their severities",
      ),
      "How findings of rules are reported, by the rule's id; `off`: not at all, `info`: never a failure.",
    ),
  ),
};

const override = v.strictObject(
  {
    files: described(
      v.pipe(patterns, v.nonEmpty("is empty; name files")),
      "Which files, as .gitignore has it.",
    ),
    ...runEntries,
  },
  "has to be an object with files and what is different for them",
);

/** A project file. */
export const projectFileShape = v.pipe(
  v.strictObject(
    {
      $schema: v.exactOptional(v.string('has to be a URL or path in quotes: "…"')),
      ...runEntries,
      openocdBin: v.exactOptional(
        described(path, "The OpenOCD program to ask what it can do; it is run only where it is trusted."),
      ),
      exclude: v.exactOptional(
        described(
          patterns,
          "Configs that are not checked by themselves where a folder is, as .gitignore has it.",
        ),
      ),
      overrides: v.exactOptional(
        described(
          v.array(override, "has to be a list of objects"),
          "What is different for some files; a later one wins.",
        ),
      ),
    },
    "has to be an object: { … }",
  ),
  v.title("l5cfg-fix.config.json"),
);

export type ProjectFileContent = v.InferOutput<typeof projectFileShape>;
