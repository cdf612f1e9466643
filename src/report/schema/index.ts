/** The schemas of all reports that are printed with `--format json`, and what is published of them. */

import { toJsonSchemaDefs } from "@valibot/to-json-schema";
import * as v from "valibot";
import { checked, edit, finding, fixed, fixReport, patchedFile } from "./check.ts";
import { compareReport } from "./compare.ts";
import { flashListReport, flashPlanReport, flashReport } from "./flash.ts";
import { diagnosis, logReport, ruleReport, rulesReport, unknownError } from "./log.ts";
import { installsReport, proveReport, restoreReport } from "./machine.ts";
import { inspectReport } from "./model.ts";
import { openocd, place, problem, recovery, span } from "./parts.ts";

/** By command. */
const reports = {
  ...{ fixReport, inspectReport, rulesReport, ruleReport, logReport, compareReport, restoreReport },
  ...{ installsReport, proveReport, flashListReport, flashPlanReport, flashReport },
};

/** Parts that have a name of their own in what is published. */
const parts = {
  explainReport: v.union([ruleReport, logReport]),
  ...{ span, place, openocd, problem, recovery, edit, finding, patchedFile, checked, fixed },
  ...{ diagnosis, unknownError },
};

/** The JSON Schema of all reports. */
export function reportSchema(): object {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "https://unpkg.com/l5cfg-fix/dist/report.schema.json",
    title: "Reports of l5cfg-fix with --format json",
    anyOf: Object.keys(reports).map((name) => ({ $ref: `#/$defs/${name}` })),
    $defs: toJsonSchemaDefs({ ...parts, ...reports }, { target: "draft-2020-12" }),
  };
}
