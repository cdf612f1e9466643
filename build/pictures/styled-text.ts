/** A piece of a terminal's text in one style. */
export interface Piece {
  text: string;
  /** Names of classes: `bold`, `red` and so on. */
  classes: readonly string[];
}

const classOf: Readonly<Record<string, string>> = {
  1: "bold",
  2: "dim",
  31: "red",
  32: "green",
  33: "yellow",
  36: "cyan",
};

/** What turns a style off again: 22 does for two. */
const endOf: Readonly<Record<string, readonly string[]>> = {
  22: ["bold", "dim"],
  39: ["red", "green", "yellow", "cyan"],
  0: ["bold", "dim", "red", "green", "yellow", "cyan"],
};

/** A terminal's text, line by line, in pieces of one style. Throws for a style that is not known here. */
export function styledLines(text: string): Piece[][] {
  let classes: readonly string[] = [];
  return text.split("\n").map((line) => {
    const [plain, ...styled] = line.split("\x1b[");
    const pieces: Piece[] = [{ text: plain!, classes }];
    for (const part of styled) {
      const end = part.indexOf("m");
      classes = changed(classes, part.slice(0, end) || "0");
      pieces.push({ text: part.slice(end + 1), classes });
    }
    return pieces.filter((piece) => piece.text !== "");
  });
}

function changed(classes: readonly string[], code: string): readonly string[] {
  const begun = classOf[code];
  const ended = endOf[code];
  if (begun !== undefined) return [...classes, begun];
  if (ended !== undefined) return classes.filter((one) => !ended.includes(one));
  throw new Error(`a style that is not known: ${code}`);
}

/** Breaks a line at the last blank before the width; what follows is indented as the line is. */
export function wrapped(line: readonly Piece[], width: number): Piece[][] {
  const text = line.map((piece) => piece.text).join("");
  if (text.length <= width) return [[...line]];
  const indent = /^ */.exec(text)![0];
  const blank = text.lastIndexOf(" ", width);
  const end = blank > indent.length ? blank : width;
  const [head, tail] = [cut(line, 0, end), cut(line, end, text.length)];
  const rest = [{ text: indent, classes: [] }, ...trimmed(tail)];
  return [head, ...wrapped(rest, width)];
}

function cut(line: readonly Piece[], from: number, to: number): Piece[] {
  let offset = 0;
  return line.flatMap(({ text, classes }) => {
    const part = text.slice(Math.max(0, from - offset), Math.max(0, to - offset));
    offset += text.length;
    return part === "" ? [] : [{ text: part, classes }];
  });
}

function trimmed([first, ...others]: readonly Piece[]): Piece[] {
  return first === undefined ? [] : [{ ...first, text: first.text.trimStart() }, ...others];
}
