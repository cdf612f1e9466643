import { Value } from "../../tcl/value.ts";
import { RESET_FLAGS, type ResetGroup, resetGroupOf } from "../data/reset-flags.ts";
import { Status, StatusError } from "../errors.ts";
import type { Handlers } from "../handler.ts";
import type { Session } from "../session.ts";

/** How the board's reset lines are wired (manual: Reset Configuration). */
export const resetCommands: Handlers = {
  reset_config: resetConfig,
};

function resetConfig(session: Session, args: readonly Value[]): Value {
  const given = new Map<ResetGroup, string>();
  for (const { text, unknown } of args) {
    if (unknown) return Value.unknown();
    const group = resetGroupOf(text);
    if (group === undefined) {
      const how = { code: "reset-config-unknown", subject: text } as const;
      session.lenience.refuse(new StatusError(Status.wrongUse, `unknown reset_config flag (${text})`, how));
    } else if (given.has(group)) {
      throw new StatusError(Status.wrongUse, `extra reset_config ${group} spec (${text})`);
    } else given.set(group, text);
  }
  if (session.examining) return Value.unknown();
  for (const [group, flag] of given) session.resetConfig.set(group, flag);
  return new Value(`${shown(session)}\n`);
}

/** What holds now, as OpenOCD prints it: of a line that is not there nothing is said. */
function shown(session: Session): string {
  const of = (group: ResetGroup) => session.resetConfig.get(group) ?? RESET_FLAGS[group][0];
  const signal = of("signal");
  const srst = signal.includes("srst");
  const words = [
    signal,
    of("combination"),
    ...(srst ? [of("gating")] : []),
    ...(signal.includes("trst") ? [of("trst_type")] : []),
    ...(srst ? [of("srst_type"), of("connect_type")] : []),
  ];
  return words.join(" ");
}
