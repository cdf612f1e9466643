import { L5cfgFixError } from "../errors.ts";
import { isDisk } from "../files/disk-of.ts";
import type { FileSystem } from "../files/file-system.ts";
import { everyTransportOf, transportsOf } from "../openocd/data/transports.ts";

/** The transports of ST-LINK, in new and old releases, then those of other adapters. */
export function knownTransports(): string[] {
  const adapters = ["hla", "st-link", "cmsis-dap"];
  const names = [
    ...adapters.flatMap((name) => transportsOf(name) ?? []),
    ...adapters.flatMap(everyTransportOf),
  ];
  return [...new Set(names)];
}

/** Throws L5cfgFixError for a transport that no OpenOCD has. */
export function requireKnown(transports: readonly string[]): void {
  const known = knownTransports();
  const unknown = transports.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new L5cfgFixError(
    "usage",
    `"${unknown}" is not a transport of OpenOCD, which has ${known.join(", ")}`,
  );
}

/** A file system that says what is wrong with it where its answers are of no use. A disk is ours. */
export function requireSynchronous(fs: FileSystem): FileSystem {
  if (isDisk(fs)) return fs;
  const { list } = fs;
  return {
    ...(fs.path && { path: fs.path }),
    read: (path) => text(fs.read(path), path),
    kind: (path) => settled(fs.kind(path), `kind("${path}")`),
    ...(list && { list: (folder: string) => settled(list.call(fs, folder), `list("${folder}")`) }),
  };
}

function text(answer: string | undefined, path: string): string | undefined {
  const found = settled(answer, `read("${path}")`);
  if (found === undefined || typeof found === "string") return found;
  throw new L5cfgFixError(
    "file-system",
    `fs.read("${path}") gave no string: give the file's bytes as latin1, one character each`,
  );
}

function settled<T>(answer: T, call: string): T {
  if (typeof (answer as { then?: unknown } | undefined)?.then !== "function") return answer;
  throw new L5cfgFixError(
    "file-system",
    `fs.${call} gave a promise: the file system has to answer at once, so read the files beforehand`,
  );
}
