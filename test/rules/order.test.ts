import { describe, expect, it } from "vitest";
import { findingsIn, fix, placesIn } from "./support.ts";

const master = "0.12.0+dev-02632-gabbbc2e05";
/** A target's script as OpenOCD's are written, as short as it can be. */
const chip = `if { [info exists CHIPNAME] } {
	set _CHIPNAME $CHIPNAME
} else {
	set _CHIPNAME chip
}
if { [info exists WORKAREASIZE] } {
	set _WORKAREASIZE $WORKAREASIZE
} else {
	set _WORKAREASIZE 0x1000
}
if { [using_jtag] } {
	jtag newtap $_CHIPNAME cpu -irlen 4
} else {
	swd newdap $_CHIPNAME cpu -expected-id 0
}
set _TARGETNAME $_CHIPNAME.cpu
dap create $_CHIPNAME.dap -chain-position $_TARGETNAME
target create $_TARGETNAME cortex_m -dap $_CHIPNAME.dap
$_TARGETNAME configure -work-area-phys 0x20000000 -work-area-size $_WORKAREASIZE
`;
/** It ends OpenOCD where there is no transport, as target/swj-dp.tcl does. */
const strict = `if [catch {transport select}] {\n  echo "no transport"\n  shutdown\n}\n${chip}`;
const files = {
  "interface/jlink.cfg": "adapter driver jlink\n",
  "interface/cmsis-dap.cfg": "adapter driver cmsis-dap\n",
  "target/chip.cfg": chip,
  "target/strict.cfg": strict,
  "target/proc.cfg": `${chip}proc size {} { global WORKAREASIZE; return $WORKAREASIZE }\n`,
  "target/handler.cfg": `${chip}$_TARGETNAME configure -event reset-init { echo $::CHIPNAME }\n`,
};
const source = "source [find target/chip.cfg]";
const jlink = "source [find interface/jlink.cfg]";

/** All the lines of a text, for each order that they come in. */
const lines = (...all: string[]) => all.map((line) => `${line}\n`).join("");

describe("a variable that is set after the only script that reads it", () => {
  it.each([
    [
      "with its comments",
      lines(
        jlink,
        "transport select swd",
        source,
        "# All of it.",
        "set WORKAREASIZE 0x4000 ;# bytes",
        "reset_config none",
      ),
      lines(
        jlink,
        "transport select swd",
        "# All of it.",
        "set WORKAREASIZE 0x4000 ;# bytes",
        source,
        "reset_config none",
      ),
    ],
    [
      "with all others in their order",
      lines(
        source,
        "set WORKAREASIZE 0x4000",
        "set CHIPNAME other",
        "$_TARGETNAME configure -event reset-init { }",
      ),
      lines(
        "set WORKAREASIZE 0x4000",
        "set CHIPNAME other",
        source,
        "$_TARGETNAME configure -event reset-init { }",
      ),
    ],
    ["where the file ends", `${source}\nset CHIPNAME other`, `set CHIPNAME other\n${source}\n`],
    [
      "with the line ends of the file",
      `${source}\r\nset CHIPNAME other\r\n`,
      `set CHIPNAME other\r\n${source}\r\n`,
    ],
    [
      "above the comment of the script",
      lines("reset_config none", "", "# The chip.", source, "", "set CHIPNAME other"),
      lines("reset_config none", "", "set CHIPNAME other", "# The chip.", source, ""),
    ],
  ])("is moved up %s", (_, before, after) => {
    const patch = fix(before, { files, transports: ["swd"] });
    expect(new Set(patch.fixed.map(({ rule }) => rule))).toEqual(new Set(["variable-too-late"]));
    expect(patch.after).toBe(after);
    expect(patch.left).toEqual([]);
    expect(placesIn(after, { files, transports: ["swd"] })).toEqual([]);
  });

  it.each([
    ["its value is put together", lines(source, "set SIZE 0x4000", "set WORKAREASIZE [expr {$SIZE * 2}]")],
    ["it is only set in some cases", lines(source, "if { [using_swd] } {", "\tset WORKAREASIZE 0x4000", "}")],
    ["it is not alone on its line", lines(source, "reset_config none; set WORKAREASIZE 0x4000")],
  ])("is left to a person where %s", (_, text) => {
    const { fixed, left } = fix(text, { files, transports: ["swd"] });
    expect(fixed).toEqual([]);
    expect(left.map(({ finding }) => [finding.rule, finding.notes])).toEqual([
      ["variable-too-late", ["set it before line 1"]],
    ]);
  });

  it("is not moved where the config then needs what it names", () => {
    const text = lines(source, "set CHIPNAME other", "chip.cpu configure -event reset-init { }");
    const { after, left } = fix(text, { files, transports: ["swd"] });
    expect(after).toBe(text);
    expect(left[0]!.why).toContain('OpenOCD would say "invalid command name "chip.cpu""');
  });

  it.each([
    ["a script that is read later", lines(source, "set CHIPNAME b", "source [find target/strict.cfg]")],
    ["a line that comes later", lines(source, "set CHIPNAME b", "echo $CHIPNAME")],
    ["a proc of the script", lines("source [find target/proc.cfg]", "set WORKAREASIZE 0x4000")],
    ["a handler of the script", lines("source [find target/handler.cfg]", "set CHIPNAME b")],
    [
      "a handler of its own",
      lines(source, "set CHIPNAME b", "$_TARGETNAME configure -event halted { echo $CHIPNAME }"),
    ],
  ])("is no finding where %s reads it", (_, text) => {
    expect(
      placesIn(text, { files, transports: ["swd"] }).filter((one) => one.startsWith("variable")),
    ).toEqual([]);
  });

  it("is no finding where it is set in time, or no script asks for it", () => {
    const text = lines("set CHIPNAME b", source, "set MY_OWN 1", "set CHIPNAME c");
    expect(placesIn(text, { files, transports: ["swd"] })).toEqual([]);
  });
});

describe("a variable that is read before it is set", () => {
  it("is set in time", () => {
    const text = lines("adapter speed $SPEED", "# kHz", "set SPEED 1000", "reset_config none");
    const patch = fix(text);
    expect(patch.fixed.map(({ rule }) => rule)).toEqual(["variable-unset"]);
    expect(patch.after).toBe(lines("# kHz", "set SPEED 1000", "adapter speed $SPEED", "reset_config none"));
    expect(patch.left).toEqual([]);
  });

  it("is known to be set by the script that is sourced below", () => {
    const text = lines(jlink, "transport select swd", "$_TARGETNAME configure -rtos auto", source);
    const [finding, ...more] = findingsIn(text, { files });
    expect(finding).toMatchObject({
      rule: "variable-unset",
      message: "the variable _TARGETNAME is read before line 4 sets it by target/chip.cfg",
      notes: ["put what reads it after line 4"],
    });
    expect(more).toEqual([]);
  });
});

describe("a transport that is selected after the target", () => {
  it.each(["0.10.0", "0.11.0", "0.12.0", master])("is moved up where another was taken, in %s", (openocd) => {
    const own =
      openocd === "0.10.0"
        ? { ...files, "interface/jlink.cfg": "interface jlink\n", "target/chip.cfg": "using_jtag\n" }
        : files;
    const patch = fix(lines(jlink, source, "transport select swd"), { files: own, openocd });
    expect(patch.fixed.map(({ rule, at }) => `${rule}:${at.line}`)).toEqual(["transport-too-late:3"]);
    expect(patch.after).toBe(lines(jlink, "transport select swd", source));
    expect(patch.left).toEqual([]);
  });

  it.each([
    [
      "the one that was taken is selected",
      lines("source [find interface/cmsis-dap.cfg]", source, "transport select swd"),
    ],
    ["it is selected in time", lines(jlink, "transport select swd", source)],
    ["it is selected again", lines(jlink, "transport select swd", source, "transport select swd")],
  ])("is no finding where %s", (_, text) => {
    expect(placesIn(text, { files })).toEqual([]);
  });

  it("is no finding where the adapter is the caller's", () => {
    expect(placesIn(lines(source, "transport select swd"), { files })).toEqual([]);
  });
});

describe("an adapter that is chosen after what needs it", () => {
  const swd = "transport select swd";
  it.each([
    [lines(swd, jlink, source), lines(jlink, swd, source)],
    [lines(swd, source, jlink), lines(jlink, swd, source)],
    [
      lines("source [find target/strict.cfg]", "source [find interface/cmsis-dap.cfg]"),
      lines("source [find interface/cmsis-dap.cfg]", "source [find target/strict.cfg]"),
    ],
    [
      lines("source [find target/strict.cfg]", jlink, swd),
      lines(jlink, swd, "source [find target/strict.cfg]"),
    ],
    [
      lines("ftdi vid_pid 0x0403 0x6010", "# The probe.", "adapter driver ftdi", swd),
      lines("# The probe.", "adapter driver ftdi", "ftdi vid_pid 0x0403 0x6010", swd),
    ],
  ])("%j becomes %j", (before, after) => {
    const patch = fix(before, { files });
    expect(patch.fixed[0]!.rule).toBe("adapter-too-late");
    expect(patch.after).toBe(after);
    expect(patch.left).toEqual([]);
  });

  it.each([
    ["what needs none comes first", lines("adapter speed 100", "reset_config none", jlink, swd, source)],
    ["none is chosen", lines("source [find target/strict.cfg]")],
  ])("is no finding where %s", (_, text) => {
    expect(placesIn(text, { files })).toEqual([]);
  });
});

describe("a command that talks to the chip before init", () => {
  const board = lines(jlink, "transport select swd", source);
  it.each([
    "arm semihosting enable",
    "reset halt",
    "halt",
    "mww 0x20000000 0",
    "flash write_image erase x.elf",
    "rtt start",
    "$_TARGETNAME arp_halt",
    "reset run",
  ])("%s", (command) => {
    const text = `${board}${command}\n`;
    const found = findingsIn(text, { files });
    expect(found.map(({ rule, at }) => `${rule}:${at.line}`)).toEqual(["init-required:4"]);
    expect(found[0]!.notes.join()).toContain("$_TARGETNAME configure -event");
    expect(fix(text, { files }).after).toBe(text);
    expect(fix(text, { files }, true)).toMatchObject({ after: `${board}init\n${command}\n`, left: [] });
  });

  it("is one finding for each, and one fix for all", () => {
    const text = `${board}reset halt\nhalt\nproc peek {} { mdw 0 }\npeek\n`;
    expect(placesIn(text, { files })).toEqual(["init-required:4", "init-required:5", "init-required:7"]);
    expect(fix(text, { files }, true)).toMatchObject({
      after: text.replace("reset", "init\nreset"),
      left: [],
    });
  });

  it("gets no init where a setting comes after it", () => {
    const text = `${board}reset halt\ngdb_port 1234\n`;
    const { after, left } = fix(text, { files }, true);
    expect(after).toBe(text);
    expect(left[0]!.why).toContain("gdb port");
  });

  it.each([
    `${board}init\nreset halt\nmww 0 0\n`,
    `${board}$_TARGETNAME configure -event reset-init { mww 0 0; arm semihosting enable }\n`,
    `${board}proc flash_all {} { reset halt; flash write_image x.elf }\n`,
    `${board}catch { reset halt }\n`,
  ])("is none after init, in a handler, in a proc or where the script catches it: %j", (text) => {
    expect(placesIn(text, { files })).toEqual([]);
  });
});
