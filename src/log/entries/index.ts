import type { LogEntry } from "../entry.ts";
import { dap } from "./dap.ts";
import { verify } from "./verify.ts";
import { workArea } from "./work-area.ts";

/** All that is known of OpenOCD's words. Where several fit, the first one counts. */
export const entries: readonly LogEntry[] = [...dap, ...workArea, ...verify];
