import { everyTransportOf, transportName, transportsOf } from "../openocd/data/transports.ts";
import type { Config } from "../openocd/model.ts";
import { isJtag, isSwd } from "../openocd/transport.ts";
import type { Fix } from "./finding.ts";
import { listed } from "./message-text.ts";
import { isAlike } from "./nearest.ts";
import { type Refused, refusals } from "./refusals.ts";
import { respellWord } from "./respell.ts";
import type { Observation, Rule, RuleContext } from "./rule.ts";

export const transportUnsupported: Rule = {
  id: "transport-unsupported",
  severity: "error",
  isByTable: true,
  title: "a transport is selected that the adapter does not have",
  why:
    "OpenOCD stops with `Debug adapter doesn't support '…' transport`, and nothing after that line is read. An ST-LINK has " +
    "two drivers, each with transports of its own: `hla` has hla_swd and hla_jtag, `st-link` has dapdirect_swd and " +
    "dapdirect_jtag (stlink_swd and stlink_jtag in ST's r1).",
  *check(context) {
    for (const refused of refusals(context.config, "transport-unsupported")) yield report(context, refused);
  },
};

function report({ config, release }: RuleContext, refused: Refused): Observation {
  const { subject, at } = refused;
  const transports = transportsOf(config.adapter, release) ?? [];
  const isSame = isOfOtherRelease(subject, config);
  const fix = select(refused, transportName(config.transport, release.id), isSame);
  return {
    message: `the adapter ${config.adapter} has no transport ${subject}`,
    notes: [
      `it has ${listed(transports.map((name) => transportName(name, release.id)))}`,
      isSame
        ? `${subject} is what other releases call it`
        : "or the transport is right and the adapter is wrong: l5cfg-fix cannot decide which",
    ],
    at,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** Whether an adapter's transport has that name in another release: `swd` in master for `dapdirect_swd`. */
function isOfOtherRelease(subject: string, { adapter, transport }: Config): boolean {
  const names = everyTransportOf(adapter).flatMap((name) => [name, transportName(name, "master")]);
  const isSameWires = isSwd(subject) === isSwd(transport) && isJtag(subject) === isJtag(transport);
  return isSameWires && names.includes(subject);
}

// The dry run continued with it.
function select({ subject, at }: Refused, transport: string, isSame: boolean): Fix | undefined {
  const edits = respellWord(at, subject, transport);
  return (
    edits && {
      // Another transport accesses the chip in another way, and may need other firmware in the adapter.
      safety: isSame || isAlike(subject, transport) ? "safe" : "unsafe",
      title: `select ${transport} in place of ${subject}`,
      edits: [edits],
      changes: [{ kind: "transport" }, { kind: "setting", name: "transport select" }],
    }
  );
}
