import { styleOf } from "../edit/style.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";
import { listed } from "./message-text.ts";
import { type UnknownNewtap, unknownNewtap } from "./newtap.ts";
import type { Observation, Rule } from "./rule.ts";

export const swjNewdapTransport: Rule = {
  id: "swj-newdap-transport",
  severity: "error",
  title: "swj_newdap declares no TAP under the transport in use",
  why:
    "Before 0.11 each kind of transport has a command of its own that declares TAPs: `hla newtap` under HLA and, up to " +
    "STM32CubeIDE 1.3, `stlink_dap newdap` under stlink_swd. Newer scripts/target/swj-dp.tcl only knows `jtag newtap` and " +
    "`swd newdap`, and no target of that scripts folder can be used.",
  *check(context) {
    const unknown = unknownNewtap(context);
    if (unknown !== undefined) yield report(unknown, context.config.openocd);
  },
};

function report(unknown: UnknownNewtap, openocd: string): Observation {
  const { proc, command, problem } = unknown;
  const fix = insert(unknown);
  const tap = problem.code === "tap-unknown" ? `, such as ${problem.subject}` : "";
  return {
    message: `swj_newdap does not use \`${command}\`, which declares TAPs here in OpenOCD ${openocd}${tap}`,
    notes: [],
    at: tap === "" ? problem.at! : proc.at,
    ...(fix && { fix }),
  };
}

/** Passes the words on as the first command, where the proc has the same parameters as OpenOCD's own. */
function insert({ proc, unused }: UnknownNewtap): Fix | undefined {
  const [chip, tap, rest, ...more] = proc.args.trim().split(/\s+/);
  const body = wordsAt(proc.at)[3];
  if (tap === undefined || rest !== "args" || more.length > 0 || !body?.text.startsWith("{"))
    return undefined;
  const { text } = proc.at.source;
  const { eol } = styleOf(text);
  const first = /^[ \t]*\r?\n([ \t]*)/.exec(body.text.slice(1));
  const indent = first?.[1] ?? " ";
  const lines = unused.map(({ command, asks }) => {
    const isInUse = asks.map((name) => `[${name}]`).join(" || ");
    return `${eol}${indent}if { ${isInUse} } { return [eval ${command} $${chip} $${tap} $args] }`;
  });
  return {
    safety: "safe",
    title: `declare TAPs with ${listed(unused.map(({ command }) => `\`${command}\``))} there`,
    edits: [
      {
        file: proc.at.file,
        edits: [{ offset: body.start + 1, length: 0, content: lines.join("") + (first === null ? eol : "") }],
      },
    ],
    changes: [{ kind: "proc", name: "swj_newdap" }, { kind: "taps" }],
  };
}
