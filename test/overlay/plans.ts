import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../src/check/api.ts";
import type { ProjectOptions } from "../../src/install/project.ts";
import { projectAt } from "../../src/install/project-at.ts";
import { Place } from "../../src/openocd/place.ts";
import type { OverlayPlan } from "../../src/overlay/write-overlay.ts";
import type { Finding } from "../../src/rules/finding.ts";
import { Source } from "../../src/tcl/source.ts";

/** A plan for a path that changes these files, named from the scope's root, to these texts. */
export function planFor(
  path: string,
  after: Record<string, string>,
  options: ProjectOptions & { transports?: string[] } = {},
): OverlayPlan {
  const scope = projectAt(path, options);
  const files = Object.entries(after).map(([name, text]) => {
    const file = join(scope.root, name);
    return { path: file, before: readFileSync(file, "latin1"), after: text };
  });
  const patch = { files, fixed: [], left: [] };
  const runs = check(scope, options.transports ? { transports: options.transports } : {}).runs;
  return { scope, patch, runs, ...(options.transports && { transports: options.transports }) };
}

/** A finding in a line of a file, with a fix there. */
export function findingAt(file: string, line: number, rule = "work-area-missing"): Finding {
  const source = new Source(file, readFileSync(file, "latin1"));
  const start = source.lineStart(line);
  return {
    rule,
    severity: "error",
    message: `${rule} here`,
    notes: [],
    at: new Place({ source, start, end: start + 1 }),
    transports: ["hla_swd"],
    fix: { safety: "safe", title: "fix it", edits: [{ file, edits: [] }], changes: [] },
  };
}
