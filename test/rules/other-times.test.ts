import { describe, expect, it } from "vitest";
import { findingsIn, fix, placesIn } from "./support.ts";

const master = "0.12.0+dev-02632-gabbbc2e05";
const swd = ["swd"];

const dap = `swd newdap chip cpu -expected-id 0
dap create chip.dap -chain-position chip.cpu
`;

describe("expr of several words, under master", () => {
  const fixed = (text: string) => fix(text, { openocd: master });

  it.each([
    ["set a [expr 1 + 2]", "set a [expr {1 + 2}]"],
    ["if { [expr (1 == 1) + 0] } { echo yes }", "if { [expr {(1 == 1) + 0}] } { echo yes }"],
    ["set a 4\nset b [expr $a * 2 + \\\n  1]\n", "set a 4\nset b [expr {$a * 2 + \\\n  1}]\n"],
    ["set a(x) 1\nset b [expr $a(x) | 2] ;# both", "set a(x) 1\nset b [expr {$a(x) | 2}] ;# both"],
    ["set b [expr [string length abc] - 1]", "set b [expr {[string length abc] - 1}]"],
    [
      "proc modify {old bits} { return [expr ($old & ~$bits) | 1] }",
      "proc modify {old bits} { return [expr {($old & ~$bits) | 1}] }",
    ],
  ])("%j becomes %j", (before, after) => {
    const patch = fixed(before);
    expect(patch.after).toBe(after);
    expect(patch.left).toEqual([]);
  });

  it.each([
    ["an operator in a variable", "set op ||\nset r [expr 1 $op 0]"],
    ["an expression in a variable", "set sum {1 + 2}\nset r [expr $sum * 2]"],
    ["braces in the expression", "set r [expr {1} + 2]"],
    ["words that are expanded", "set r [expr {*}{1 + 2} + 3]"],
  ])("is left to a person with %s", (_, text) => {
    const patch = fixed(text);
    expect(patch.after).toBe(text);
    expect(patch.left.map(({ finding }) => finding.rule)).toEqual(["expr-words"]);
    expect(patch.left[0]!.finding.notes.join()).toContain("put together");
  });

  it("is none where one word is given, or the release joins them", () => {
    expect(placesIn('set a [expr {1 + 2}]\nset b [expr "1 + 2"]', { openocd: master })).toEqual([]);
    for (const openocd of ["0.11.0", "0.10.0"]) {
      expect(placesIn("set a [expr 1 + 2]", { openocd })).toEqual([]);
    }
  });
});

const swjTap = `proc swj {args} { if { [using_jtag] } { jtag newtap {*}$args } else { swd newdap {*}$args } }
swj chip cpu -irlen 4\n`;

describe("a target on a TAP", () => {
  const tap = "swd newdap chip cpu -expected-id 0\n";

  it("shares the DAP that is there", () => {
    const patch = fix(`${dap}target create chip.cpu cortex_m -endian little -chain-position chip.cpu\n`, {
      transports: swd,
    });
    expect(patch.after).toBe(`${dap}target create chip.cpu cortex_m -endian little -dap chip.dap\n`);
  });

  it("shares the DAP that the first one on its TAP gets", () => {
    const create = (name: string, option: string) =>
      `target create chip.${name} cortex_a ${option} -coreid 0\n`;
    const old = "-chain-position chip.cpu";
    const patch = fix(tap + create("cpu0", old) + create("cpu1", old), { transports: swd });
    expect(patch.after).toBe(
      `${tap}dap create chip.dap -chain-position chip.cpu\n${create("cpu0", "-dap chip.dap")}${create("cpu1", "-dap chip.dap")}`,
    );
    expect(patch.left).toEqual([]);
  });

  it("shares it with one that other transports create first", () => {
    const create = (name: string, option: string) => `target create chip.${name} cortex_m ${option}\n`;
    const text = (option: string, made = "") =>
      `${made}if { ![using_hla] } {\n\t${create("ap", option)}}\n${create("cpu", option)}`;
    const patch = fix(swjTap + text("-chain-position chip.cpu"));
    expect(patch.after).toBe(
      swjTap + text("-dap chip.dap", "dap create chip.dap -chain-position chip.cpu\n"),
    );
  });

  it("is right for types without a DAP", () => {
    const text = "jtag newtap chip cpu -irlen 4\ntarget create chip.cpu arm7tdmi -chain-position chip.cpu\n";
    expect(placesIn(text, { transports: ["jtag"] })).toEqual([]);
  });
});

describe("a target on a DAP, under 0.10.0", () => {
  const tap = "swd newdap chip cpu -expected-id 0\n";
  const create = "target create chip.cpu cortex_m";
  const fixed = (text: string) => fix(text, { openocd: "0.10.0", transports: swd });

  it.each([
    [`${dap}${create} -dap chip.dap\n`, `${tap}${create} -chain-position chip.cpu\n`],
    [
      `${dap}${create} -endian little -dap chip.dap -ap-num 0 -gdb-max-connections 2\n`,
      `${tap}${create} -endian little -chain-position chip.cpu\n`,
    ],
    [
      `set _CHIPNAME chip\n${dap}${create} -dap $_CHIPNAME.dap -rtos auto\n`,
      `set _CHIPNAME chip\n${tap}${create} -chain-position $_CHIPNAME.cpu -rtos auto\n`,
    ],
  ])("is put on its TAP: %j", (before, after) => {
    expect(fixed(before)).toMatchObject({ after, left: [] });
  });

  it("is the way back of a target on a TAP", () => {
    const old = `${tap}${create} -chain-position chip.cpu\n`;
    const { after } = fix(old, { transports: swd });
    expect(after).toContain("dap create");
    expect(fixed(after).after).toBe(old);
  });

  it.each([
    ["another access port", `${dap}${create} -dap chip.dap -ap-num 1\n`],
    ["a DAP that something else creates", `proc make {} { dap create chip.dap -chain-position chip.cpu }\n`],
  ])("is left to a person with %s", (_, text) => {
    expect(fixed(text).after).toBe(text);
  });
});

it("an access port as a target under HLA is refused for that, whatever a rule says before", () => {
  const text = `proc swj_newdap {chip tag args} { if [using_hla] { eval hla newtap $chip $tag $args } }
swj_newdap chip cpu -irlen 4
dap create chip.dap -chain-position chip.cpu
target create chip.ap mem_ap -dap chip.dap -ap-num 1
`;
  const found = findingsIn(text, { transports: ["hla_swd"] });
  expect(found.map(({ rule }) => rule)).toEqual(["swj-newdap-recursion", "config-refused"]);
  expect(found[1]!.message).toContain("The selected transport doesn't support this target");
});

describe("a type of targets", () => {
  it.each([
    ["cortex_m3", "cortex_m"],
    ["cortex_a8", "cortex_a"],
  ])("%s is %s today", (old, today) => {
    const create = (type: string) => `${dap}target create chip.cpu ${type} -dap chip.dap\n`;
    const patch = fix(create(old), { transports: swd });
    expect(patch.after).toBe(create(today));
    expect(patch.left).toEqual([]);
  });

  it("that nothing took over from is refused in OpenOCD's words", () => {
    const [finding] = findingsIn(`${dap}target create chip.cpu cortex_n -dap chip.dap\n`, {
      transports: swd,
    });
    expect(finding).toMatchObject({ rule: "config-refused", at: { line: 3 } });
    expect(finding!.message).toContain("Unknown target type cortex_n");
  });

  it("goes with a TAP in the place of a DAP", () => {
    const tap = "swd newdap chip cpu -expected-id 0\n";
    const patch = fix(`${tap}target create chip.cpu cortex_m3 -chain-position chip.cpu\n`, {
      transports: swd,
    });
    expect(patch.after).toBe(
      `${tap}dap create chip.dap -chain-position chip.cpu\ntarget create chip.cpu cortex_m -dap chip.dap\n`,
    );
  });
});

describe("reading memory, under master", () => {
  it("is `read_memory` for one value", () => {
    const before = 'proc mrw {reg} {\n\tset value ""\n\tmem2array value 32 $reg 1\n\treturn $value(0)\n}\n';
    const patch = fix(before, { openocd: master });
    expect(patch.after).toBe(
      before.replace("mem2array value 32 $reg 1", "set value(0) [read_memory $reg 32 1]"),
    );
    expect(patch.left).toEqual([]);
  });

  it("is left to a person for many, with the releases that have `mem2array`", () => {
    const { left } = fix("proc dump {a n} { mem2array values 32 $a $n }\n", { openocd: master });
    expect(left.map(({ finding }) => finding.notes[0])).toEqual([
      "it exists in 0.10.0 to 0.12.0 and st-1.0.0 to st-1.13.0",
    ]);
  });
});

describe("reading and writing memory, before 0.12.0", () => {
  it.each([
    ["read_memory", "proc mrw {reg} { return [read_memory $reg 32 1] }\n", "mem2array"],
    ["write_memory", "proc fill {reg} { write_memory $reg 32 {1 2 3} }\n", "array2mem"],
  ])("%s is defined where a script calls it", (name, text, by) => {
    for (const openocd of ["0.10.0", "st-1.4.0", "0.11.0"]) {
      const { after, left } = fix(`# mine\n\n${text}`, { openocd });
      expect(after).toContain(`\tset ${by === "mem2array" ? "list {}" : "count 0"}\n`);
      expect(after).toMatch(new RegExp(`^# mine\n\nproc ${name} {.*} {\n\t.*\n`));
      expect(after.endsWith(`}\n\n${text}`)).toBe(true);
      expect(left).toEqual([]);
    }
    expect(placesIn(text, { openocd: "0.12.0" })).toEqual([]);
  });

  it("is defined once for all that call it", () => {
    const text = "proc mrw {a} { read_memory $a 32 1 }\nproc mrh {a} { read_memory $a 16 1 }\n";
    const { after } = fix(text, { openocd: "0.11.0" });
    expect(after.match(/proc read_memory /g)).toHaveLength(1);
  });
});

describe("a trace port, where the release cannot create one", () => {
  const create = "tpiu create chip.tpiu -dap chip.dap -ap-num 0 -baseaddr 0xE0040000\n";
  const target = `${dap}target create chip.cpu cortex_m -dap chip.dap\n`;
  const fixed = (text: string) => fix(target + text, { openocd: "0.11.0", transports: swd });

  it.each([
    ["by itself", create],
    ["with a handler", `${create}chip.tpiu configure -event post-enable {\n\tmww 0xE0042004 0x20\n}\n`],
    ["as SWO", create.replace("tpiu create", "swo  create")],
    ["with a remark", create.replace("\n", " ;# trace\n")],
  ])("is left out %s", (_, text) => {
    expect(fixed(`${text}set last 1\n`)).toMatchObject({ after: `${target}set last 1\n`, left: [] });
  });

  it("is left out of a block, and of a line", () => {
    const block = (content: string) => `if { [using_swd] } {\n${content}}\n`;
    expect(fixed(block(`\t${create}`)).after).toBe(target + block(""));
    expect(fixed(`set a 1; ${create.trim()}; set b 2\n`).after).toBe(`${target}set a 1; set b 2\n`);
  });

  it("stays in procs that are called once there is one", () => {
    const text = "proc trace {} { chip.tpiu enable }\n";
    expect(fixed(create + text).after).toBe(target + text);
  });

  it("is left to a person where its result is used", () => {
    const text = `${create}set protocol [chip.tpiu cget -protocol]\n`;
    const { after, left } = fixed(text);
    expect(after).toBe(target + text);
    expect(left.map(({ finding }) => finding.rule)).toEqual(["command-unknown"]);
  });

  it("is right where the release has it", () => {
    expect(placesIn(target + create, { transports: swd })).toEqual([]);
  });
});

describe("an option that the release does not have", () => {
  const tap = "swd newdap chip cpu -expected-id 0\n";
  const create = "target create chip.cpu cortex_m -dap chip.dap";

  it.each([
    ["st-1.4.0", `${dap}${create} -gdb-max-connections 2\n`, `${dap}${create}\n`],
    ["0.12.0", `${dap}${create} -dbg-under-srst working\n`, `${dap}${create}\n`],
    [
      "0.10.0",
      `${tap}target create chip.cpu cortex_m -chain-position chip.cpu -dbg-under-srst working\n`,
      `${tap}target create chip.cpu cortex_m -chain-position chip.cpu\n`,
    ],
    ["st-1.4.0", `${dap}${create} \\\n\t-gdb-max-connections 2 -rtos auto\n`, `${dap}${create} -rtos auto\n`],
  ])("is left out under %s where flashing does not need it", (id, before, after) => {
    expect(fix(before, { openocd: id, transports: swd })).toMatchObject({ after, left: [] });
  });

  it.each([
    ["0.11.0", `${tap}dap create chip.dap -chain-position chip.cpu -dp-id 1 -instance-id 1\n`, "-dp-id"],
    ["st-1.4.0", `${dap}set option -gdb-max-connections\n${create} $option 2\n`, "-gdb-max-connections"],
  ])("is left to a person under %s: %j", (id, text, option) => {
    const { after, left } = fix(text, { openocd: id, transports: swd });
    expect(after).toBe(text);
    expect(left[0]!.finding).toMatchObject({
      rule: "option-unknown",
      message: expect.stringContaining(option),
    });
  });

  it("is refused in OpenOCD's words where no release has it", () => {
    const [finding] = findingsIn(`${dap}${create} -gdb-connections 2\n`, { transports: swd });
    expect(finding).toMatchObject({
      rule: "config-refused",
      message: expect.stringContaining("Unknown param"),
    });
  });
});

describe("a swj_newdap that knows JTAG and SWD alone", () => {
  const swj = (first: string) =>
    `proc swj_newdap {chip tag args} {${first}
  if [using_jtag] {
    eval jtag newtap $chip $tag $args
  } elseif [using_swd] {
    eval swd newdap $chip $tag $args
  } else {
    shutdown
  }
}
`;
  const chip = "swj_newdap chip cpu -irlen 4\ndap create chip.dap -chain-position chip.cpu\n";
  const hla = "if { [using_hla] } { return [eval hla newtap $chip $tag $args] }";
  const direct =
    "if { [using_stlink_swd] || [using_stlink_jtag] } { return [eval stlink_dap newdap $chip $tag $args] }";

  it.each([
    ["0.10.0", `\n  ${hla}`],
    ["st-1.4.0", `\n  ${hla}`],
    ["st-1.5.0", `\n  ${hla}`],
    ["st-1.3.0", `\n  ${hla}\n  ${direct}`],
  ])("is told what else %s has", (openocd, first) => {
    const own = openocd === "0.10.0" ? "\n" : chip;
    expect(fix(swj("") + chip, { openocd }).after).toContain(swj(first) + own.split("\n")[0]);
  });

  it("is whole under the transports that it knows, and since there is one command for them", () => {
    expect(placesIn(swj("") + chip, { openocd: "st-1.4.0", transports: ["dapdirect_swd", "jtag"] })).toEqual(
      [],
    );
    for (const openocd of ["st-1.6.0", "0.12.0"]) expect(placesIn(swj("") + chip, { openocd })).toEqual([]);
  });

  it("declares what it did where its own way is right", () => {
    const text = `${swj(`\n  ${hla}\n  ${direct}`)}${chip}`;
    expect(placesIn(text, { openocd: "st-1.3.0" })).toEqual([]);
    expect(placesIn(`dap create chip.dap -chain-position chip.cpu\n`, { openocd: "st-1.3.0" })).toEqual([
      "tap-missing:1",
    ]);
  });

  it("of one line gets a line of its own", () => {
    const text = "proc swj_newdap {chip tag args} { eval swd newdap $chip $tag $args }\n";
    expect(fix(text + chip, { openocd: "st-1.4.0", transports: ["hla_swd"] }).after).toBe(
      `proc swj_newdap {chip tag args} {\n ${hla}\n eval swd newdap $chip $tag $args }\n${chip}`,
    );
  });

  it("of another form is left to a person", () => {
    const text =
      swj("")
        .replaceAll(/chip tag args/g, "chip args")
        .replaceAll("$chip $tag", "$chip") + chip;
    const { after, left } = fix(text, { openocd: "st-1.4.0" });
    expect(after).toBe(text);
    expect(left.map(({ finding }) => finding.rule)).toContain("swj-newdap-transport");
  });
});

describe("a variable that its file asks for elsewhere", () => {
  const asks = "if { [info exists AP] } { echo $AP }\n";

  it.each([
    ["if { $AP == 1 } { echo a }\n", "if { [info exists AP] && $AP == 1 } { echo a }\n"],
    ["if {$AP == 1 || $AP == 2} {\n}\n", "if {[info exists AP] && ($AP == 1 || $AP == 2)} {\n}\n"],
    ["if { 0 } {} elseif {$AP eq {b}} {}\n", "if { 0 } {} elseif {[info exists AP] && $AP eq {b}} {}\n"],
  ])("is compared only where it is set: %j", (before, after) => {
    expect(fix(asks + before)).toMatchObject({ after: asks + after, left: [] });
  });

  it("is compared so at each place", () => {
    const text = "if { $AP == 1 } {}\nif { $AP != 2 } {}\n";
    expect(fix(asks + text).after).toBe(asks + text.replaceAll("{ $AP", "{ [info exists AP] && $AP"));
  });

  it.each([
    ["read, not compared", `${asks}echo $AP\n`],
    ["never asked for", "if { $AP == 1 } {}\n"],
  ])("is left to a person where it is %s", (_, text) => {
    const { after, left } = fix(text);
    expect(after).toBe(text);
    expect(left.map(({ finding }) => finding.rule)).toEqual(["variable-unset"]);
  });

  it("is right where it is set, and where it is asked for at the same time", () => {
    expect(placesIn(`set AP 1\n${asks}if { $AP == 1 } {}\n`)).toEqual([]);
    expect(placesIn(`${asks}if { [info exists AP] && $AP == 1 } {}\n`)).toEqual([]);
  });
});

describe("a chip that the flash driver does not know", () => {
  const config = (family: string, driver: string) => `swd newdap chip cpu -expected-id 0
dap create chip.dap -chain-position chip.cpu
target create chip.cpu cortex_m -dap chip.dap
chip.cpu configure -work-area-phys 0x20000000 -work-area-size 0x1000
flash bank chip.flash ${driver} 0x08000000 0 0 0 chip.cpu
# ${family}
`;
  const check = (file: string, driver: string, openocd: string) =>
    findingsIn(`source [find target/${file}]\n`, {
      files: { [`target/${file}`]: config(file, driver) },
      openocd,
      transports: swd,
    }).filter(({ rule }) => rule === "chip-unsupported" || rule === "flash-driver-unknown");

  it.each([
    [
      "stm32c0x.cfg",
      "stm32l4x",
      "0.12.0",
      "the STM32C0 can be flashed by OpenOCD master and st-1.9.0 to st-1.13.0",
    ],
    ["stm32u0x.cfg", "stm32l4x", "0.11.0", "the STM32U0 can be flashed by OpenOCD master"],
    ["stm32h5x.cfg", "stm32h5x", "0.12.0", "it exists in st-1.12.0 and st-1.13.0"],
    ["stm32n6x.cfg", "stm32l4x", "0.12.0", undefined],
  ])("%s with %s in %s says which releases do", (file, driver, openocd, note) => {
    expect(check(file, driver, openocd)[0]?.notes.at(-1)).toBe(note);
  });

  it.each([
    ["stm32f4x.cfg", "stm32f2x", "0.10.0"],
    ["stm32c0x.cfg", "stm32l4x", "master"],
    ["stm32l5x.cfg", "stm32l4x", "0.12.0"],
  ])("is none for %s with %s in %s", (file, driver, openocd) => {
    expect(check(file, driver, openocd === "master" ? master : openocd)).toEqual([]);
  });

  it.each([
    ["rp2040_flash", "rp2xxx", master],
    ["gd32vf103", "stm32f1x", "0.12.0"],
  ])("%s is %s where that one took over", (old, today, openocd) => {
    const bank = (driver: string) => `${dap}target create chip.cpu cortex_m -dap chip.dap
flash bank chip.flash ${driver} 0x10000000 0 0 0 chip.cpu
`;
    expect(fix(bank(old), { openocd, transports: swd }).after).toBe(bank(today));
  });
});

describe("a helper that is too old for what is used", () => {
  const helper = "proc mrw {reg} {\n\treturn [read_memory $reg 32 1]\n}\n";
  const use = "source [find mem_helper.tcl]\nproc peek {} { return [mrh 0x20000000] }\n";

  it("gets what it lacks, and is not said to be missing", () => {
    const patch = fix(use, { files: { "mem_helper.tcl": helper } });
    expect(findingsIn(use, { files: { "mem_helper.tcl": helper } })[0]!.message).toBe(
      "mrh is used, and the mem_helper.tcl that is sourced is too old to define it",
    );
    expect(patch.files).toMatchObject([
      {
        path: "/scripts/mem_helper.tcl",
        after: `${helper}proc mrh {reg} { return [read_memory $reg 16 1] }\n`,
      },
    ]);
    expect(patch.left).toEqual([]);
  });

  it("gets it by what the release has", () => {
    const patch = fix(use, { files: { "mem_helper.tcl": helper }, openocd: "0.11.0" });
    expect(patch.files[0]!.after).toMatch(/^proc read_memory .*mem2array.*proc mrw .*proc mrh /s);
    expect(patch.left).toEqual([]);
  });

  it("is left to a person for procs of which more is unknown", () => {
    const { left } = fix(use.replace("mrh 0x20000000", "mmh 0x20000000 1 0"), {
      files: { "mem_helper.tcl": helper },
    });
    expect(left.map(({ finding }) => finding.message)).toEqual([
      "mmh is used, and the mem_helper.tcl that is sourced is too old to define it",
    ]);
  });

  it("that defines all of it is right", () => {
    expect(placesIn(use, { files: { "mem_helper.tcl": helper.replaceAll("mrw", "mrh") } })).toEqual([]);
  });
});
