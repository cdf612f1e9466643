import * as v from "valibot";
import { decoded, fileNameBytes } from "../files/file-names.ts";
import type { FileSystem, PathRules } from "../files/file-system.ts";
import { posixPath } from "../files/posix-path.ts";
import { ProjectFileError } from "./errors.ts";
import { type Checked, errorOf } from "./issue-text.ts";
import { nameOf, offsetOf, placeAt, type Steps } from "./json-place.ts";
import { type JsonNode, JsonTextError, parseJsonText } from "./json-text.ts";
import { type ProjectFileContent, projectFileShape } from "./project-file-schema.ts";

/** A project file that was read. */
export interface ProjectFile {
  /** Absolute. */
  file: string;
  /** The folder that its paths and patterns are relative to. */
  folder: string;
  content: ProjectFileContent;
}

/** No settings are longer; in bytes. */
const LARGEST = 256 * 1024;

/** Reads the project file at an absolute path. Throws ProjectFileError where it cannot be used as it is. */
export function readProjectFile(file: string, fs: FileSystem): ProjectFile {
  const { path = posixPath } = fs;
  const bytes = fs.read(file);
  if (bytes === undefined || bytes.length > LARGEST)
    throw new ProjectFileError(
      { file, line: 1, column: 1 },
      "cannot be read: it is no plain file of at most 256 KiB",
    );
  const text = decoded(bytes);
  const node = parsed(text, file);
  const { success, output, issues } = v.safeParse(projectFileShape, node.value, { abortEarly: true });
  if (!success) throw errorOf(issues[0], node, { text, file });
  const list = listAsObject(node, output, []);
  if (list !== undefined)
    throw new ProjectFileError(
      placeAt(text, offsetOf(node, list, false), file),
      `"${nameOf(list)}" has to be an object: { … }`,
    );
  const folder = path.dirname(file);
  requireFolders(output, { file, folder, text, node, fs, path });
  return { file, folder, content: output };
}

function parsed(text: string, file: string): JsonNode {
  try {
    return parseJsonText(text);
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    throw new ProjectFileError(placeAt(text, error.offset, file), error.message);
  }
}

/** Where a list is what has to be an object, which valibot does not mind. */
function listAsObject({ value, parts }: JsonNode, output: unknown, steps: Steps): Steps | undefined {
  if (Array.isArray(value) && !Array.isArray(output)) return steps;
  for (const [step, part] of parts) {
    const found = listAsObject(part.node, (output as Record<string, unknown>)[step], [...steps, step]);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Found extends Checked {
  folder: string;
  node: JsonNode;
  fs: FileSystem;
  path: PathRules;
}

/** Throws ProjectFileError where scripts are to be looked for in what is no folder. */
function requireFolders(content: ProjectFileContent, { text, file, folder, node, fs, path }: Found): void {
  const lists: [Steps, readonly string[] | undefined][] = [
    [["searchPaths"], content.searchPaths],
    ...(content.overrides ?? []).map(({ searchPaths }, i): [Steps, readonly string[] | undefined] => [
      ["overrides", i, "searchPaths"],
      searchPaths,
    ]),
  ];
  for (const [steps, folders = []] of lists) {
    for (const [i, name] of folders.entries()) {
      const kind = fs.kind(path.resolve(folder, name));
      if (kind === "folder") continue;
      const place = placeAt(text, offsetOf(node, [...steps, i], false), file);
      const why = kind === undefined ? "there is no such folder" : "that is no folder";
      throw new ProjectFileError(place, `"${name}": ${why}; paths are relative to the folder of this file`);
    }
  }
}

/** Variables as Tcl has them: in bytes, one character each. */
export function inBytes(variables: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map((pair) => pair.map(fileNameBytes)));
}
