/**
 * What terminals, build servers and editors put in front of a program's lines: times, names of programs in brackets,
 * prompts and marks of quotation.
 */
const noise: readonly RegExp[] = [
  // 2024-05-01T10:00:00.1234567Z, 10:53:00.123, [10:53:00], followed by an arrow or a bar
  /[[(]?(?:\d{4}[-/]\d\d[-/]\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?[\])]?(?: ?(?:->|\||:|-))? {1,4}/y,
  // [   12.345678], seconds since the start
  /\[ {0,8}\d{1,9}\.\d{1,9}\] {1,4}/y,
  // [openocd], [stderr], openocd[123]:
  /\[(?:openocd|OpenOCD|std(?:err|out))(?:\.exe)?(?:\[\d{1,9}\])?\]:? {0,4}/y,
  /(?:openocd|OpenOCD)(?:\.exe)?(?:\[\d{1,9}\])? ?[:>] {1,4}/y,
  // board-1  | , as the names of containers that run side by side
  /[\w.-]{1,40} {1,12}\| /y,
  // > quoted, | boxed, and telnet's prompt
  /[>|] {0,4}/y,
  /[ \t]{1,64}/y,
];

/** More than this many are no noise any more. */
const MOST = 12;

/** A line without what others than OpenOCD put in front of it. */
export function withoutNoise(text: string): string {
  let start = 0;
  for (let round = 0; round < MOST; round++) {
    const before = start;
    for (const one of noise) {
      one.lastIndex = start;
      if (one.test(text)) start = one.lastIndex;
    }
    if (start === before) break;
  }
  return text.slice(start);
}
