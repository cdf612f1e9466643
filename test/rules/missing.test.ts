import { describe, expect, it } from "vitest";
import { fix, g0, helpers, rulesOf, text } from "./g0.ts";
import { fix as fixIn } from "./support.ts";

it("finds nothing in a whole config", () => {
  expect(fix(text(g0))).toMatchObject({ files: [], fixed: [], left: [] });
});

describe("a directive that is taken away", () => {
  it.each([
    ["swj", "source-missing"],
    ["mem", "source-missing"],
    ["tap", "tap-missing"],
    ["dap", "dap-missing"],
    ["target", "target-missing"],
    ["area", "work-area-missing"],
    ["flash", "flash-bank-missing"],
    ["otp", "flash-bank-missing"],
    ["name", "variable-unset"],
  ] as const)("%s is told by %s, and put back", (line, rule) => {
    const patch = fix(text({ ...g0, [line]: "# gone" }));
    expect(new Set(rulesOf(patch))).toEqual(new Set([rule]));
    expect(patch.left).toEqual([]);
    const sorted = (all: string) => all.split("\n").sort();
    expect(sorted(patch.files[0]!.after.replace("# gone\n", ""))).toEqual(sorted(text(g0)));
  });

  it.each([
    ["chip", "CHIPNAME", "stm32g0x"],
    ["size", "WORKAREASIZE", "0x1000"],
  ] as const)("%s is set in OpenOCD's idiom", (line, name, value) => {
    const patch = fix(text({ ...g0, [line]: "# gone" }));
    expect(rulesOf(patch)).toEqual(["variable-unset"]);
    expect(patch.files[0]!.after).toMatch(
      new RegExp(
        `if \\{ \\[info exists ${name}\\] \\} \\{\\n\\s+set _${name} \\$${name}\\n\\} else \\{\\n\\s+set _${name} ${value}\\n\\}\\n`,
      ),
    );
  });
});

it("restores several, each after its dependencies, and changes nothing a second time", () => {
  const procs = "proc secure {} { global _CHIPNAME; $_CHIPNAME.dap apcsw 1 }\n";
  const patch = fix(text({ ...g0, dap: "", target: "", area: "" }) + procs);
  expect(patch.left).toEqual([]);
  const { after } = patch.files[0]!;
  expect(after.indexOf("dap create")).toBeLessThan(after.indexOf("target create"));
  expect(fix(after)).toMatchObject({ files: [], left: [] });
});

describe("what the config does not show", () => {
  it("is the value of a variable without a common meaning", () => {
    const patch = fix(text({ ...g0, area: g0.area.replace("$_WORKAREASIZE", "$MY_SIZE") }));
    expect(patch.files).toEqual([]);
    expect(patch.left[0]!.finding).toMatchObject({
      rule: "variable-unset",
      notes: [expect.stringContaining("user of this config")],
    });
  });

  it("is a helper that no search path has", () => {
    const patch = fix(text({ ...g0, swj: "" }), undefined, { "mem_helper.tcl": helpers["mem_helper.tcl"] });
    expect(patch.files).toEqual([]);
    expect(patch.left[0]!.finding.rule).toBe("source-missing");
  });

  it("is the chip of a config without a chip's name", () => {
    const patch = fix(text({ ...g0, chip: "set _CHIPNAME acme", target: "" }), "target/acme.cfg");
    expect(patch.files).toEqual([]);
    expect(patch.left.map(({ finding }) => finding.rule)).toContain("target-missing");
  });
});

describe("a script of another name", () => {
  const common = text({ ...g0, swj: "", mem: "", chip: "", event: "proc acme_clock {} { echo clock }" });
  const own = `${g0.swj}\n${g0.mem}\n${g0.chip}\n$_TARGETNAME configure -event reset-init { acme_clock }\nacme_clock\n`;

  it("is sourced where it alone defines what is used", () => {
    const patch = fix(own, undefined, { ...helpers, "target/common.cfg": common });
    expect(rulesOf(patch)).toContain("source-missing");
    expect(patch.files[0]!.after).toContain(
      `${g0.chip}\nsource [find target/common.cfg]\n$_TARGETNAME configure`,
    );
    expect(patch.left).toEqual([]);
  });

  it("is sourced at the top, once, where procs use its procs and it is a helper", () => {
    const procs = "proc one {} {\n  acme_clock\n}\nproc two {} {\n  set now [acme_clock]\n}\n";
    const acme = "proc acme_clock {} {\n  return [mrw 0x40000000]\n}\n";
    const patch = fix(text(g0) + procs, undefined, { ...helpers, "target/acme.tcl": acme });
    expect(patch.files.map(({ after }) => after)).toEqual([
      `source [find target/acme.tcl]\n${text(g0)}${procs}`,
    ]);
    expect(patch.left).toEqual([]);
  });

  it("is not where two do", () => {
    const patch = fix(own, undefined, { ...helpers, "target/a.cfg": common, "target/b.cfg": common });
    expect(patch.files.map(({ after }) => after).join()).not.toContain("source [find target/a.cfg]");
  });
});

describe("what is there twice", () => {
  it("is taken away where it says the same", () => {
    const patch = fix(text({ ...g0, dap: `${g0.dap}\n${g0.dap}` }));
    expect(rulesOf(patch)).toEqual(["created-twice"]);
    expect(patch.files[0]!.after).toBe(text(g0));
  });

  it("is left to a person where it says something else", () => {
    const patch = fix(text({ ...g0, target: `${g0.target}\n${g0.target} -ap-num 1` }));
    expect(patch.files).toEqual([]);
    expect(patch.left[0]!.finding).toMatchObject({ rule: "created-twice" });
  });
});

describe("a work area", () => {
  const at = (phys: string, size = "0x1000") =>
    fix(text({ ...g0, area: g0.area.replace("0x20000000", phys).replace("$_WORKAREASIZE", size) })).left;

  it.each([
    ["0x08000000", "0x1000", "error", "is not in RAM"],
    ["0x3ffff000", "0x2000", "error", "is not in RAM"],
    ["0x30000000", "0x1000", "warning", "has no TrustZone"],
    ["0x20000000", "0x24001", "warning", "larger than the RAM of any STM32G0"],
  ])("at %s of %s bytes is said: %s, %s", (phys, size, severity, words) => {
    expect(at(phys, size)).toMatchObject([
      { finding: { rule: "work-area-outside-ram", severity, message: expect.stringContaining(words) } },
    ]);
  });

  it("in other RAM of the chip is accepted", () => {
    expect(at("0x20000400", "0x800")).toEqual([]);
  });

  it("that only the larger members have is accepted", () => {
    expect(at("0x20000000", "0x24000")).toEqual([]);
  });
});

it("a config that a command needs is sourced before init", () => {
  const files = { "cpld/x.cfg": "jtag newtap x tap -irlen 6\nproc x_program {tap} { irscan $tap 1 }\n" };
  const config = "adapter driver dummy\nadapter speed 100\ninit\nx_program x.tap\n";
  const patch = fixIn(config, { files });
  expect(patch.fixed.map(({ rule }) => rule)).toEqual(["source-missing"]);
  expect(patch.after).toBe(config.replace("init", "source [find cpld/x.cfg]\ninit"));
});
