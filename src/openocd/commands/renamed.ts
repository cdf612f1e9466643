import { Value } from "../../tcl/value.ts";
import type { Handler } from "../command-registry.ts";

/**
 * Old names that later releases keep as wrappers around the new commands (OpenOCD 0.12.0, src/jtag/startup.tcl).
 * Releases that have only the old names run them as the new ones, too: they do the same.
 */
const renames: Readonly<Record<string, string>> = {
  adapter_khz: "adapter speed",
  adapter_name: "adapter name",
  adapter_nsrst_delay: "adapter srst delay",
  adapter_nsrst_assert_width: "adapter srst pulse_width",
  interface: "adapter driver",
  interface_list: "adapter list",
  interface_transports: "adapter transports",
};

export const renamedCommands: Readonly<Record<string, Handler>> = Object.fromEntries(
  Object.entries(renames).map(([old, name]): [string, Handler] => [old, forward(name)]),
);

function forward(name: string): Handler {
  return (session, args) => {
    const command = session.registry.handlerOf(name);
    return command === undefined ? Value.empty : command(session, args, name);
  };
}
