import { expect, it } from "vitest";
import type { Config } from "../../src/openocd/model.ts";
import type { Place } from "../../src/openocd/place.ts";
import type { Change } from "../../src/rules/change.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { fix } from "../rules/support.ts";

/** A rule that replaces what stands at a place. */
function replacing(
  id: string,
  find: (config: Config) => Place | undefined,
  content: string,
  changes: Change[],
): Rule {
  return {
    ...{ id, severity: "error", title: id, why: id },
    *check({ config }) {
      const at = find(config);
      if (at === undefined) return;
      const edits = [{ offset: at.start, length: at.end - at.start, content }];
      yield {
        message: id,
        notes: [],
        at,
        fix: { safety: "safe", title: id, edits: [{ file: at.file, edits }], changes },
      };
    },
  };
}

const setTo = (name: string, value: string) => (config: Config) =>
  config.variables[name] === value ? config.variablesSetAt.get(name) : undefined;

it("a fix that was taken back for want of another one is tried again on top of it", () => {
  const rules = [
    replacing("needs-helper", setTo("b", "0"), "set b [helper]", [{ kind: "variable", name: "b" }]),
    replacing("takes-away", setTo("c", "0"), "", []),
    replacing("harmless", setTo("d", "0"), "set d 1", [{ kind: "variable", name: "d" }]),
    replacing(
      "helper",
      ({ procs }) => procs.find(({ name }) => name === "nothing")?.at,
      "proc helper {} {return 1}",
      [
        { kind: "proc", name: "nothing" },
        { kind: "proc", name: "helper" },
      ],
    ),
  ];
  const { after, left } = fix("source [find z.tcl]\nset b 0\nset c 0\nset d 0\n", {
    files: { "z.tcl": "proc nothing {} {return 1}\n" },
    rules,
    transports: ["swd"],
  });
  expect(after).toBe("source [find z.tcl]\nset b [helper]\nset c 0\nset d 1\n");
  expect(left.map(({ finding }) => finding.rule)).toEqual(["takes-away"]);
});
