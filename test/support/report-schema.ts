import Ajv from "ajv/dist/2020.js";
import { reportSchema } from "../../src/report/schema/index.ts";

const schema = reportSchema() as { $id: string };
const ajv = new Ajv.default({ allErrors: true });
ajv.addSchema(schema);

/** The kinds of reports, by the command that prints them. */
const kinds: Readonly<Record<string, string>> = {
  inspect: "inspectReport",
  rules: "rulesReport",
  explain: "explainReport",
  compare: "compareReport",
  installs: "installsReport",
  prove: "proveReport",
  restore: "restoreReport",
  "l5cfg-flash": "flashReport",
  "l5cfg-flash --dry-run": "flashPlanReport",
  "l5cfg-flash --list": "flashListReport",
};

/** What the published schema has against what a command printed with `--format json`; nothing where it is valid. */
export function reportErrors(report: unknown, command: string): string[] {
  const validate = ajv.getSchema(`${schema.$id}#/$defs/${kinds[command] ?? "fixReport"}`)!;
  validate(report);
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(" "),
  );
}

export function asksForJson(args: readonly string[]): boolean {
  return args[args.indexOf("--format") + 1] === "json";
}

/** Throws where a command printed JSON that the published schema does not allow. */
export function checkReport(json: string, command: string): void {
  const errors = json === "" ? [] : reportErrors(JSON.parse(json), command);
  if (errors.length > 0)
    throw new Error(`the report of ${command} is not as its schema says:\n${errors.join("\n")}`);
}
