import { layout } from "./layout.ts";
import { outline } from "./outline.ts";
import { print } from "./print.ts";
import { text } from "./text.ts";
import { tokens } from "./tokens.ts";

/** The page's whole style sheet. */
export function style(): string {
  return [tokens, layout, outline, text, print].join("");
}
