/** What a run printed, in no more memory than is allowed. */
export interface RunLog {
  add(line: string): void;
  /** All lines, the middle left out where they are too many. */
  text(): string;
}

/** A log that keeps the first and the last of what is said, half of `limit` characters each. */
export function runLog(limit: number = 1 << 20): RunLog {
  const first: string[] = [];
  const last: string[] = [];
  const half = limit / 2;
  let begun = 0;
  let kept = 0;
  let dropped = 0;
  return {
    add(line) {
      const size = line.length + 1;
      if (last.length === 0 && begun + size <= half) {
        first.push(line);
        begun += size;
        return;
      }
      last.push(line);
      kept += size;
      while (kept > half) {
        kept -= last.shift()!.length + 1;
        dropped++;
      }
    },
    text() {
      const gap = dropped > 0 ? [`[${dropped} lines left out]`] : [];
      return [...first, ...gap, ...last].map((line) => `${line}\n`).join("");
    },
  };
}
