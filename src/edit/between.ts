import { diffArrays } from "diff";
import type { Edit } from "./edit.ts";

/** The edits, in whole lines, that make one text of another. */
export function editsBetween(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let offset = 0;
  let open: Edit | undefined;
  for (const { value, added, removed } of diffArrays(linesOf(before), linesOf(after))) {
    const text = value.join("");
    if (!added && !removed) {
      open = undefined;
      offset += text.length;
      continue;
    }
    if (open === undefined) {
      open = { offset, length: 0, content: "" };
      edits.push(open);
    }
    if (added) open.content += text;
    else {
      open.length += text.length;
      offset += text.length;
    }
  }
  return edits;
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}
