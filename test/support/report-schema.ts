import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import Ajv from "ajv/dist/2020.js";

const file = resolve(import.meta.dirname, "../../src/cli/report/report.schema.json");
const schema = JSON.parse(readFileSync(file, "utf8"));
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
};

/** What the published schema has against what a command printed with `--format json`; nothing where it is valid. */
export function reportErrors(report: unknown, command: string): string[] {
  const validate = ajv.getSchema(`${schema.$id}#/$defs/${kinds[command] ?? "mendReport"}`)!;
  validate(report);
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(" "),
  );
}
