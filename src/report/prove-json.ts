import type { ProveResult } from "../prove/prove.ts";

/** What was proven, run by run. */
export function proveJson(path: string, result: ProveResult): object {
  const { binary, firmware, subjects, skipped, proofs, confirmed, isProven } = result;
  const { size, seed } = firmware;
  return {
    path,
    openocd: binary,
    firmware: { size, ...(seed === undefined ? { path: firmware.path } : { seed }) },
    configs: subjects.map(({ name, family, board, transports }) => ({
      config: name,
      family,
      board,
      transports,
    })),
    skipped: skipped.map(({ name, why }) => ({ name, why })),
    confirmed: confirmed.map(({ config, isAccepted, runs }) => ({ config, accepted: isAccepted, runs })),
    runs: proofs,
    proven: isProven,
  };
}
