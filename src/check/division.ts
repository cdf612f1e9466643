import type { Finding } from "../rules/finding.ts";
import type { Objection } from "./verify.ts";

/** What becomes of fixes that were tried together and objected to. */
export interface Division {
  /** Those that are taken back, with the reason. */
  refused: ReadonlyMap<Finding, string>;
  /** The groups in which the others are tried next. */
  next: Finding[][];
}

/**
 * Which fixes of a group are taken back: those that a run proves wrong, and the only suspect of a run. Where there are none,
 * the suspects of all runs are halved at once, so that many faults need hardly more attempts than one.
 */
export function divided(group: readonly Finding[], objections: readonly Objection[]): Division {
  const refused = new Map<Finding, string>();
  const open: (readonly Finding[])[] = [];
  for (const { why, blamed = [], suspects = group } of objections) {
    const guilty = group.filter((one) => blamed.includes(one));
    const concerned = group.filter((one) => suspects.includes(one));
    const suspected = concerned.length > 0 ? concerned : group;
    if (guilty.length === 0 && suspected.length > 1) open.push(suspected);
    else
      for (const one of guilty.length > 0 ? guilty : suspected) if (!refused.has(one)) refused.set(one, why);
  }
  const rest = group.filter((one) => !refused.has(one));
  const next = refused.size > 0 ? [rest] : halved(rest, open);
  return { refused, next: next.filter((one) => one.length > 0) };
}

/** Those whom no run suspects, then one half of each run's suspects, then the other. */
function halved(group: readonly Finding[], suspects: readonly (readonly Finding[])[]): Finding[][] {
  const half = new Map<Finding, boolean>();
  for (const all of suspects) {
    all.forEach((one, i) => {
      if (!half.has(one)) half.set(one, i < all.length >> 1);
    });
  }
  return [undefined, true, false].map((which) => group.filter((one) => half.get(one) === which));
}
