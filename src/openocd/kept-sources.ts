import { cacheScripts } from "../tcl/program.ts";
import { Source } from "../tcl/source.ts";

/** Characters of texts that are kept. The scripts that many configs share are a tenth of it. */
const MOST_KEPT = 200_000;

/** The texts that were run last, by path, the latest at the end, with what was made of the scripts in them. */
const kept = new Map<string, Source>();
let size = 0;

/** A file's text as a source: the one that was run before where it still has that text, so that it need not be read again. */
export function keptSource(path: string, text: string): Source {
  const known = kept.get(path);
  if (known?.text === text) {
    kept.delete(path);
    kept.set(path, known);
    return known;
  }
  const source = new Source(path, text);
  if (known !== undefined) forget(known);
  if (text.length <= MOST_KEPT) keep(source);
  return source;
}

function keep(source: Source): void {
  cacheScripts(source);
  kept.set(source.name, source);
  size += source.text.length;
  for (const oldest of kept.values()) {
    if (size <= MOST_KEPT) break;
    forget(oldest);
  }
}

function forget({ name, text }: Source): void {
  kept.delete(name);
  size -= text.length;
}
