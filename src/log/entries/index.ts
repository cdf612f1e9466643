import type { LogEntry } from "../entry.ts";
import { chip } from "./chip.ts";
import { dap } from "./dap.ts";
import { declarations } from "./declarations.ts";
import { flash } from "./flash.ts";
import { harmless } from "./harmless.ts";
import { image } from "./image.ts";
import { others } from "./others.ts";
import { probe } from "./probe.ts";
import { riscv } from "./riscv.ts";
import { scripts } from "./scripts.ts";
import { security } from "./security.ts";
import { server } from "./server.ts";
import { trace } from "./trace.ts";
import { transport } from "./transport.ts";
import { verify } from "./verify.ts";
import { workArea } from "./work-area.ts";

/** All that is known of OpenOCD's words. Where several fit, the first one counts. */
export const entries: readonly LogEntry[] = [
  ...dap,
  ...scripts,
  ...declarations,
  ...transport,
  ...probe,
  ...chip,
  ...riscv,
  ...security,
  ...flash,
  ...workArea,
  ...verify,
  ...image,
  ...server,
  ...trace,
  ...others,
  ...harmless,
];
