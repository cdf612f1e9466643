import type { Location } from "vscode-languageserver";
import { entitiesNamed } from "../model/entities.ts";
import type { Model } from "../model/models.ts";
import { nameAt } from "../model/named-at.ts";
import { type Occurrence, occurrencesOfName, occurrencesOfVariable } from "../model/occurrences.ts";
import { scriptNamedBy } from "../model/script-files.ts";
import { indexOf } from "../syntax/indexes.ts";
import { type Asked, locationIn, type Workspace } from "../workspace.ts";

/** Where what is at a place is named, in all files that it is read with. */
export function references(asked: Asked, workspace: Workspace, withDefinition: boolean): Location[] {
  const found = asked.models.flatMap((model) => occurrencesAt(asked, model));
  const known = new Map(found.map((one) => [`${one.path} ${one.start}`, one]));
  return [...known.values()]
    .filter(({ isDefinition }) => withDefinition || !isDefinition)
    .map((one) => locationIn(workspace, one.path, one));
}

function occurrencesAt({ index, file, offset }: Asked, model: Model): Occurrence[] {
  const command = index.commandAt(offset);
  const at = command?.node.words.findIndex(({ start, end }) => start <= offset && offset <= end) ?? -1;
  const variable = index.variableAt(offset);
  if (variable !== undefined) return occurrencesOfVariable(variable, file.path, model);
  const word = command?.node.words[at];
  if (command === undefined || word === undefined) return [];
  const script = scriptNamedBy(command, at, model)?.path;
  if (script !== undefined) return commandsThatRead(script, model);
  const value = nameAt(command, at, model.config);
  if (value === undefined || entitiesNamed(model.config, value).length === 0) return [];
  return occurrencesOfName(value, model);
}

/** The words that name a script, in all files. */
function commandsThatRead(script: string, model: Model): Occurrence[] {
  return [...model.sources].flatMap(([path, text]) =>
    indexOf(text).commands.flatMap((command) => {
      if (scriptNamedBy(command, 1, model)?.path !== script) return [];
      const { start, end } = command.node.words[1]!;
      return [{ path, start, end, isDefinition: false }];
    }),
  );
}
