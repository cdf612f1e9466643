import type { Location } from "vscode-languageserver";
import { entitiesNamed, placeOfMade } from "../model/entities.ts";
import { nameAt } from "../model/named-at.ts";
import { occurrencesOfVariable } from "../model/occurrences.ts";
import { scriptNamedBy } from "../model/script-files.ts";
import type { VariableUse } from "../syntax/script-index.ts";
import { type Asked, locationIn, locationOfPlace, type Workspace } from "../workspace.ts";

const beginning = { start: 0, end: 0 };

/** Where what is at a place was made: a script, something of the config, a variable. */
export function definition(asked: Asked, workspace: Workspace): Location[] {
  const { index, models, offset, file } = asked;
  const command = index.commandAt(offset);
  const at = command?.node.words.findIndex(({ start, end }) => start <= offset && offset <= end) ?? -1;
  const found: Location[] = [];
  for (const model of models) {
    const word = command?.node.words[at];
    if (command !== undefined && word !== undefined) {
      const script = scriptNamedBy(command, at, model)?.path;
      if (script !== undefined) found.push(locationIn(workspace, script, beginning));
      const value = nameAt(command, at, model.config);
      const named = value === undefined ? [] : entitiesNamed(model.config, value);
      found.push(...named.map(({ made }) => locationOfPlace(workspace, model, placeOfMade(made))));
    }
    const variable = index.variableAt(offset);
    if (variable !== undefined) found.push(...settersOf(variable, file.path, { model, workspace }));
  }
  return unique(found);
}

/** The commands that set a variable: of a global one where it was set first, where the run came by. */
function settersOf(
  variable: VariableUse,
  path: string,
  { model, workspace }: { model: Asked["models"][number]; workspace: Workspace },
): Location[] {
  const first = variable.scope === undefined ? model.config.variablesSetAt.get(variable.name) : undefined;
  const ran = first === undefined ? [] : [locationOfPlace(workspace, model, first)];
  const written = occurrencesOfVariable(variable, path, model).filter(({ isDefinition }) => isDefinition);
  return [...ran, ...written.map((one) => locationIn(workspace, one.path, one))];
}

/** Each line once: the first is the one that was run. */
function unique(locations: readonly Location[]): Location[] {
  const known = new Map<string, Location>();
  for (const location of locations) {
    const key = `${location.uri} ${location.range.start.line}`;
    if (!known.has(key)) known.set(key, location);
  }
  return [...known.values()];
}
