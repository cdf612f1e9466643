import type { FileSystem } from "./file-system.ts";

/** The same files, each as it is when it is first asked for: one job reads a file once, and sees it in one state. */
export function snapshot(files: FileSystem): FileSystem {
  return {
    ...(files.path && { path: files.path }),
    read: remembering((path) => files.read(path)),
    kind: remembering((path) => files.kind(path)),
    list: remembering((folder) => files.list?.(folder) ?? []),
  };
}

/** Asks about each path once. */
export function remembering<T>(ask: (path: string) => T): (path: string) => T {
  const answers = new Map<string, T>();
  return (path) => {
    if (!answers.has(path)) answers.set(path, ask(path));
    return answers.get(path)!;
  };
}
