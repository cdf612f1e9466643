/** Commands that messages name, to be typed. */

import { fileNameBytes, isText } from "../files/file-names.ts";

/** What a terminal must not get as it is. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

const SAFE = /^[\w@%+=:,./-]+$/;

/** A command line of ours, as one types it. */
export function ownCommand(words: readonly string[], platform?: NodeJS.Platform): string {
  return shellQuote(["l5cfg-fix", ...words], platform);
}

/** A command as one types it into a shell: POSIX, or Windows's own where the platform is `win32`. */
export function shellQuote(argv: readonly string[], platform: NodeJS.Platform = process.platform): string {
  return argv.map(platform === "win32" ? quoteForWindows : quoteForPosix).join(" ");
}

function quoteForPosix(word: string): string {
  if (SAFE.test(word)) return word;
  // Bash, zsh and ksh take bytes by number, as POSIX does since 2024.
  if (!isText(word) || UNPRINTABLE.test(word))
    return `$'${fileNameBytes(word).replace(/[^ -&(-[\]-~]/g, byNumber)}'`;
  return /[$`"\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}

function byNumber(byte: string): string {
  return `\\${byte.charCodeAt(0).toString(8).padStart(3, "0")}`;
}

// PowerShell would take @ and commas for its own. Backslashes count only in front of a quote (Microsoft, "Parsing C command-line arguments").
function quoteForWindows(word: string): string {
  if (/^[\w+=:./\\-]+$/.test(word)) return word;
  return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, "$&$&")}"`;
}

/** What else to know to type a command, or nothing: PowerShell takes a program in quotes for a text. */
export function typingNote([program = ""]: readonly string[], platform = process.platform): string {
  const isQuoted = platform === "win32" && quoteForWindows(program) !== program;
  return isQuoted ? "\n\nIn PowerShell, put & in front of it." : "";
}
