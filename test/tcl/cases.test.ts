import { describe, expect, it } from "vitest";
import { runOurs } from "../oracle/jim/ours.ts";
import { cases } from "./cases/index.ts";

for (const [subject, scripts] of Object.entries(cases)) {
  describe(subject, () => {
    it.each(scripts)("%j", (script, code, result) => {
      expect(runOurs(script, "test")).toMatchObject({ code, result });
    });
  });
}
