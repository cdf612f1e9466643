import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Gives text a colour. Where colours are not wanted, `forTerminal` takes them out again. */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { validateStream: false });
}
