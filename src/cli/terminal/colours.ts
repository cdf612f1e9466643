import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Gives text a colour, or leaves it alone. */
export type Paint = (style: Style, text: string) => string;

/**
 * Colours for a terminal that wants them. `--no-color` and `NO_COLOR` say no, then `FORCE_COLOR` says yes, for a pipe,
 * too (or no, where it is 0).
 */
export function paintFor(stream: { isTTY?: boolean }, wanted: boolean): Paint {
  return wanted && isColourful(stream, process.env)
    ? (style, text) => styleText(style, text, { validateStream: false })
    : (_, text) => text;
}

function isColourful({ isTTY }: { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTTY === true && TERM !== "dumb";
}
