import type { Problem } from "../openocd/model.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";
import type { Observation, Rule } from "./rule.ts";

export const swjNewdapRecursion: Rule = {
  id: "swj-newdap-recursion",
  severity: "error",
  title: "swj_newdap and `hla newtap` call each other",
  why:
    "Since 0.12.0 `hla newtap` is only a wrapper that calls `swj_newdap`. The scripts' own target/swj-dp.tcl still makes " +
    "`swj_newdap` out of `hla newtap`, so under HLA the two call each other until OpenOCD gives up with `Infinite eval " +
    "recursion`, and no target of that scripts folder can be used.",
  *check({ config }) {
    const problem = config.problems.find(
      (one) => one.code === "swj-newdap-recursion" && one.at !== undefined,
    );
    if (problem !== undefined) yield report(problem, config.openocd);
  },
};

function report(problem: Problem, openocd: string): Observation {
  const fix = replace(problem);
  return {
    message: `swj_newdap calls \`hla newtap\`, which in OpenOCD ${openocd} calls swj_newdap again`,
    notes: ["`swd newdap` and `jtag newtap` do the same there, under HLA as well"],
    at: problem.at!,
    ...(fix === undefined ? {} : { fix }),
  };
}

// `eval` joins its arguments to a script, so one word with a space is fine there. Elsewhere the word must be expanded.
function replace({ at }: Problem): Fix | undefined {
  const words = wordsAt(at!);
  const index = words.findIndex(({ text }, i) => text === "hla" && words[i + 1]?.text === "newtap");
  const [first, second] = [words[index], words[index + 1]];
  if (first === undefined || second === undefined) return undefined;
  const choice = '[expr {[using_jtag] ? "jtag newtap" : "swd newdap"}]';
  const content = words[0]!.text === "eval" ? choice : `{*}${choice}`;
  return {
    safety: "safe",
    title: "declare the TAP with `swd newdap` or `jtag newtap`",
    edits: [{ file: at!.file, edits: [{ offset: first.start, length: second.end - first.start, content }] }],
    changes: [{ kind: "proc", name: "swj_newdap" }],
  };
}
