/** The maximum length of a message in characters; it may quote text that a config made up. */
export const longestMessage = 600;

/** Text with its end replaced by `…` where it is longer. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = /[\ud800-\udbff]/.test(text[longest - 1]!) ? longest - 1 : longest;
  return `${text.slice(0, end)}…`;
}
