import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkJob } from "../../src/check/check.ts";
import { fixJob, type Patch } from "../../src/check/fix.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import { withFiles } from "../../src/files/layered-files.ts";
import { bytes, cubeOpenocd, fixtures, h7WithoutWorkArea, scripts } from "../support/fixtures.ts";

const l5 = join(scripts, "target/stm32l5x.cfg");
const workAreaLine =
  "$_TARGETNAME configure -work-area-phys 0x20000000 -work-area-size $_WORKAREASIZE -work-area-backup 0\r\n";

function fix(file: string, openocd = cubeOpenocd): Patch {
  return fixJob({ configs: [file], searchPaths: [scripts], openocd }, { fs: diskFiles });
}

/** Rule and line of each finding. */
function places(patch: Patch): string[] {
  return patch.fixed.map(({ rule, at }) => `${rule}:${at.line}`);
}

/** The lines that a patch takes away and puts in. */
function changed({ before, after }: { before: string; after: string }): { gone: string[]; added: string[] } {
  const lines = (text: string) => text.split(/(?<=\n)/);
  const [old, now] = [lines(before), lines(after)];
  return {
    gone: old.filter((line) => !now.includes(line)),
    added: now.filter((line) => !old.includes(line)),
  };
}

describe("ST's STM32L5 with its own OpenOCD", () => {
  const patch = fix(l5);

  it("lacks the work area, and uses DAP commands under HLA", () => {
    expect(places(patch)).toEqual([
      "work-area-missing:66",
      "dap-command-under-hla:127",
      "dap-command-under-hla:132",
    ]);
    expect(patch.left).toEqual([]);
  });

  it("gets the seed's line directly after the target, with the file's own variable and line ends", () => {
    const lines = patch.files[0]!.after.split(/(?<=\n)/);
    expect(lines[66]).toBe(workAreaLine);
    expect(lines[65]).toMatch(/^target create /);
  });

  it("says where else a work area is set, and why that does not count", () => {
    const [finding] = patch.fixed;
    expect(finding!.notes.join()).toMatch(
      /gdb-attach sets one \(line 203 and line 205\).*only when a debugger attaches/,
    );
  });

  it("gets its DAP commands guarded in its own layout", () => {
    const { gone, added } = changed(patch.files[0]!);
    expect(gone).toEqual(["\t$_CHIPNAME.dap apcsw 0x4B000000\r\n", "\t$_CHIPNAME.dap apcsw 0x0B000000\r\n"]);
    expect(added).toEqual([
      workAreaLine,
      "\tif {![using_hla]} {\r\n",
      "\t\t$_CHIPNAME.dap apcsw 0x4B000000\r\n",
      "\tif {![using_hla]} {\r\n",
      "\t\t$_CHIPNAME.dap apcsw 0x0B000000\r\n",
    ]);
  });

  it("is whole after that: a second run finds nothing", () => {
    const { path, after } = patch.files[0]!;
    const files = withFiles(new Map([[path, after]]), diskFiles);
    expect(checkJob({ configs: [path], searchPaths: [scripts], openocd: cubeOpenocd }, files)).toEqual([]);
  });
});

describe("ST's scripts with OpenOCD 0.12.0", () => {
  const patch = fix(l5, "0.12.0");

  it("name a driver that is gone, and recurse under HLA", () => {
    expect(places(patch)).toEqual([
      "work-area-missing:66",
      "flash-driver-unknown:70",
      "flash-driver-unknown:71",
      "dap-command-under-hla:127",
      "dap-command-under-hla:132",
      "swj-newdap-recursion:15",
    ]);
    expect(patch.left.filter(({ finding }) => finding.severity !== "info")).toEqual([]);
  });

  it("get the successor, and a TAP without `hla newtap`", () => {
    const [target, swj] = patch.files;
    expect(target!.after).toContain("flash bank $_CHIPNAME.flash stm32l4x 0x08000000 0 0 0 $_TARGETNAME\r\n");
    expect(changed(swj!).added).toEqual([
      '\t\teval [expr {[using_jtag] ? "jtag newtap" : "swd newdap"}] $chip $tag $args\n',
    ]);
  });
});

describe("an H7 without a work area", () => {
  it("gets a work area in the RAM that OpenOCD's own config uses", () => {
    const patch = fix(h7WithoutWorkArea);
    expect(places(patch)).toEqual(["work-area-missing:61"]);
    expect(changed(patch.files[0]!).added).toEqual([workAreaLine]);
  });
});

describe("the G0, which is healthy", () => {
  it("is left alone", () => {
    expect(fix(join(scripts, "target/stm32g0x.cfg"))).toMatchObject({ files: [], fixed: [], left: [] });
  });
});

describe("variants of the L5", () => {
  const variant = (name: string) => join(fixtures, "variants", name, "target/stm32l5x.cfg");

  it("without a dap create gets one before the target", () => {
    const patch = fix(variant("no-dap-create"));
    expect(patch.fixed.map(({ rule }) => rule)).toContain("dap-missing");
    expect(patch.files[0]!.after).toMatch(
      /\r\ndap create \$_CHIPNAME\.dap -chain-position \$_CHIPNAME\.cpu\r\ntarget create \$_TARGETNAME/,
    );
    expect(patch.left).toEqual([]);
  });

  it("with LF line ends keeps them", () => {
    const patch = fix(variant("lf"));
    expect(patch.files[0]!.after).not.toContain("\r");
    expect(patch.files[0]!.after).toContain(`\n${workAreaLine.replace("\r", "")}`);
  });

  it("with a work area of size 0 gets its size", () => {
    const patch = fix(variant("zero-work-area"));
    expect(patch.fixed[0]!.message).toContain("a work area of size 0");
    const { gone, added } = changed(patch.files[0]!);
    expect(gone[0]).toContain("-work-area-size 0");
    expect(added[0]).toBe(gone[0]!.replace("-work-area-size 0", "-work-area-size $_WORKAREASIZE"));
  });

  it("without a variable for the size gets one that the user may override", () => {
    const patch = fix(variant("no-size-variable"));
    const { after } = patch.files[0]!;
    expect(after).toContain(
      "if { [info exists WORKAREASIZE] } {\r\n   set _WORKAREASIZE $WORKAREASIZE\r\n} else {\r\n   set _WORKAREASIZE 0x10000\r\n}\r\ntarget create",
    );
    expect(after).toContain(workAreaLine);
    expect(patch.left).toEqual([]);
  });

  it("through the IDE's board file finds the same, under the board's own transport only", () => {
    const patch = fix(join(fixtures, "variants/board/stm32l552e-dk.cfg"));
    expect(places(patch)).toEqual([
      "work-area-missing:66",
      "dap-command-under-hla:127",
      "dap-command-under-hla:132",
    ]);
    expect(patch.fixed[0]!.transports).toEqual(["hla_swd"]);
    expect(patch.files.map(({ path }) => path)).toEqual([l5]);
  });
});

describe("an unknown chip", () => {
  it("is reported without a fix, with the missing information", () => {
    const patch = fix(join(fixtures, "variants/unknown-chip/target/acme9000.cfg"));
    expect(patch.files).toEqual([]);
    expect(patch.left).toMatchObject([{ finding: { rule: "work-area-missing" } }]);
    expect(patch.left[0]!.finding.notes.join()).toContain("give the address and size of its RAM");
  });
});

describe("every patch", () => {
  it("changes nothing but what its findings say", () => {
    const { before, after, edits } = fix(l5).files[0]!;
    expect(before).toBe(bytes(l5));
    let rebuilt = before;
    for (const { offset, length, content } of [...edits].sort((a, b) => b.offset - a.offset)) {
      rebuilt = rebuilt.slice(0, offset) + content + rebuilt.slice(offset + length);
    }
    expect(rebuilt).toBe(after);
  });
});

describe("a file that OpenOCD finds in the job's working directory", () => {
  it("is fixed there", () => {
    const files = new Map([
      ["/project/main.cfg", "source part.cfg\n"],
      ["/project/part.cfg", "jtag_khz 100\n"],
    ]);
    const fs = withFiles(files, { read: () => undefined, kind: () => undefined });
    const job = { configs: ["/project/main.cfg"], searchPaths: [], openocd: "0.12.0", cwd: "/project" };
    expect(fixJob(job, { fs }).files).toMatchObject([
      { path: "/project/part.cfg", after: "adapter speed 100\n" },
    ]);
  });
});

describe("the G0 under another OpenOCD than its own", () => {
  it("is left alone as well: ST's scripts need not have all that OpenOCD's own have", () => {
    const patch = fix(join(scripts, "target/stm32g0x.cfg"), "0.12.0");
    expect(patch.fixed.map(({ rule }) => rule)).toEqual(["swj-newdap-recursion"]);
    expect(patch.left.filter(({ finding }) => finding.severity !== "info")).toEqual([]);
  });
});
