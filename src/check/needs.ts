import type { Problem } from "../openocd/model.ts";

/** What a script lacks that only a board file, or who runs it, would give it. */
export type Need = "adapter" | "transport" | "variable";

/** Undefined for a problem that is the script's own. */
export function needOf({ code, message, subject = "" }: Problem, file: string): Need | undefined {
  if (code === "variable-unset") return isPart(file) && /^[A-Z]/.test(subject) ? "variable" : undefined;
  if (/^Debug adapter does not support any transports|^Debug Adapter has to be specified/.test(message))
    return "adapter";
  if (
    /^session transport is "|^Transport .* is not supported|^unable to select a session transport/i.test(
      message,
    )
  )
    return "transport";
  return undefined;
}

/** Whether a script is one that others source: all of OpenOCD's folders but `board`. */
function isPart(file: string): boolean {
  return (
    /[\\/](?:target|interface|chip|cpu|cpld|fpga|mem|memory|tools|test)[\\/]/.test(file) ||
    file.endsWith(".tcl")
  );
}
