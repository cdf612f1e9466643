import type { FileSystem } from "../files/file-system.ts";
import { posixPath } from "../files/posix-path.ts";

/** What a project file is called. */
const projectFileName = "l5cfg-fix.config.json";

/** The project file that counts for an absolute path: the nearest in its folder, or in one above. */
export function findProjectFile(at: string, fs: FileSystem): string | undefined {
  const { dirname, join } = fs.path ?? posixPath;
  for (let folder = fs.kind(at) === "folder" ? at : dirname(at); ; folder = dirname(folder)) {
    const file = join(folder, projectFileName);
    if (fs.kind(file) === "file") return file;
    if (dirname(folder) === folder) return undefined;
  }
}
