/** The output of a run, in bounded memory. */
export interface RunLog {
  add(line: string): void;
  /** All lines, the middle left out where they are too many. */
  text(): string;
}

/** A log that keeps the first and the last `limit / 2` characters of the output. */
export function runLog(limit: number = 1 << 20): RunLog {
  const half = limit / 2;
  const first: string[] = [];
  let begun = 0;
  // The last lines in two lists: the older one is dropped as a whole, so that a flood of short lines costs little.
  let older: string[] = [];
  let newer: string[] = [];
  let size = 0;
  let dropped = 0;
  return {
    add(line) {
      const length = line.length + 1;
      if (newer.length === 0 && older.length === 0 && begun + length <= half) {
        first.push(line);
        begun += length;
        return;
      }
      if (size + length > half / 2) {
        dropped += older.length;
        older = newer;
        newer = [];
        size = 0;
      }
      newer.push(line);
      size += length;
    },
    text() {
      const gap = dropped > 0 ? [`[${dropped} lines left out]`] : [];
      return [...first, ...gap, ...older, ...newer].map((line) => `${line}\n`).join("");
    },
  };
}
