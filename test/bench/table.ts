import type { Result } from "./measure.ts";

/** Prints rows in columns, the first of which is text and the rest figures. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join("  ");
  for (const row of all) console.log(line(row));
}

export function printResults(results: readonly Result[]): void {
  const head = ["", "ours", "theirs", "against", "ratio", "target", ""];
  printTable(head, results.map(cells));
}

function cells({ what, our, their, against, target, unit }: Result): string[] {
  const isCost = "cost" in target;
  const ratio = isCost ? our / their : their / our;
  const wanted = isCost ? `at most ${target.cost}` : `at least ${target.speed}`;
  const isMet = isCost ? ratio <= target.cost : ratio >= target.speed;
  return [
    what,
    figure(our, unit),
    figure(their, unit),
    against,
    ratio.toFixed(2),
    wanted,
    isMet ? "met" : "missed",
  ];
}

export function figure(value: number, unit: string): string {
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`;
}
