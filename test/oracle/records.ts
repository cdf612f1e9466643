/**
 * Reads the records `tcl/after.tcl` writes: the number of fields, then each field as its length and its bytes.
 * Throws where the text is cut short, for a half-told answer is none.
 */
export function readRecords(text: string, context = ""): string[][] {
  const records: string[][] = [];
  let at = 0;
  const readNumber = (): number => {
    const end = text.indexOf("\n", at);
    const digits = text.slice(at, end);
    if (end < 0 || !/^\d+$/.test(digits))
      throw new Error(`no number at ${at}: ${JSON.stringify(digits)}\n${context}`);
    at = end + 1;
    return Number(digits);
  };
  const readField = (): string => {
    const length = readNumber();
    const field = text.slice(at, at + length);
    if (text[at + length] !== "\n") throw new Error(`no end of field at ${at + length}`);
    at += length + 1;
    return field;
  };
  for (;;) {
    const record = Array.from({ length: readNumber() }, readField);
    if (record[0] === "end") return records;
    records.push(record);
  }
}
