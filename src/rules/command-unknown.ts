import { lackingIn, nameIn, releasesWithCommand } from "../openocd/command-names.ts";
import { commandHint } from "../openocd/data/command-hints.ts";
import { releaseById } from "../openocd/data/releases.ts";
import type { Fix } from "./finding.ts";
import { type Refused, refusals, severityOf, whenOf } from "./refusals.ts";
import { respell } from "./respell.ts";
import type { Observation, Rule, RuleContext } from "./rule.ts";
import { listed } from "./words.ts";

export const commandUnknown: Rule = {
  id: "command-unknown",
  severity: "error",
  title: "a command that this OpenOCD does not have, though another version does",
  why:
    'Scripts and binary belong to different versions. OpenOCD says `invalid command name "…"`; while a config is read ' +
    "that is the end of it, and an event's handler stops there.",
  *check(context) {
    for (const refused of refusals(context.config, "invalid-command")) {
      // Commands of DAPs that are not there have a rule of their own.
      if (lackingIn(refused.subject.split(" "), context.release.id) !== undefined)
        yield observe(context, refused);
    }
  },
};

function observe({ config, release }: RuleContext, refused: Refused): Observation {
  const { subject: name, at } = refused;
  const own = nameIn(name, release.id, config.adapter);
  const fix = own === undefined ? undefined : rename(refused, own);
  const others = releasesWithCommand(name).map((id) => releaseById(id).version);
  const hint = own === undefined ? commandHint(name, release.id) : `here it is called \`${own}\``;
  return {
    severity: severityOf(refused),
    message: `OpenOCD ${config.openocd} has no command \`${name}\`, which is called ${whenOf(refused)}`,
    notes: [`it exists in ${listed(others)}`, ...(hint === undefined ? [] : [hint])],
    at,
    ...(fix === undefined ? {} : { fix }),
  };
}

function rename({ subject, at }: Refused, own: string): Fix | undefined {
  const edits = respell(at, subject, own);
  return (
    edits && {
      safety: "safe",
      title: `write \`${own}\` in place of \`${subject}\``,
      edits: [edits],
      // Where it stands in one, the handler's or proc's text changes, and nothing else.
      changes: ["event/", "proc/"],
    }
  );
}
