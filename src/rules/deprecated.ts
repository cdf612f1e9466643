import { lackingIn, nameIn, newestName } from "../openocd/command-names.ts";
import { insteadOfDeprecated } from "../openocd/data/deprecated-commands.ts";
import type { Deprecation, Use } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import { JIM } from "../tcl/jim.ts";
import { braceExpr } from "./expr-words.ts";
import type { Fix } from "./finding.ts";
import type { Library } from "./library.ts";
import { readMemory } from "./memory-arrays.ts";
import { type Refused, uses } from "./refusals.ts";
import { respell, respellWord } from "./respell.ts";
import type { Observation, Rule, RuleContext } from "./rule.ts";

export const deprecated: Rule = {
  id: "deprecated",
  severity: "info",
  title: "something that works, and that this OpenOCD calls deprecated",
  why:
    "OpenOCD accepts it with a warning such as `DEPRECATED! use … not …`. A later release may refuse it: what one keeps as an old name, " +
    "the next may refuse. It changes no exit status, and `l5cfg-fix` leaves it as it is; the fix shows what to write.",
  *check(context) {
    const { config } = context;
    for (const renamed of uses(config, "renamed-command", ({ name }) => name))
      yield* ofCommand(context, renamed);
    for (const use of uses(config, "deprecated", ({ name }) => name)) yield ofUse(context, use);
  },
};

function* ofCommand({ config, release }: RuleContext, { subject: name, at }: Refused): Iterable<Observation> {
  const own = nameIn(name, release.id, config.adapter);
  const isLacking = lackingIn(name.split(" "), release) !== undefined;
  // Where it is not a plain rename, the finding names the replacement.
  const isOther = insteadOfDeprecated(name, release.id) !== undefined;
  if (own === undefined || own === name || isLacking || isOther) return;
  const edits = respell(at, name, own);
  yield {
    message: `OpenOCD ${config.openocd} calls \`${name}\` deprecated; its name is \`${own}\``,
    notes: [],
    at,
    ...(edits && {
      fix: {
        safety: "safe",
        title: `write \`${own}\` in place of \`${name}\``,
        edits: [edits],
        changes: [{ kind: "setting", name: newestName(own) }],
      },
    }),
  };
}

function ofUse(context: RuleContext, { subject, at, ways }: Refused<Use & Deprecation>): Observation {
  const { config, release, library } = context;
  const { what, instead } = ways[0]!;
  const version = `OpenOCD ${config.openocd}`;
  switch (what) {
    case "expr":
      return {
        message: `${version} calls it deprecated to give expr several words`,
        notes: [],
        at,
        ...withFix(braceExpr(config, at, JIM[release.jim])),
      };
    case "script": {
      const place = sourcedAt(ways[0]!, subject);
      const also = instead === undefined ? "" : `; ${instead} took its place`;
      const fix = instead === undefined ? undefined : sourceInstead(place, subject, instead, library);
      return { message: `the script ${subject} is deprecated${also}`, notes: [], at: place, ...withFix(fix) };
    }
    case "transport":
      return {
        message: `${version} calls the name ${subject} deprecated; it is ${instead}`,
        notes: [],
        at,
        ...withFix(selectInstead(at, subject, instead!)),
      };
    case "event":
      return {
        message: `${version} calls the event ${subject} deprecated`,
        notes: [
          "give the handler to the events pre-enable, post-enable, pre-disable and post-disable of the TPIU",
        ],
        at,
      };
    case "command":
      return {
        message: `${version} calls \`${subject}\` deprecated`,
        notes: [`use \`${instead}\``],
        at,
        ...withFix(readMemory(at)),
      };
  }
}

function withFix(fix: Fix | undefined): Pick<Observation, "fix"> {
  return fix === undefined ? {} : { fix };
}

/** The command that sources a deprecated script: the script prints the warning while it runs. */
function sourcedAt({ at, calledFrom }: Use, script: string): Place {
  return at.file.endsWith(script) ? (calledFrom[0] ?? at) : at;
}

function sourceInstead(
  at: Place,
  script: string,
  instead: string,
  library: Library | undefined,
): Fix | undefined {
  const offset = at.text.indexOf(script);
  if (offset === -1 || library?.find(instead) === undefined) return undefined;
  return {
    safety: "safe",
    title: `source ${instead} in place of ${script}`,
    edits: [
      { file: at.file, edits: [{ offset: at.start + offset, length: script.length, content: instead }] },
    ],
    changes: [{ kind: "script" }],
  };
}

function selectInstead(at: Place, transport: string, instead: string): Fix | undefined {
  const edits = respellWord(at, transport, instead);
  return (
    edits && {
      safety: "safe",
      title: `select ${instead} in place of ${transport}`,
      edits: [edits],
      changes: [{ kind: "transport" }, { kind: "setting", name: "transport select" }],
    }
  );
}
