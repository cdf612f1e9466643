import { indentNear, leadAt, styleOf } from "../edit/style.ts";
import type { Use } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import { isHla } from "../openocd/transport.ts";
import type { Fix } from "./finding.ts";
import { stageOf, whereabouts } from "./message-text.ts";
import type { Observation, Rule } from "./rule.ts";

export const dapCommandUnderHla: Rule = {
  id: "dap-command-under-hla",
  severity: "error",
  title: "a DAP's command can be reached while an HLA adapter is in use",
  why:
    "Under an HLA transport the adapter itself talks to the debug port, and OpenOCD has no commands for the DAP: " +
    'calling one is `invalid command name "….dap"` up to 0.11 and an error without a text from 0.12.0 on. A handler ' +
    "in which that happens stops there.",
  *check({ config }) {
    if (!isHla(config.transport)) return;
    const places = new Map<string, DapUse[]>();
    for (const use of config.uses) {
      if (use.kind !== "dap-command" || use.caught) continue;
      const key = `${use.at.file} ${use.at.start}`;
      places.set(key, [...(places.get(key) ?? []), use]);
    }
    for (const uses of places.values()) yield report(uses);
  },
};

type DapUse = Use & { kind: "dap-command" };

/** The finding for one place, with all the ways to reach it. */
function report(reached: readonly DapUse[]): Observation {
  const use = reached[0]!;
  const ways = [...new Set(reached.map((other) => stageOf(other.during)))];
  const callers = reached.flatMap((other) =>
    other.during.kind === "event" ? other.calledFrom.slice(0, 1) : [],
  );
  const calls = [...new Set(callers.map((place) => whereabouts(place, use.at)))];
  const called = calls.length > 0 ? `, called from ${calls.join(", ")}` : "";
  const fix = guard(use);
  return {
    // A proc that nothing calls does no harm until a user calls it.
    severity: reached.every(({ during }) => during.kind === "proc") ? "warning" : "error",
    message: `\`${use.dap} ${use.words[0] ?? ""}\` can be reached under HLA (${ways.join("; ")}${called})`,
    notes: [
      "a second `dap create` would not help: the DAP may exist, its commands do not under HLA",
      "the other way out is not to use HLA: `interface/stlink-dap.cfg` with `transport select dapdirect_swd` (needs ST-LINK firmware V2J24 or later)",
      ...(fix === undefined ? ["its result is used, so leaving it out takes more than a guard"] : []),
    ],
    at: use.at,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** Puts the command into `if {![using_hla]} { … }`, in the file's own layout. */
function guard({ at }: DapUse): Fix | undefined {
  const { text } = at.source;
  if (isSubstituted(at)) return undefined;
  const style = styleOf(text);
  const lead = leadAt(text, at.start);
  const indent = indentNear(text, at.start, style);
  const isAlone = text.slice(text.lastIndexOf("\n", at.start - 1) + 1, at.start) === lead;
  const body = isAlone ? `${style.eol}${lead}${indent}${at.text}${style.eol}${lead}` : ` ${at.text} `;
  const content = `if {![using_hla]} {${body}}`;
  return {
    safety: "safe",
    title: `guard it with \`if {![using_hla]}\``,
    edits: [{ file: at.file, edits: [{ offset: at.start, length: at.end - at.start, content }] }],
    changes: [],
  };
}

/** Whether the command is in brackets, so that another command uses its result. */
function isSubstituted({ source, start }: Place): boolean {
  return /\[[ \t]*$/.test(source.text.slice(Math.max(0, start - 40), start));
}
