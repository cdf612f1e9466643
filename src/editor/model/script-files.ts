import { resolve } from "node:path";
import { diskFiles } from "../../files/disk-files.ts";
import { fileNameBytes, fileNameText } from "../../files/file-names.ts";
import type { CommandUse } from "../syntax/script-index.ts";
import type { Model } from "./models.ts";
import { wordValue } from "./word-value.ts";

/** A script as a command names it, and the file that it is, absolute, where there is one. */
export interface NamedScript {
  name: string;
  path: string | undefined;
}

/** The script that a word names, such as that of `find`; undefined for a word that names none. */
export function scriptNamedBy(
  { node, name, scope }: CommandUse,
  at: number,
  model: Model,
): NamedScript | undefined {
  if (at !== 1 || !["find", "ocd_find", "source", "script"].includes(name ?? "")) return undefined;
  const word = node.words[1];
  const script = word && wordValue(word, model.config, scope);
  if (script === undefined || script === "") return undefined;
  return { name: script, path: scriptFile(script, name === "source", model) };
}

/** `source` takes a name as it is; the others look in the search folders, too. */
function scriptFile(script: string, isPlain: boolean, { cwd, project, sources }: Model): string | undefined {
  const name = fileNameText(script);
  const folders = isPlain ? [cwd] : [cwd, ...project.searchPaths];
  return folders
    .map((folder) => resolve(folder, fileNameText(fileNameBytes(name))))
    .find((path) => sources.has(path) || diskFiles.kind(path) === "file");
}
