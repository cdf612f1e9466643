import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Gives text a colour, or leaves it alone. */
export type Paint = (style: Style, text: string) => string;

/** Colours for a terminal that wants them: `NO_COLOR` and `--no-color` say no. */
export function paintFor(stream: { isTTY?: boolean }, wanted: boolean): Paint {
  const colourful = wanted && stream.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";
  return colourful ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
}
