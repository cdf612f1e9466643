import { describe, expect, it } from "vitest";
import { type Comparison, compareConfigs } from "../../src/compare/compare.ts";
import type { LoadOptions } from "../../src/openocd/load.ts";
import { load } from "../openocd/memory.ts";

const chip = (name: string) => `set _CHIPNAME ${name}
jtag newtap $_CHIPNAME cpu -irlen 4 -expected-id 0x0ba04477
dap create $_CHIPNAME.dap -chain-position $_CHIPNAME.cpu
set _TARGETNAME $_CHIPNAME.cpu
target create $_TARGETNAME cortex_m -dap $_CHIPNAME.dap
`;

function compare(file: string, reference: string, options: LoadOptions = { transport: "jtag" }): Comparison {
  return compareConfigs({ file: load(file, options), reference: load(reference, options) });
}

/** What differs, each as `id: where`, or the facts that differ. */
function differences(file: string, reference: string, options?: LoadOptions): string[] {
  return compare(file, reference, options).differences.map(
    ({ id, file, reference, differing }) =>
      `${id}: ${file && reference ? differing.join(", ") : file ? "file" : "reference"}`,
  );
}

const handler = (body: string) => `${chip("a")}$_TARGETNAME configure -event reset-init {${body}}`;
const differsAs = (body: string, other: string) => differences(handler(body), handler(other));

describe("what is the same", () => {
  it.each<[string, string, string]>([
    ["chips of other names", chip("stm32l5"), chip("stm32l5x")],
    ["other ways to a name", chip("a"), chip("a").replaceAll("$_TARGETNAME", "$_CHIPNAME.cpu")],
    ["numbers", "adapter speed 0x10", "adapter speed 16"],
    ["what holds in the end", "adapter speed 1\nadapter speed 2", "adapter speed 2"],
    ["old names", "adapter_khz 100", "adapter speed 100"],
    [
      "the order of flags",
      "reset_config srst_only srst_nogate",
      "reset_config srst_nogate\nreset_config srst_only",
    ],
    ["flags that are so anyway", "reset_config none", "reset_config none separate"],
  ])("%s", (_, file, reference) => {
    expect(differences(file, reference)).toEqual([]);
  });
});

describe("what is not", () => {
  it("comes in the order in which it matters for flashing", () => {
    const reference = `${chip("ref")}
proc helper {} { echo hi }
$_TARGETNAME configure -event reset-init { mww 0 1 }
reset_config srst_only
adapter speed 500
flash bank $_CHIPNAME.flash cfi 0x08000000 0x1000 1 1 $_TARGETNAME
$_TARGETNAME configure -work-area-phys 0x20000000 -work-area-size 0x1000`;
    expect(differences(chip("own"), reference)).toEqual([
      "work-area:own.cpu: reference",
      "flash-bank:own.flash: reference",
      "reset-config: reference",
      "adapter-speed: reference",
      "event:reset-init: reference",
      "proc:helper: reference",
    ]);
  });

  it("reports the facts that differ, the values and the places", () => {
    const bank = (driver: string, base: string) =>
      `${chip(driver)}flash bank x.flash ${driver} ${base} 0 0 0 ${driver}.cpu`;
    const { differences: found } = compare(bank("stm32l4x", "0x08000000"), bank("stm32f1x", "0x08010000"));
    expect(found).toMatchObject([
      {
        id: "flash-bank:x.flash",
        differing: ["driver", "base"],
        file: {
          made: { at: { line: 6 } },
          facts: [{ value: "stm32l4x" }, { value: "at 0x08000000" }, {}, {}],
        },
        reference: { facts: [{ value: "stm32f1x" }, { value: "at 0x08010000" }, {}, {}] },
      },
    ]);
  });

  it("lines banks up by their addresses, whatever they are called", () => {
    const banks = (one: string, two: string) => `${chip("a")}
flash bank $_CHIPNAME.${one} stm32l4x 0x08000000 0 0 0 $_TARGETNAME
flash bank $_CHIPNAME.${two} stm32l4x 0x0C000000 0 0 0 $_TARGETNAME`;
    expect(differences(banks("flash", "flash_sec"), banks("flash_ns", "flash_alias_s"))).toEqual([]);
  });

  it("lines targets up by type and part, and their things with them", () => {
    const core = (name: string, ap: number) => `target create a.${name} cortex_m -dap a.dap -ap-num ${ap}
a.${name} configure -work-area-phys 0x2000000${ap} -work-area-size 16`;
    const base = "jtag newtap a x -irlen 4\ndap create a.dap -chain-position a.x\n";
    const both = `${base}${core("cpu0", 0)}\n${core("cpu1", 3)}`;
    const swapped = `${base}${core("cpu1", 3)}\n${core("cpu0", 0)}`;
    expect(differences(both, swapped)).toEqual([]);
    expect(differences(`${base}${core("cpu1", 3)}`, both)).toEqual([
      "work-area:a.cpu0: reference",
      "target:a.cpu0: reference",
    ]);
  });

  it("holds the order of a scan chain to be meant", () => {
    const taps = ["jtag newtap a cpu -irlen 4", "jtag newtap a bs -irlen 5"];
    expect(differences(taps.join("\n"), [...taps].reverse().join("\n"))).toEqual([
      "tap:a.cpu: chain",
      "tap:a.bs: chain",
    ]);
  });
});

describe("handlers", () => {
  it.each<[string, string, string]>([
    ["comments and blanks", " mww 0x10 1 ", "\n\t# a word\n\tmww   16 \\\n 0x1 ;# another\n"],
    ["quotes and braces", 'echo "a b"', "echo {a b}"],
    ["how an if is written", "if { 1 } { reset } else { halt }", "if {1} then {reset} {halt}"],
    ["expressions", "if {([mrw 4] & 0x10) != 0} {halt}", "if {[expr {[mrw 0x4]&16}]!=0} { halt }"],
    ["names of variables of its own", "set a 1; mww 0 $a", `set b 1; mww 0 $\{b}`],
    ["globals that need no saying", "global _CHIPNAME; echo $_CHIPNAME", "echo $::_CHIPNAME"],
    ["names of things", "a.cpu curstate", "$_TARGETNAME curstate"],
    ["the current target", "[target current] curstate", "a.cpu curstate"],
    ["the DAP of the current target", "[[target current] cget -dap] apcsw 1", "$_CHIPNAME.dap apcsw 1"],
    ["old names of commands", "adapter_khz 100", "adapter speed 100"],
    ["choices", "switch $x { 1 {halt} default {reset} }", "switch $x 1 { halt } default { reset }"],
  ])("are the same for %s", (_, body, other) => {
    expect(differsAs(body, other)).toEqual([]);
    expect(compare(handler(body), handler(other)).respelled).toHaveLength(1);
  });

  it.each<[string, string, string]>([
    ["a number", "mww 0 1", "mww 0 2"],
    ["an order", "mww 0 1; mww 4 1", "mww 4 1; mww 0 1"],
    ["a condition", "if {[mrw 0] & 1} {halt}", "if {[mrw 0] | 1} {halt}"],
    ["one more command", "halt", "halt; halt"],
    ["variables that are mixed up", "set a 1; set b 2; mww $a $b", "set a 1; set b 2; mww $b $a"],
    ["variables that become one", "set a 1; set b 2; mww $a $b", "set a 1; set a 2; mww $a $a"],
    ["blanks in a string", 'echo "a b"', 'echo "a  b"'],
    ["a comment that is none", "echo #1", "echo #2"],
  ])("differ in %s", (_, body, other) => {
    expect(differsAs(body, other)).toEqual(["event:reset-init: body"]);
  });

  it("differ where a global variable holds something else", () => {
    const text = (value: number, name: string) => `set ${name} ${value}\n${handler(`mww 0 $${name}`)}`;
    expect(differences(text(1, "_A"), text(1, "_B"))).toEqual([]);
    expect(differences(text(1, "_A"), text(2, "_B"))).toEqual(["event:reset-init: body"]);
  });
});

describe("procs", () => {
  it("are lined up by what they do where they have other names, and by what they call", () => {
    const procs = (a: string, b: string) =>
      `proc ${a} {reg} { mww $reg 1 }\nproc ${b} {} { ${a} 16 }\nproc z_${b} {} { halt }`;
    expect(
      differences(
        procs("poke", "start"),
        procs("write", "begin").replace("{reg} { mww $reg", "{r} { mww $r"),
      ),
    ).toEqual([]);
  });

  it("differ by their parameters", () => {
    expect(differences("proc p {a {b 1}} {halt}", "proc p {a {b 2}} {halt}")).toEqual(["proc:p: body"]);
  });
});

describe("hostile names", () => {
  it.each(["a+b", "(", "a[0-9]", "‹x›", "a.b.c", "constructor", "__proto__"])(
    "%s is a name as others",
    (name) => {
      const text = (chip: string) =>
        `jtag newtap {${chip}} cpu -irlen 4\nproc {${chip}} {} {halt}\nproc p {} {{${chip}}}`;
      expect(differences(text(name), text(name))).toEqual([]);
    },
  );
});
