import type { Location } from "./locations.ts";
import { type Machine, variable } from "./machine.ts";

/** The existing paths on a machine for a location. */
export function placesOf({ on, path }: Location, machine: Machine): string[] {
  if (on !== "any" && on !== machine.platform) return [];
  const start = beginning(path, machine);
  if (start === undefined) return [];
  return start.steps.reduce(
    (folders, step) => folders.flatMap((folder) => inside(folder, step, machine)),
    [start.folder],
  );
}

/** The part of a location that differs between machines, and the path below it. */
function beginning(path: string, machine: Machine): { folder: string; steps: string[] } | undefined {
  const [first = "", ...steps] = path.split("/");
  const name = /^\$(.+)$/.exec(first)?.[1];
  if (name !== undefined) {
    const folder = variable(machine, name);
    // A relative path would be a different place in each working directory.
    return folder !== undefined && machine.disk.path.isAbsolute(folder) ? { folder, steps } : undefined;
  }
  if (first === "~") return machine.home === "" ? undefined : { folder: machine.home, steps };
  return { folder: `${first}${machine.disk.path.sep}`, steps };
}

function inside(folder: string, step: string, { platform, disk }: Machine): string[] {
  const path = (name: string) => disk.path.join(folder, name);
  if (!step.includes("*")) return disk.kind(path(step)) === "folder" ? [path(step)] : [];
  const words = step.split("*").map((word) => word.replace(/\W/g, "\\$&"));
  // Only Linux distinguishes names by case.
  const pattern = new RegExp(`^${words.join(".*")}$`, platform === "linux" ? "" : "i");
  const names = disk.list(folder).filter((name) => pattern.test(name));
  return names.map(path).filter((found) => disk.kind(found) === "folder");
}
