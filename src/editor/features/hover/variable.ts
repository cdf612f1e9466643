import { relative, resolve } from "node:path";
import { decoded } from "../../../files/file-names.ts";
import type { Model } from "../../model/models.ts";
import type { VariableUse } from "../../syntax/script-index.ts";
import { code } from "./markdown.ts";

/** Longer values are cut. */
const LONGEST = 300;

/** What a variable holds when the config has run, and where that comes from. */
export function aboutVariable(
  { name, scope }: VariableUse,
  { models }: { models: readonly Model[] },
): string {
  if (scope !== undefined) return `${code(name)}: a variable of the proc ${code(scope.name)}`;
  const model = models.find(({ config }) => config.variables[name] !== undefined);
  if (model === undefined) return `${code(name)}: not set when the config has run`;
  const { config, cwd, root } = model;
  const value = decoded(config.variables[name]!);
  const shown = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  const place = config.variablesSetAt.get(name);
  const where = place && `first set in ${code(`${relative(cwd, resolve(cwd, place.file))}:${place.line}`)}`;
  const how = config.transport === "" ? [] : [`under ${code(config.transport)}`];
  const whose = model === models[0] ? [] : [`as ${code(relative(cwd, root))} runs it`];
  return [
    `${code(name)} = ${code(shown)}`,
    ["when the config has run", ...how, ...whose, where ?? []].flat().join(", "),
  ].join("\n\n");
}
