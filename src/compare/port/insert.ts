import { insertAfter, insertBefore } from "../../edit/insert.ts";
import { styleOf } from "../../edit/style.ts";
import type { Place } from "../../openocd/place.ts";
import { enclosingCommand } from "../../rules/top-level.ts";
import type { Difference, Entity } from "../difference.ts";
import type { ComparedRun } from "../files.ts";
import type { Attempt } from "./attempt.ts";
import { relaid } from "./layout.ts";
import { Translator } from "./translate.ts";

/** How many neighbours are tried. */
const MOST_NEIGHBOURS = 6;

/** Ways to insert an entity that only the reference has into the file, the most likely first. */
export function* insertions(one: Difference, run: ComparedRun): Generator<Attempt> {
  const { made } = one.reference!;
  if (made.inProc) return;
  const whole = enclosingCommand(made.at);
  const places: Pick<Place, "source" | "start" | "end">[] = [made.at];
  // An entity that is made under a condition is inserted with the condition.
  if (whole !== undefined && whole.words[0]!.text === "if") {
    places.unshift({ source: made.at.source, start: whole.start, end: whole.end });
  }
  const neighbours = neighboursOf(one, run).slice(0, MOST_NEIGHBOURS);
  for (const place of places) {
    for (const isPlain of [false, true]) {
      const translator = new Translator(run, isPlain);
      const text = translator.text(place);
      if (isPlain && translator.brought.size === 0 && text === new Translator(run).text(place)) continue;
      for (const neighbour of neighbours)
        yield attempt(text, [...translator.brought.values()], made.at, neighbour);
    }
  }
}

/**
 * The locations in the file of the entities that precede an entity in the reference, the nearest first. Where the file
 * has none of them: its last entity.
 */
function neighboursOf({ reference }: Difference, { pairs, file }: ComparedRun): Place[] {
  const { at } = reference!.made;
  const shared = pairs.filter(
    (pair): pair is { file: Entity; reference: Entity } =>
      pair.file !== undefined && pair.reference !== undefined && !pair.file.made.inProc,
  );
  const before = shared
    .filter((pair) => pair.reference.made.at.file === at.file && pair.reference.made.at.start < at.start)
    .sort((a, b) => b.reference.made.at.start - a.reference.made.at.start);
  const own = pairs.flatMap((pair) => (pair.file && !pair.file.made.inProc ? [pair.file] : []));
  const last = own
    .filter(({ made }) => made.at.file === file.file)
    .sort((a, b) => b.made.at.start - a.made.at.start);
  const places = [...before.map((pair) => pair.file), ...last.slice(0, 1)].map(({ made }) => made.at);
  return places.filter(
    (place, i) => places.findIndex((other) => other.start === place.start && other.file === place.file) === i,
  );
}

function attempt(
  text: string,
  brought: readonly { name: string; text: string }[],
  from: Place,
  place: Place,
): Attempt {
  const { source } = place;
  const style = styleOf(source.text);
  const whole = enclosingCommand(place) ?? place;
  const lines = relaid(text, from.source.text, source.text).split(style.eol);
  const edit = insertAfter(source.text, whole.start, whole.end, apart(lines, whole, place), style);
  const blocks = brought.flatMap((one) => relaid(one.text, from.source.text, source.text).split(style.eol));
  return {
    edits: [
      {
        file: place.file,
        edits: blocks.length === 0 ? [edit] : [insertBefore(source.text, whole.start, blocks, style), edit],
      },
    ],
    variables: brought.map(({ name }) => name),
  };
}

/** A block gets an empty line before and after it; a single line gets one after a block in front of it. */
function apart(lines: string[], { start, end }: { start: number; end: number }, { source }: Place): string[] {
  const isBlock = lines.length > 1;
  const isBehindBlock = source.text.slice(start, end).includes("\n");
  const isFollowed = /^[^\n]*\n[ \t]*[^\s]/.test(source.text.slice(end));
  return [...(isBlock || isBehindBlock ? [""] : []), ...lines, ...(isBlock && isFollowed ? [""] : [])];
}
