import { ADAPTER_COMMANDS } from "./data/adapter-commands.ts";
import { bitOf, type ReleaseId, since } from "./data/releases.ts";
import { unpack } from "./data/table.ts";

interface Known {
  /** The releases in which the driver's commands are known. */
  mask: number;
  /** By name, the releases that have it. */
  readonly commands: Map<string, number>;
}

let index: Map<string, Known> | undefined;

function byAdapter(): Map<string, Known> {
  if (index !== undefined) return index;
  index = new Map();
  for (const [mask, adapter, names] of ADAPTER_COMMANDS) {
    const known = index.get(adapter) ?? { mask: 0, commands: new Map() };
    index.set(adapter, known);
    known.mask |= mask;
    for (const name of unpack(names)) known.commands.set(name, (known.commands.get(name) ?? 0) | mask);
  }
  return index;
}

/** Whether choosing an adapter brings a command in a release; undefined where that is not known of them. */
export function adapterBrings(adapter: string, name: string, release: ReleaseId): boolean | undefined {
  const known = byAdapter().get(adapter);
  const mask = known?.commands.get(name);
  const bit = bitOf(release);
  // Older programs list no subcommands.
  const isListed = !name.includes(" ") || (bit & since("st-1.8.0")) !== 0;
  if (known === undefined || mask === undefined || !isListed || (known.mask & bit) === 0) return undefined;
  return (mask & bit) !== 0;
}

/** The commands that an adapter's driver brings in a release, as far as they are known. */
export function adapterCommandNames(adapter: string, release: ReleaseId): string[] {
  const commands = byAdapter().get(adapter)?.commands ?? new Map<string, number>();
  return [...commands].flatMap(([name, mask]) => (mask & bitOf(release) ? [name] : []));
}
