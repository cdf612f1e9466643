import { commentWordsAt } from "../openocd/comment-words.ts";
import type { Fix } from "./finding.ts";
import { type Refused, refusals, severityOf } from "./refusals.ts";
import type { Observation, Rule } from "./rule.ts";

export const commentInCommand: Rule = {
  id: "comment-in-command",
  severity: "error",
  title: "a comment follows a command without a semicolon",
  why:
    "In Tcl `#` begins a comment only where a command could begin. After a command on the same line, `#` and the words after it " +
    'are arguments of that command, which OpenOCD then refuses: `wrong # args: should be "…"`, or how the command is used.',
  *check({ config }) {
    for (const refused of refusals(config, "comment-in-command")) yield report(refused);
  },
};

function report(refused: Refused): Observation {
  const fix = separate(refused);
  return {
    severity: severityOf(refused),
    message: `\`${refused.subject}\` is read as words of the command, not as a comment`,
    notes: [],
    at: refused.at,
    ...(fix && { fix }),
  };
}

function separate({ at }: Refused): Fix | undefined {
  const [first] = commentWordsAt(at);
  return (
    first && {
      safety: "safe",
      title: "end the command with ; before the comment",
      edits: [{ file: at.file, edits: [{ offset: first.start, length: 0, content: ";" }] }],
      changes: [],
    }
  );
}
