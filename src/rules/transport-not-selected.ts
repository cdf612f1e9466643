import { isSwdOnly } from "../chips/swd-only.ts";
import { transportName, transportsOf } from "../openocd/data/transports.ts";
import type { Config, Use } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import { isJtag, isSwd } from "../openocd/transport.ts";
import type { Fix } from "./finding.ts";
import { insertLinesBefore } from "./insertion.ts";
import type { Observation, Rule, RuleContext } from "./rule.ts";

export const transportNotSelected: Rule = {
  id: "transport-not-selected",
  severity: "error",
  title: "a chip that has SWD alone is used by JTAG, as no transport is selected",
  why:
    "Where no transport is selected OpenOCD takes the adapter's first one: JTAG for a J-Link or an FTDI probe. A chip without JTAG " +
    "then fails, with `missing IR length` while its script is read, or with `JTAG scan chain interrogation failed` later.",
  *check(context) {
    const { config, release } = context;
    const swd = (transportsOf(config.adapter, release) ?? []).find(isSwd);
    const taken = config.uses.find(isTaken);
    if (swd === undefined) return;
    const name = transportName(swd, release.id);
    const observed =
      taken === undefined
        ? selectedJtag(config, name)
        : isJtag(taken.name)
          ? report(context, taken, name)
          : undefined;
    if (observed !== undefined) yield observed;
  },
};

function isTaken(use: Use): use is Use & { kind: "transport-taken" } {
  return use.kind === "transport-taken" && use.during.kind === "configuration";
}

function report({ config }: RuleContext, taken: Use, swd: string): Observation | undefined {
  const refused = config.problems.find(({ code }) => code === "ir-length-missing");
  const chip = config.sources.find(({ path }) => isSwdOnly(path));
  if (refused === undefined && chip === undefined) return undefined;
  // The user may select another adapter later, so the location is in this board's own file.
  const place = [taken.at, ...taken.calledFrom].find(({ file }) => file === config.file) ?? taken.at;
  const what =
    refused === undefined
      ? `${chip!.path.replace(/^.*[\\/]/, "")} is of a chip that has SWD alone`
      : `the TAP ${refused.subject} has no instruction register, as chips that have SWD alone`;
  return {
    ...(refused === undefined && { severity: "warning" as const }),
    message: `no transport is selected, so ${config.adapter} uses JTAG; ${what}`,
    notes: [],
    at: place,
    fix: selection(config, place, swd),
  };
}

/** A config that selects JTAG itself, for a chip whose script defines no instruction register. */
function selectedJtag(
  { choosesAdapter, problems, transport, adapter, file }: Config,
  swd: string,
): Observation | undefined {
  const refused = problems.find(({ code }) => code === "ir-length-missing");
  if (!choosesAdapter || refused?.at === undefined) return undefined;
  const at = [refused.at, ...(refused.calledFrom ?? [])].find((place) => place.file === file) ?? refused.at;
  return {
    message: `the TAP ${refused.subject} has no instruction register, as chips that have SWD alone; ${transport} is selected`,
    notes: [`select ${swd} in place of it, which ${adapter} has as well`],
    at,
  };
}

function selection({ file }: Config, place: Place, swd: string): Fix {
  const line = `transport select ${swd}`;
  return {
    // In another file than the config itself, the change would affect other configs, too.
    safety: place.file === file ? "safe" : "unsafe",
    title: `add \`${line}\``,
    edits: [insertLinesBefore(place, [line])],
    changes: [{ kind: "everything" }],
  };
}
