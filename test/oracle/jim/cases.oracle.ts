import { expect, it } from "vitest";
import { describeWithJimsh } from "../../support/openocd.ts";
import { cases } from "../../tcl/cases/index.ts";
import { runJimsh } from "./jimsh.ts";

describeWithJimsh("the cases in the unit tests", () => {
  it.each(Object.entries(cases))("are what jimsh says: %s", (_, scripts) => {
    const answers = runJimsh(scripts.map(([script]) => script));
    scripts.forEach(([script, code, result], i) => {
      expect(answers[i], script).toMatchObject({ code, result });
    });
  });
});
