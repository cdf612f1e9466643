import type { RunResult } from "../../check/result.ts";
import { count } from "../count.ts";
import { pathName } from "../path-name.ts";
import { printable } from "../printable.ts";
import type { AnyResult } from "../result.ts";

/** What was run and read: each config with what became of it under each transport. */
export function runsText({ runs, project }: AnyResult, cwd: string): string {
  const lines = project.configs.flatMap((config) => {
    const own = runs.filter((run) => run.config === config);
    return [pathName(config, cwd), ...own.map((run) => `  ${runText(run)}`)];
  });
  return [...lines, ""].join("\n");
}

function runText({ transport, adapter, choosesAdapter, read, refusal }: RunResult): string {
  const under = choosesAdapter ? `${transport} (${adapter})` : transport || "no transport";
  const outcome = refusal === undefined ? "accepted" : `refused: ${printable(refusal.message)}`;
  return `${under}: ${outcome}, ${count(read.length, "file")} read`;
}
