/** JSON that others may have written: its shape is checked before anything is done with it. */

import * as v from "valibot";
import { staysInside } from "./paths.ts";

/** The value of a JSON text, or why it is not what it should be: `is damaged: "files[0].path" is missing or wrong`. */
export type Shaped<T> = { value: T } | { why: string; isNewer?: true };

/** What JSON files of ours begin with: a number that is raised when an older reader could misread one. */
const headShape = v.object({ schema: v.number() });

/** Reads a JSON text of ours. `what` names it in messages: `a manifest`. */
export function parseShaped<T>(
  text: string,
  shape: v.GenericSchema<unknown, T>,
  { schema, what }: { schema: number; what: string },
): Shaped<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { why: "is not JSON" };
  }
  const head = v.safeParse(headShape, value);
  if (!head.success) return { why: `is no ${what} of l5cfg-fix` };
  if (head.output.schema > schema) {
    return {
      isNewer: true,
      why: `has schema ${head.output.schema}, this l5cfg-fix knows ${schema}: a newer one wrote it; update l5cfg-fix`,
    };
  }
  const { success, output, issues } = v.safeParse(shape, value, { abortEarly: true });
  return success
    ? { value: output }
    : { why: `is damaged: "${placeOfIssue(issues[0])}" is missing or wrong` };
}

/** Where in the JSON something is wrong: `files[0].path`. */
function placeOfIssue({ path }: v.BaseIssue<unknown>): string {
  return (path ?? [])
    .map(({ key }) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

/** Text that is one line: it is printed, and written into comments. */
export const line: v.GenericSchema<unknown, string> = v.pipe(v.string(), v.regex(/^\P{Cc}*$/u));

/** SHA-256 in lower-case hex. */
export const hash: v.GenericSchema<unknown, string> = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** A name that stays inside the folder it is relative to. */
export const innerName: v.GenericSchema<unknown, string> = v.pipe(v.string(), v.check(staysInside));

/** An absolute path, as this system or another one spells it. */
export const absolutePath: v.GenericSchema<unknown, string> = v.pipe(
  v.string(),
  v.regex(/^(?:\/|[A-Za-z]:[\\/]|\\\\)[^\0]*$/),
);
