import { type Kind, kinds } from "./inputs.ts";
import { type Fault, faultKinds } from "./judge.ts";
import type { Report } from "./worker.ts";

/** What came of the inputs of one kind. */
interface Row {
  inputs: number;
  withFindings: number;
  fixed: number;
  faults: Record<Fault["what"], number>;
  slowestMs: number;
}

/** Counts by kind. */
export class Tally {
  readonly #rows = new Map<Kind, Row>(kinds.map((kind) => [kind, emptyRow()]));

  add({ kind, hasFindings, isFixed, faults, ms }: Omit<Report, "index" | "totalMs">): void {
    const row = this.#rows.get(kind)!;
    row.inputs++;
    row.withFindings += Number(hasFindings);
    row.fixed += Number(isFixed);
    // An input counts once for each way in which it went wrong.
    for (const what of new Set(faults.map((fault) => fault.what))) row.faults[what]++;
    row.slowestMs = Math.max(row.slowestMs, ms);
  }

  /** The counts with their heads, and all of them together in the end. */
  table(): { head: string[]; rows: string[][] } {
    const all = [...this.#rows.values()].reduce(sum, emptyRow());
    const rows = [...this.#rows, ["all", all] as const];
    return {
      head: ["", "inputs", "with findings", "fixed", ...faultKinds, "slowest ms"],
      rows: rows.map(([name, row]) => [name, ...cells(row)]),
    };
  }
}

function emptyRow(): Row {
  const faults = Object.fromEntries(faultKinds.map((what) => [what, 0])) as Row["faults"];
  return { inputs: 0, withFindings: 0, fixed: 0, faults, slowestMs: 0 };
}

function sum(a: Row, b: Row): Row {
  const faults = faultKinds.map((what) => [what, a.faults[what] + b.faults[what]]);
  return {
    inputs: a.inputs + b.inputs,
    withFindings: a.withFindings + b.withFindings,
    fixed: a.fixed + b.fixed,
    faults: Object.fromEntries(faults),
    slowestMs: Math.max(a.slowestMs, b.slowestMs),
  };
}

function cells({ inputs, withFindings, fixed, faults, slowestMs }: Row): string[] {
  const counts = [inputs, withFindings, fixed, ...faultKinds.map((what) => faults[what])];
  return [...counts.map(String), slowestMs.toFixed(0)];
}
