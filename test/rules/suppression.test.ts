import { describe, expect, it } from "vitest";
import { suppressionsIn } from "../../src/rules/suppression.ts";
import { findingsIn, fix, placesIn } from "./support.ts";

const target = `swd newdap chip cpu -expected-id 0
dap create chip.dap -chain-position chip.cpu
target create chip.cpu cortex_m -dap chip.dap
`;

describe("a suppression", () => {
  it.each([
    ["# l5cfg-fix disable-next-line reset-config-unknown -- our own build\nreset_config ours\n"],
    ["reset_config ours ;# l5cfg-fix disable-line reset-config-unknown -- our own build\n"],
    ["# l5cfg-fix disable-file reset-config-unknown -- our own build\nadapter speed 1\nreset_config ours\n"],
    ["reset_config ours\n# l5cfg-fix disable-file event-unknown, reset-config-unknown -- our own build\n"],
    ["# l5cfg-fix disable-next-line reset-config-unknown -- ours\n\n# why\nreset_config ours\n"],
    ["#l5cfg-fix disable-next-line reset-config-unknown -- ours\nreset_config \\\n  srst_only \\\n  ours\n"],
    ["# l5cfg-fix disable-next-line reset-config-unknown -- ours\r\nreset_config ours\r\n"],
  ])("silences %j", (text) => {
    expect(placesIn(text).filter((place) => place.startsWith("reset-config"))).toEqual([]);
    expect(fix(text, {}, true).after).toContain("ours");
  });

  it("speaks of lines in handlers, and of the rule that it names only", () => {
    const text = `${target}chip.cpu configure -event halted {
	# l5cfg-fix disable-next-line reset-config-unknown -- our own build
	reset_config ours
	reset_config theirs
}
`;
    expect(placesIn(text, { transports: ["swd"] })).toEqual(["reset-config-unknown:7"]);
  });

  it("leaves a finding that it silences unfixed", () => {
    const text =
      "# l5cfg-fix disable-next-line reset-config-unknown -- ours\nreset_config srst-only\nreset_config none\n";
    const patch = fix(text);
    expect(patch).toMatchObject({ after: text, fixed: [], left: [] });
  });

  it("is a comment; the same words elsewhere are none", () => {
    const text = 'set text "# l5cfg-fix disable-file reset-config-unknown -- no"\nreset_config ours\n';
    expect(placesIn(text)).toEqual(["reset-config-unknown:2"]);
  });
});

describe("a suppression that is wrong", () => {
  it.each([
    ["# l5cfg-fix disable-next-line event-unknown -- why\nadapter speed 1\n", "suppression-unused"],
    ["# l5cfg-fix disable-file event-unknown -- why\nadapter speed 1\n", "suppression-unused"],
    ["  # l5cfg-fix disable-next-line evnt-unknown -- why\r\nadapter speed 1\n", "suppression-unknown"],
    ["adapter speed 1 ;# l5cfg-fix disable-line event-unknown -- why\n", "suppression-unused"],
    ["# l5cfg-fix disable-next-line -- why\nadapter speed 1\n", "suppression-unknown"],
  ])("%j is %s, and taken out", (text, rule) => {
    expect(findingsIn(text)).toMatchObject([{ rule, severity: "warning" }]);
    expect(fix(text)).toMatchObject({ after: "adapter speed 1\n", left: [] });
  });

  it("names the rule that may be meant", () => {
    const [finding] = findingsIn("# l5cfg-fix disable-file evnt-unknown -- why\n");
    expect(finding!.notes).toEqual(["did you mean `event-unknown`?"]);
  });

  it("loses only the rule that is wrong", () => {
    const text =
      "# l5cfg-fix disable-next-line event-unknown, reset-config-unknown, no-such -- ours\nreset_config ours\n";
    expect(placesIn(text)).toEqual(["suppression-unknown:1", "suppression-unused:1"]);
    expect(fix(text).after).toBe(
      "# l5cfg-fix disable-next-line reset-config-unknown -- ours\nreset_config ours\n",
    );
  });

  it("without a reason still silences, and is left to a person", () => {
    const text = "# l5cfg-fix disable-next-line reset-config-unknown\nreset_config ours\n";
    expect(placesIn(text)).toEqual(["suppression-unknown:1"]);
    expect(fix(text)).toMatchObject({ after: text, fixed: [] });
  });

  it("with a scope that does not exist is reported", () => {
    const [finding] = findingsIn("# l5cfg-fix disable-nextline event-unknown -- why\n");
    expect(finding!.message).toBe("disable-nextline means nothing");
  });

  it("is not judged in scripts of others, nor under one transport alone", () => {
    const comment = "# l5cfg-fix disable-file event-unknown -- why\n";
    expect(placesIn("source [find lib.tcl]\n", { files: { "lib.tcl": comment } })).toEqual([]);
    expect(placesIn(comment, { transports: ["swd"] })).toEqual([]);
  });

  it("in a handler is taken out of it", () => {
    const text = `${target}chip.cpu configure -event halted {
	# l5cfg-fix disable-next-line no-such -- why
	echo halted
}
`;
    const { after } = fix(text, { transports: ["swd"] });
    expect(after).toBe(text.replace(/.*no-such.*\n/, ""));
  });
});

describe("reading suppressions", () => {
  it("gives their parts", () => {
    const text = "# l5cfg-fix disable-next-line a, b -- why -- not\ncommand\n";
    const [found] = suppressionsIn({ path: "x.cfg", text });
    expect(found).toMatchObject({ scope: "next-line", reason: "why -- not", line: 2 });
    expect(found!.rules.map(({ id, at }) => [id, at.text])).toEqual([
      ["a", "a"],
      ["b", "b"],
    ]);
  });
});

it("stays with its line where a fix puts another one before it", () => {
  const silent = "# l5cfg-fix disable-next-line reset-config-unknown, event-unknown -- why\n";
  const text = `swd newdap chip cpu -expected-id 0\n${silent}target create chip.cpu cortex_m -dap chip.dap\n`;
  const { after } = fix(text, { transports: ["swd"] });
  expect(after).toBe(text.replace(silent, `dap create chip.dap -chain-position chip.cpu\n${silent}`));
});
