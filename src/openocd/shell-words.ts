/** What ends a command in a shell, outside of quotes. */
const ENDS = /[;|&<>\n]/;

/** Words of a command line, as sh takes them apart; the command ends at the first `;`, `&&`, `|` or `>`. */
export function shellWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === "\\" && quote !== "'" && isEscape(text[i + 1], quote)) {
      i++;
      // A line that goes on.
      if (text[i] !== "\n") word = (word ?? "") + text[i]!;
    } else if (quote !== "") {
      if (char === quote) quote = "";
      else word += char;
    } else if (char === '"' || char === "'") {
      quote = char;
      word ??= "";
    } else if (/[ \t\r]/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (ENDS.test(char)) {
      // In `2>&1` the number belongs to the arrow.
      if (/[<>]/.test(char) && /^\d$/.test(word ?? "")) word = undefined;
      break;
    } else word = (word ?? "") + char;
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** In Windows paths a backslash is an ordinary character. */
function isEscape(next: string | undefined, quote: string): boolean {
  return next !== undefined && (quote === "" ? /[\s"'\\$;&|()*?#]/ : /["\\$`\n]/).test(next);
}
