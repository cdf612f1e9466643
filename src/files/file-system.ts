/** How a system spells paths; node's `path.posix` and `path.win32` are such. */
export interface PathRules {
  readonly sep: string;
  readonly delimiter: string;
  isAbsolute(path: string): boolean;
  normalize(path: string): string;
  join(...parts: string[]): string;
  resolve(...parts: string[]): string;
  relative(from: string, to: string): string;
  dirname(path: string): string;
  basename(path: string): string;
}

/** All access to files goes through this. What a file holds is bytes decoded as latin1; names are text. */
export interface FileSystem {
  /** How its paths are spelt; as POSIX has them where it does not say. */
  path?: PathRules;
  /** A file's text; undefined where there is no readable file of acceptable size. */
  read(path: string): string | undefined;
  /** What is at a path; undefined where there is nothing. */
  kind(path: string): "file" | "folder" | "other" | undefined;
  /** The names of what a folder holds; nothing where it cannot be read. */
  list?(folder: string): readonly string[];
}

/** A file system that knows links and permissions: this machine's, or a test's. */
export interface Disk extends FileSystem {
  path: PathRules;
  list(folder: string): readonly string[];
  /** Whether a path is a symbolic link itself. */
  isLink(path: string): boolean;
  /** A path without links; itself where nothing is there. */
  realpath(path: string): string;
  /** Why a path cannot be read; undefined where it can. */
  obstacle(path: string): (Error & { code?: string }) | undefined;
}
