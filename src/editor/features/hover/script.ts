import { resolve } from "node:path";
import { decoded } from "../../../files/file-names.ts";
import type { Model } from "../../model/models.ts";
import { scriptNamedBy } from "../../model/script-files.ts";
import type { CommandUse } from "../../syntax/script-index.ts";
import { code } from "./markdown.ts";

/** Which file a script's name leads to; undefined for a word that is no such name. */
export function aboutScript(command: CommandUse, at: number, model: Model): string | undefined {
  const named = scriptNamedBy(command, at, model);
  if (named === undefined) return undefined;
  const { name, path } = named;
  if (path === undefined) return `${code(decoded(name))} is in none of the search folders`;
  return `${code(decoded(name))} is ${code(resolve(model.cwd, path))}`;
}
