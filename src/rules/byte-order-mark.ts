import type { Edit } from "../edit/edit.ts";
import { asUtf8, type MarkedEncoding, markedEncoding, markLength } from "../openocd/byte-order-mark.ts";
import type { Place } from "../openocd/place.ts";
import type { Observation, Rule } from "./rule.ts";

export const byteOrderMark: Rule = {
  id: "byte-order-mark",
  severity: "error",
  title: "a script begins with a byte order mark",
  why:
    "Some editors, and `>` of PowerShell, write bytes at the start of a file that mark its encoding. OpenOCD reads them as part of the " +
    'first command\'s name and stops with `invalid command name "…"`, even where line 1 is a comment.',
  *check({ config }) {
    for (const { code, at } of config.problems) {
      const encoding = at && markedEncoding(at.source.text);
      if (code === "byte-order-mark" && encoding !== undefined) yield report(at!, encoding);
    }
  },
};

function report(at: Place, encoding: MarkedEncoding): Observation {
  return {
    message:
      encoding === "UTF-8"
        ? "the file begins with a byte order mark, which OpenOCD takes for part of the first command"
        : `the file is encoded as ${encoding}; OpenOCD reads bytes, such as UTF-8`,
    notes: ['save the file as "UTF-8", not as "UTF-8 with BOM" or "Unicode"'],
    at,
    fix: {
      safety: "safe",
      title: encoding === "UTF-8" ? "remove the byte order mark" : "save the file as UTF-8",
      edits: [{ file: at.file, edits: [recode(at.source.text, encoding)] }],
      // The file was unreadable before, so the fix may change anything.
      changes: encoding === "UTF-8" ? [] : [{ kind: "script" }],
    },
  };
}

function recode(text: string, encoding: MarkedEncoding): Edit {
  if (encoding === "UTF-8") return { offset: 0, length: markLength(encoding), content: "" };
  return { offset: 0, length: text.length, content: asUtf8(text, encoding) };
}
