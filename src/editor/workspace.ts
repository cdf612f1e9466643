import { resolve } from "node:path";
import type { Location, Position } from "vscode-languageserver";
import type { Place } from "../openocd/place.ts";
import type { Checks } from "./check/checks.ts";
import { type Documents, type OpenFile, textIn, uriIn } from "./documents.ts";
import type { Folders } from "./folders.ts";
import type { Model, Models } from "./model/models.ts";
import type { Projects } from "./projects.ts";
import { indexOf } from "./syntax/indexes.ts";
import type { ScriptIndex } from "./syntax/script-index.ts";

/** What the features of the server have of the editor. */
export interface Workspace {
  documents: Documents;
  folders: Folders;
  projects: Projects;
  checks: Checks;
  models: Models;
}

/** A file that an editor asks about. */
export interface AskedFile {
  file: OpenFile;
  index: ScriptIndex;
  /** What it makes by itself, then what the files make that read it. */
  models: Model[];
}

/** A place in a file that an editor asks about. */
export interface Asked extends AskedFile {
  /** In bytes. */
  offset: number;
}

/** Undefined for a file that is not open. */
export function askedFile({ documents, models }: Workspace, uri: string): AskedFile | undefined {
  const file = documents.at(uri);
  return file && { file, index: indexOf(file.text.bytes), models: models.of(file.path) };
}

export function askedAt(
  workspace: Workspace,
  { textDocument, position }: { textDocument: { uri: string }; position: Position },
): Asked | undefined {
  const asked = askedFile(workspace, textDocument.uri);
  return asked && { ...asked, offset: asked.file.text.offset(position) };
}

/** A stretch of a file, open or not, as the editor has it. */
export function locationIn(
  { documents: { open, files } }: Workspace,
  path: string,
  { start, end }: { start: number; end: number },
): Location {
  const text = textIn(open, path, open.has(path) ? "" : (files.read(path) ?? ""));
  return { uri: uriIn(open, path), range: text.range(start, end) };
}

/** A place that a run of a model had, as the editor has it. */
export function locationOfPlace(workspace: Workspace, { cwd }: Model, place: Place): Location {
  return locationIn(workspace, resolve(cwd, place.file), place);
}
