import { ADAPTER_ARGUMENTS } from "./data/adapter-arguments.ts";
import { ADAPTER_COMMANDS } from "./data/adapter-commands.ts";
import { unpack } from "./data/table.ts";

let known: ReadonlyMap<string, string> | undefined;
let subcommands: ReadonlySet<string> | undefined;
let groups: ReadonlySet<string> | undefined;

function countsByName(): ReadonlyMap<string, string> {
  known ??= new Map(
    ADAPTER_ARGUMENTS.flatMap(([counts, names]) => unpack(names).map((name) => [name, counts] as const)),
  );
  return known;
}

function subcommandNames(): ReadonlySet<string> {
  subcommands ??= new Set(
    [...ADAPTER_COMMANDS.flatMap(([, , names]) => unpack(names)), ...countsByName().keys()].filter((name) =>
      name.includes(" "),
    ),
  );
  return subcommands;
}

/** Whether a name is a subcommand of an adapter driver, in some release. */
export function isAdapterSubcommand(name: string): boolean {
  return subcommandNames().has(name);
}

/** Whether a command of an adapter driver only leads to others; `jlink config` does something by itself as well. */
export function isAdapterGroup(name: string): boolean {
  groups ??= new Set([...subcommandNames()].map((full) => full.replace(/ [^ ]*$/, "")));
  return groups.has(name) && name !== "jlink config";
}

/** Whether a command of an adapter driver takes so many arguments; true for commands that are not known. */
export function takesArguments(name: string, count: number): boolean {
  const counts = countsByName().get(name) ?? "any";
  if (counts === "any") return true;
  if (counts === "2+2") return count >= 2 && count % 2 === 0;
  if (counts.endsWith("+")) return count >= Number(counts.slice(0, -1));
  const [least, most] = counts.split("-").map(Number);
  return most === undefined
    ? counts.split(",").map(Number).includes(count)
    : least! <= count && count <= most;
}
