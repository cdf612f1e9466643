import type { Trouble } from "../../log/explanation.ts";
import { findingJson } from "../../report/json.ts";
import type { ExplainedLog } from "./explained-log.ts";
import { findingsOf } from "./log-scripts.ts";

/** What a log shows, for programs. */
export function logJson({ name, explanation, scripts, remedy, command }: ExplainedLog): object {
  const { troubles, unknown, omitted, harmless, files, given, openocd, isHla } = explanation;
  return {
    log: {
      path: name,
      openocd,
      isHla,
      given,
      files: files.map((path) => ({ path, here: scripts.onDisk.get(path) })),
    },
    troubles: troubles.map((trouble) => troubleJson(trouble, scripts)),
    unknown,
    omitted,
    harmless,
    ...(remedy && { command, fixes: remedy.fixes.map((number) => troubles[number - 1]!.id) }),
  };
}

function troubleJson(trouble: Trouble, scripts: ExplainedLog["scripts"]): object {
  return { ...trouble, findings: findingsOf(trouble, scripts).map(findingJson) };
}
