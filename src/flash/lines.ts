/** The maximum length of a line, in characters. Longer lines are split. */
const LONGEST = 1 << 16;

/**
 * Gives each line of a stream to `onLine`. Returns a function that gives it the rest, which has no newline at its end.
 */
export function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): () => void {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    let start = 0;
    for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", start)) {
      const line = rest + chunk.slice(start, end);
      rest = "";
      start = end + 1;
      onLine(line.endsWith("\r") ? line.slice(0, -1) : line);
    }
    rest += chunk.slice(start);
    if (rest.length > LONGEST) {
      onLine(rest);
      rest = "";
    }
  });
  return () => {
    if (rest !== "") onLine(rest);
    rest = "";
  };
}
