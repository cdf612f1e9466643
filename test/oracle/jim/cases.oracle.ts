import { expect, it } from "vitest";
import { cases } from "../../tcl/cases/index.ts";
import { type Answer, describeWithJudge, judge, judgedJim, runJudge } from "./judge.ts";
import { type Ours, runOurs } from "./ours.ts";

const name = judge ?? "no judge";

function shown(answer: Answer | Ours | { code: number; result: string }): string {
  return typeof answer === "string" ? answer : `${answer.code}: ${answer.result}`;
}

describeWithJudge("the cases in the unit tests", () => {
  it.each(Object.entries(cases))(`are what ${name} says: %s`, (_, scripts) => {
    const jim = judgedJim();
    const answers = runJudge(scripts.map(([script]) => script));
    scripts.forEach(([script, code, result], i) => {
      // The cases say what 0.81 does; with another Jim we are compared ourselves.
      const ours = jim.version === "0.81" ? { code, result } : runOurs(script, `p${i}`, jim);
      expect.soft(shown(answers[i]!), script).toEqual(shown(ours));
    });
  });
});
