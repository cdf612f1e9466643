import { describe, expect, it } from "vitest";
import type { Difference } from "../../src/compare/difference.ts";
import { compareFiles } from "../../src/compare/files.ts";
import { type Ported, port } from "../../src/compare/port/port.ts";
import { unifiedDiff } from "../../src/edit/diff.ts";
import { memory } from "../openocd/memory.ts";

const chip = (name: string) => `set _CHIPNAME ${name}
jtag newtap $_CHIPNAME cpu -irlen 4
dap create $_CHIPNAME.dap -chain-position $_CHIPNAME.cpu
set _TARGETNAME $_CHIPNAME.cpu
target create $_TARGETNAME cortex_m -dap $_CHIPNAME.dap
`;

function carried(file: string, reference: string, wanted: (one: Difference) => boolean = () => true): Ported {
  const fs = memory({ "/cwd/a.cfg": file, "/cwd/b.cfg": reference });
  const job = { searchPaths: [], openocd: "0.12.0", transports: ["jtag"], cwd: "/cwd" };
  const both = { file: { file: "/cwd/a.cfg", job, fs }, reference: { file: "/cwd/b.cfg", job, fs } };
  return port(both, compareFiles(both).differences.filter(wanted));
}

/** The lines that a patch takes away and adds. */
function changes({ files, left }: Ported): string[] {
  expect(left).toEqual([]);
  const lines = unifiedDiff(files.map(({ path, ...texts }) => ({ name: path, ...texts }))).split("\n");
  return lines.filter((line) => /^[-+](?![-+]{2} )/.test(line));
}

const area = (size: string) => `$_TARGETNAME configure -work-area-phys 0x20000000 -work-area-size ${size}\n`;
const setting = "if {[info exists SIZE]} {\n  set _SIZE $SIZE\n} else {\n  set _SIZE 0x1000\n}\n";

describe("what only the reference has", () => {
  it("is inserted after the same neighbour, with the file's names", () => {
    const own = chip("own").replaceAll("_TARGETNAME", "_CORE").replaceAll("_CHIPNAME", "_NAME");
    const text = `${own}\nflash bank $_NAME.flash cfi 0x08000000 0x1000 1 1 $_CORE\n`;
    const other = `${chip("ref")}${area("0x1000")}flash bank $_CHIPNAME.flash cfi 0x08000000 0x1000 1 1 $_TARGETNAME\n`;
    expect(changes(carried(text, other))).toEqual([
      "+$_CORE configure -work-area-phys 0x20000000 -work-area-size 0x1000",
    ]);
  });

  it("takes the file's variable where that holds the same, under another name too", () => {
    const own = setting.replaceAll("_SIZE", "_Size_");
    expect(changes(carried(`${own}${chip("a")}`, `${setting}${chip("a")}${area("$_SIZE")}`))).toEqual([
      "+$_TARGETNAME configure -work-area-phys 0x20000000 -work-area-size $_Size_",
    ]);
  });

  it("writes the value where the file's variable holds another", () => {
    const own = setting.replace("0x1000", "0x2000");
    expect(changes(carried(`${own}${chip("a")}`, `${setting}${chip("a")}${area("$_SIZE")}`))).toEqual([
      "+$_TARGETNAME configure -work-area-phys 0x20000000 -work-area-size 0x1000",
    ]);
  });

  it("brings along the variable that the file does not have", () => {
    const { files, left } = carried(chip("a"), `${setting}${chip("a")}${area("$_SIZE")}`);
    expect(left).toEqual([]);
    expect(files[0]!.after).toBe(
      `${chip("a").split("target create")[0]}${setting.replaceAll("  ", "\t")}target create${chip("a").split("target create")[1]}${area("$_SIZE")}`,
    );
  });

  it("takes its condition along, and the file's line ends and indentation", () => {
    const own = `${chip("a")}if {1} {\n   echo hi\n}\n`.replaceAll("\n", "\r\n");
    const { files } = carried(
      own,
      `${chip("b")}if {[using_jtag]} {\n\tjtag newtap $_CHIPNAME bs -irlen 5\n}\n`,
    );
    expect(files[0]!.after).toContain(
      "\r\n\r\nif {[using_jtag]} {\r\n   jtag newtap $_CHIPNAME bs -irlen 5\r\n}\r\n",
    );
    expect(files[0]!.after.replaceAll("\r\n", "")).not.toContain("\n");
  });

  it("brings procs before the handlers that call them, in any order of choice", () => {
    const other = `${chip("b")}$_TARGETNAME configure -event reset-init {\n  helper\n}\nproc helper {} {\n  $::_TARGETNAME curstate\n}\n`;
    const { carried: done, files, left } = carried(chip("a"), other);
    expect(left).toEqual([]);
    expect(done.map(({ id }) => id)).toEqual(["proc:helper", "event:reset-init"]);
    expect(files[0]!.after).toContain("proc helper {} {\n\t$::_TARGETNAME curstate\n}");
  });
});

describe("what both have", () => {
  const bank = (driver: string, base: string) =>
    `${chip("a")}flash bank $_CHIPNAME.flash ${driver} ${base} 0x1000 2 2 $_TARGETNAME\n`;

  it("changes in the words that differ, and nowhere else", () => {
    const own = bank("cfi", "0x08000000").replace("0x1000 2 2", "  4096   1\t1");
    const other = bank("cfi", "0x08010000").replace("2 2", "1 2");
    expect(changes(carried(own, other))).toEqual([
      "-flash bank $_CHIPNAME.flash cfi 0x08000000   4096   1\t1 $_TARGETNAME",
      "+flash bank $_CHIPNAME.flash cfi 0x08010000   4096   1\t2 $_TARGETNAME",
    ]);
  });

  it("changes the default of a variable that is used for nothing else", () => {
    const own = `${setting}${chip("a")}${area("$_SIZE")}`;
    expect(changes(carried(own, own.replace("0x1000", "0x2000")))).toEqual([
      "-  set _SIZE 0x1000",
      "+  set _SIZE 0x2000",
    ]);
  });

  it("leaves a variable alone that is used elsewhere", () => {
    const own = `${chip("a")}set khz 100\nadapter speed $khz\nproc p {} { echo $::khz }\n`;
    const other = own.replace("speed $khz", "speed 200");
    expect(changes(carried(own, other))).toEqual(["-adapter speed $khz", "+adapter speed 200"]);
  });

  it("adds the option that the file's command does not have", () => {
    const own = `${chip("a")}${area("16")}`;
    const other = own.replace("-size 16", "-size 16 -work-area-backup 1");
    expect(changes(carried(own, other))).toEqual([
      `-${area("16").trim()}`,
      `+${area("16").trim()} -work-area-backup 1`,
    ]);
  });

  it("takes over a handler's body in the file's words", () => {
    const handler = (body: string) => `$_TARGETNAME configure -event reset-init {\n${body}}\n`;
    const own = `${chip("own")}${handler("   halt\n")}`;
    const other = `${chip("ref")}${handler('\tref.cpu curstate\n\techo "$_CHIPNAME ref.cpu"\n')}`;
    expect(changes(carried(own, other))).toEqual([
      "-   halt",
      "+   own.cpu curstate",
      '+   echo "$_CHIPNAME own.cpu"',
    ]);
  });
});

describe("what cannot be carried over", () => {
  it("is what only the file has", () => {
    expect(carried(`${chip("a")}${area("16")}`, chip("a")).left).toMatchObject([
      { difference: { id: "work-area:a.cpu" }, why: "only the file has it: there is nothing to carry over" },
    ]);
  });

  it("is what OpenOCD does not take there, and nothing of it is in the patch", () => {
    const fs = memory({
      "/cwd/a.cfg": chip("a"),
      "/cwd/b.cfg": `${chip("a")}flash bank x stm32l4x 0x08000000 0 0 0 a.cpu\n`,
    });
    const job = { searchPaths: [], openocd: "0.12.0", transports: ["jtag"], cwd: "/cwd" };
    const both = {
      file: { file: "/cwd/a.cfg", job: { ...job, openocd: "st-1.3.0" }, fs },
      reference: { file: "/cwd/b.cfg", job, fs },
    };
    const before = compareFiles(both);
    const { left, files } = port(both, before.differences);
    expect({ left: left.length, files: files.length }).toEqual({ left: 1, files: 0 });
    expect(left[0]!.why).toMatch(/^it would not be right there: /);
  });

  it("is what a script puts together", () => {
    const other = `${chip("a")}proc make {} { adapter speed 5 }\nmake\n`;
    const { left } = carried(chip("a"), other, ({ kind }) => kind === "setting");
    expect(left).toMatchObject([
      { difference: { id: "adapter-speed" }, why: expect.stringMatching(/^a script puts it together/) },
    ]);
  });
});
