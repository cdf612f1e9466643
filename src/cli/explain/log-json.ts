import type { Diagnosis } from "../../log/explanation.ts";
import { findingJson } from "../../report/json.ts";
import type { ExplainedLog } from "./explained-log.ts";
import { findingsOf } from "./log-scripts.ts";

/** What a log shows, for programs. */
export function logJson({ name, explanation, scripts, advised }: ExplainedLog): object {
  const { diagnoses, unknown, omitted, harmless, files, given, program, openocd, isHla, isVerified } =
    explanation;
  return {
    log: {
      path: name,
      program,
      openocd,
      isHla,
      isVerified,
      given,
      files: files.map((path) => ({ path, here: scripts.onDisk.get(path) })),
    },
    diagnoses: diagnoses.map((diagnosis) => diagnosisJson(diagnosis, scripts)),
    unknown,
    omitted,
    harmless,
    ...(advised && {
      [advised.isTried ? "fixCommand" : "checkCommand"]: advised.text,
      fixes: advised.fixes.map((number) => diagnoses[number - 1]!.id),
    }),
  };
}

function diagnosisJson(diagnosis: Diagnosis, scripts: ExplainedLog["scripts"]): object {
  return { ...diagnosis, findings: findingsOf(diagnosis, scripts).map(findingJson) };
}
