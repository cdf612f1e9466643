import type { Confirmation, ConfirmedRun } from "../../check/confirmation.ts";
import { count } from "../count.ts";
import type { AnyResult } from "../result.ts";

/** What the OpenOCD at hand made of the configs, in a sentence or two; undefined where none was asked. */
export function confirmedText({ confirmed }: Pick<AnyResult, "confirmed">): string | undefined {
  if (confirmed === undefined) return undefined;
  const { program, runs } = confirmed;
  const sides = (["original", "patched"] as const).flatMap((side) => sideText(side, runs) ?? []);
  return `OpenOCD ${program.version} ran ${sides.join("; ")}. ${verdict(confirmed)}`;
}

const names = { original: "the configs as they are", patched: "those that a fix changes" };

function sideText(side: ConfirmedRun["side"], runs: readonly ConfirmedRun[]): string | undefined {
  const own = runs.filter((run) => run.side === side);
  if (own.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const { says } of own) counts.set(words[says], (counts.get(words[says]) ?? 0) + 1);
  const parts = [...counts].map(([word, number]) => `${number} ${word}`);
  return `${names[side]} in ${count(own.length, "run")}: ${parts.join(", ")}`;
}

const words: Readonly<Record<ConfirmedRun["says"], string>> = {
  accepted: "accepted",
  refused: "refused",
  init: "accepted up to init",
  shutdown: "ended by the config",
  timeout: "without an end",
  output: "with too much output",
  killed: "crashed",
  unasked: "not asked",
};

function verdict({ runs }: Confirmation): string {
  const differing = runs.filter(({ agrees }) => !agrees).length;
  if (differing > 0) return `${count(differing, "run")} went otherwise than expected.`;
  const [unasked] = runs.filter(({ says }) => says === "unasked");
  const why = unasked === undefined ? "" : ` One that was not asked: ${unasked.message}.`;
  return runs.every(({ says }) => says === "unasked")
    ? `Nothing is confirmed.${why}`
    : `All went as expected.${why}`;
}
