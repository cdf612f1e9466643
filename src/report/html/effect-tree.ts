import { inFileWords } from "../../compare/body/name-symbols.ts";
import { type Difference, type Entity, placeOf } from "../../compare/difference.ts";
import type { FileComparison } from "../../compare/files.ts";
import type { Pair } from "../../compare/roles.ts";
import type { Entry, Mark, Section } from "./page-model.ts";
import type { Texts } from "./page-texts.ts";

/** One entity of two configs under all transports, and what it belongs to. */
interface Item {
  pair: Pair<Entity>;
  title: string;
  difference: Difference | undefined;
  owner: string | undefined;
}

/** What two configs make, as a tree: TAPs, their DAPs, the targets on those, what the targets have. */
export function effectTree(comparison: FileComparison, texts: Texts): Section[] {
  const items = itemsOf(comparison);
  const ofKind = (kind: Entity["kind"]) => [...items].filter(([, { pair }]) => either(pair).kind === kind);
  const below = (owner: string | undefined, kinds: readonly Entity["kind"][]) =>
    kinds.flatMap((kind) => ofKind(kind).filter(([, item]) => item.owner === owner));
  const roles = new Set([...items.keys()]);

  const entry = ([key, item]: [string, Item]): Entry => ({
    ...entryOf(item, comparison, texts),
    children: below(key, childrenOf[either(item.pair).kind] ?? []).map(entry),
  });
  // What belongs to nothing that is there goes to the top.
  const orphans = [...items].filter(([, { pair, owner }]) => {
    const { kind } = either(pair);
    return kind === "tap" || (kinds.includes(kind) && (owner === undefined || !roles.has(owner)));
  });
  return [
    { title: "TAPs, DAPs and targets", entries: orphans.map(entry) },
    { title: "Settings", entries: ofKind("setting").map(entry) },
    { title: "Procs", entries: ofKind("proc").map(entry) },
  ];
}

const kinds: readonly Entity["kind"][] = ["tap", "dap", "target", "work-area", "flash-bank", "event"];

const childrenOf: Partial<Record<Entity["kind"], readonly Entity["kind"][]>> = {
  tap: ["dap", "target"],
  dap: ["target"],
  target: ["work-area", "flash-bank", "event"],
};

function either({ file, reference }: Pair<Entity>): Entity {
  return (file ?? reference)!;
}

/** The entities of all transports, each once. */
function itemsOf({ runs, differences }: FileComparison): Map<string, Item> {
  const items = new Map<string, Item>();
  for (const { pairs, names } of runs) {
    for (const pair of pairs) {
      const entity = either(pair);
      const key = `${entity.kind} ${entity.role}`;
      const title = inFileWords(entity.title, names[pair.file ? "file" : "reference"]);
      const difference = differences.find((one) => one.kind === entity.kind && one.title === title);
      if (items.has(key) && difference === undefined) continue;
      items.set(key, { pair: difference ?? pair, title, difference, owner: ownerOf(entity) });
    }
  }
  return items;
}

function ownerOf({ kind, role, facts }: Entity): string | undefined {
  const fact = (name: string) => facts.find((one) => one.name === name)?.meaning || undefined;
  const dap = fact("dap");
  switch (kind) {
    case "dap":
      return `tap ${fact("tap")}`;
    case "target":
      return dap === undefined ? `tap ${fact("tap")}` : `dap ${dap}`;
    case "work-area":
      return `target ${role}`;
    case "flash-bank":
      return `target ${fact("target")}`;
    case "event":
      return `target ${role.slice(0, role.lastIndexOf(" "))}`;
    default:
      return undefined;
  }
}

function entryOf(
  { pair, title, difference }: Item,
  comparison: FileComparison,
  texts: Texts,
): Omit<Entry, "children"> {
  const { file, reference } = pair;
  const mark: Mark = difference === undefined ? "same" : !reference ? "left" : !file ? "right" : "changed";
  const transports = difference?.transports ?? [];
  const isPartial = difference !== undefined && transports.length < comparison.transports.length;
  return {
    mark,
    label: labelOf(either(pair), title),
    ...(isPartial && { note: transports.join(", ") }),
    values: valuesOf(pair, difference),
    spots: [
      ...(file ? texts.spot("left", placeOf(file)) : []),
      ...(reference ? texts.spot("right", placeOf(reference)) : []),
    ],
  };
}

/** In the tree it is plain whose events and work area they are. */
function labelOf({ kind, name }: Entity, title: string): string {
  if (kind === "event") return `event ${name}`;
  if (kind === "work-area") return "work area";
  return title;
}

function valuesOf({ file, reference }: Pair<Entity>, difference: Difference | undefined): Entry["values"] {
  const factsOf = (entity: Entity, names?: readonly string[]) =>
    entity.facts.filter(({ name }) => names === undefined || names.includes(name)).map(({ value }) => value);
  if (file && reference && difference) {
    const { differing } = difference;
    return [
      { side: "left" as const, text: factsOf(file, differing).join(", ") },
      { side: "right" as const, text: factsOf(reference, differing).join(", ") },
    ].filter(({ text }) => text !== "");
  }
  const text = factsOf((file ?? reference)!).join(", ");
  return text === ""
    ? []
    : [{ ...(difference && { side: file ? ("left" as const) : ("right" as const) }), text }];
}
