import { isSpace } from "./characters.ts";
import { hold, holdElements, work } from "./limits.ts";
import { Value } from "./value.ts";

/** Joins values as `concat` does: lists to one list, anything else as text with single spaces between. */
export function concatenate(values: readonly Value[]): Value {
  if (values.some((value) => value.opaque)) return Value.unknown();
  if (values.every((value) => value.shape === "list")) {
    holdElements(values.reduce((sum, value) => sum + value.elements.length, 0));
    return Value.list(values.flatMap((value) => value.elements));
  }
  if (values.some((value) => value.unknown)) return Value.unknown();
  let text = "";
  values.forEach((value, index) => {
    const trimmed = trim(value.text);
    hold(trimmed.length + 1);
    work(value.text.length);
    text += trimmed;
    if (trimmed !== "" && index < values.length - 1) text += " ";
  });
  return new Value(text);
}

// A space after a backslash belongs to the word before it.
function trim(text: string): string {
  let start = 0;
  while (start < text.length && isSpace(text.charCodeAt(start))) start++;
  let end = text.length;
  while (end > start && isSpace(text.charCodeAt(end - 1))) {
    if (end - start > 1 && text[end - 2] === "\\") break;
    end--;
  }
  return text.slice(start, end);
}
