import { adapterCommandNames } from "../openocd/adapter-commands.ts";
import {
  commandNames,
  isKnownCommand,
  lackingIn,
  nameIn,
  newestName,
  releasesWithCommand,
} from "../openocd/command-names.ts";
import { commandHint } from "../openocd/data/command-hints.ts";
import type { Config } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import { commandSlip, isScriptName } from "./command-slips.ts";
import { isDapCreate } from "./dap-unsupported.ts";
import type { Fix } from "./finding.ts";
import { followsMissingScript } from "./follow-ups.ts";
import { readMemory } from "./memory-arrays.ts";
import { memoryProc } from "./memory-procs.ts";
import { missingSources } from "./missing-sources.ts";
import { isAlike, meantNotes } from "./nearest.ts";
import { type Refused, refusals, severityOf, uses, whenOf } from "./refusals.ts";
import { releaseNames } from "./release-names.ts";
import { withoutCommand } from "./removal.ts";
import { respell } from "./respell.ts";
import type { Observation, Rule, RuleContext } from "./rule.ts";
import { withoutTracePort } from "./trace-ports.ts";

export const commandUnknown: Rule = {
  id: "command-unknown",
  severity: "error",
  isByTable: true,
  title: "a command that this OpenOCD does not have",
  why:
    'The name is mistyped, or scripts and binary belong to different versions. OpenOCD says `invalid command name "…"`, ' +
    "or prints how a command is used; while a config is read that is the end of it, and an event's handler stops there.",
  *check(context) {
    const { config, release } = context;
    const reported = new Set<string>();
    for (const refused of refusals(config, "invalid-command")) {
      // Names with a dot belong to targets and DAPs, which have their own rules.
      if (/^\S*\.\S*$/.test(refused.subject) || isDapCreate(refused)) continue;
      reported.add(refused.subject);
      const isLacking = lackingIn(refused.subject.split(" "), release) !== undefined;
      yield isLacking ? lacking(context, refused) : unheardOf(context, refused);
    }
    for (const refused of unknownCommands(context)) {
      if (!reported.has(refused.subject)) yield unheardOf(context, refused);
    }
  },
};

/** A command that other releases have. */
function lacking({ config, release }: RuleContext, refused: Refused): Observation {
  const { subject: name, at } = refused;
  const own = nameIn(name, release.id, config.adapter);
  const fix = own === undefined ? insteadOf(name, config, at) : rename(refused, own);
  const hint = own === undefined ? commandHint(name, release.id) : `here it is called \`${own}\``;
  return {
    severity: severityOf(refused),
    message: `OpenOCD ${config.openocd} has no command \`${name}\`, which is called ${whenOf(refused)}`,
    notes: [`it exists in ${releaseNames(releasesWithCommand(name))}`, ...(hint === undefined ? [] : [hint])],
    at,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** A fix where other commands do the same, or where the command is not needed. */
function insteadOf(name: string, config: Config, at: Place): Fix | undefined {
  switch (name) {
    case "mem2array":
      return readMemory(at);
    case "read_memory":
    case "write_memory":
      return memoryProc(name, at);
    case "tpiu create":
    case "swo create":
      return withoutTracePort(config, name, at);
    case "st-link vid_pid":
      return withoutIds(name, at);
    default:
      return undefined;
  }
}

/** ST's first drivers for ST-LINK know its USB ids themselves. */
function withoutIds(name: string, at: Place): Fix | undefined {
  const edit = withoutCommand(at);
  return (
    edit && {
      safety: "safe",
      title: `leave out \`${name}\`: here the driver knows the ids of ST-LINK`,
      edits: [{ file: at.file, edits: [edit] }],
      changes: [{ kind: "setting", name: newestName(name) }],
    }
  );
}

/** A command that neither a release nor a script defines. */
function unheardOf({ config, release }: RuleContext, refused: Refused): Observation {
  const { subject: name, at } = refused;
  const slip = commandSlip(config, name, at);
  const names = callable(config, release);
  const [alike, other] = names.filter((one) => isAlike(one, name));
  const fix = slip?.fix ?? (alike === undefined || other !== undefined ? undefined : rename(refused, alike));
  const hint = commandHint(name, release.id);
  return {
    severity: severityOf(refused),
    message: `there is no command \`${name}\`, which is called ${whenOf(refused)}`,
    notes: slip?.notes ?? [
      `no known version of OpenOCD has it, and no script that ${config.file} reads defines it`,
      ...(hint === undefined ? [] : [hint]),
      ...(fix === undefined ? meantNotes(name, names) : []),
    ],
    at,
    ...(fix && { fix }),
  };
}

/** Words that are used as commands but are not defined by any release or script. */
function unknownCommands(context: RuleContext): Refused[] {
  const scripts = missingSources(context).flatMap(({ procs }) => procs);
  return uses(context.config, "unknown-command", ({ name }) => name).filter(
    ({ subject, at }) =>
      (!/^$|\./.test(subject) || isScriptName(subject)) &&
      !isKnownCommand(subject) &&
      !scripts.includes(subject) &&
      !followsMissingScript(context.config, at) &&
      (context.library?.definers(subject).length ?? 0) === 0,
  );
}

function rename({ subject, at }: Refused, own: string): Fix | undefined {
  const edits = respell(at, subject, own);
  return (
    edits && {
      safety: "safe",
      title: `write \`${own}\` in place of \`${subject}\``,
      edits: [edits],
      changes: [{ kind: "setting", name: newestName(own) }],
    }
  );
}

/** What could be called there, as far as it is known: commands, those of the adapter in use, procs. */
function callable({ adapter, procs }: Config, { id }: RuleContext["release"]): string[] {
  const all = [...commandNames(id), ...adapterCommandNames(adapter, id), ...procs.map(({ name }) => name)];
  return [...new Set(all)];
}
