/** Lines before and after one that differs, which show where it is. */
const AROUND = 2;

/** Rows that follow each other and are all near to something that differs, or all far from it. */
export interface Hunk<Row> {
  rows: Row[];
  isFar: boolean;
}

/** Takes rows apart into what is near to something that differs, and what is between. */
export function hunksOf<Row>(rows: readonly Row[], differs: (row: Row) => boolean): Hunk<Row>[] {
  const near = new Uint8Array(rows.length);
  for (const [i, row] of rows.entries())
    if (differs(row)) near.fill(1, Math.max(0, i - AROUND), i + AROUND + 1);
  const hunks: Hunk<Row>[] = [];
  for (const [i, row] of rows.entries()) {
    const isFar = near[i] === 0;
    const last = hunks.at(-1);
    if (last?.isFar === isFar) last.rows.push(row);
    else hunks.push({ rows: [row], isFar });
  }
  return hunks;
}
