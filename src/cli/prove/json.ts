import type { ProveResult } from "../../prove/prove.ts";
import { reportHead } from "../../report/json.ts";
import type { Work } from "../paths/work.ts";

/** What was proven, run by run. */
export function proveJson({ path }: Work, result: ProveResult): object {
  const { binary, firmware, subjects, skipped, proofs, isProven } = result;
  const { size, seed } = firmware;
  return {
    ...reportHead,
    path,
    openocd: binary,
    firmware: { size, ...(seed === undefined ? { path: firmware.path } : { seed }) },
    configs: subjects.map(({ name, board, transports }) => ({ config: name, board, transports })),
    skipped,
    runs: proofs,
    proven: isProven,
  };
}
