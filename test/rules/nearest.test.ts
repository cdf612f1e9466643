import { describe, expect, it } from "vitest";
import { meantNotes, nearest } from "../../src/rules/nearest.ts";
import { findingsIn, fix, placesIn } from "./support.ts";

const target = `swd newdap chip cpu -expected-id 0
dap create chip.dap -chain-position chip.cpu
target create chip.cpu cortex_m -dap chip.dap
`;
const swd = ["swd"];
const notesOf = (text: string, how = {}) =>
  findingsIn(text, { transports: swd, ...how }).map(({ rule, notes }) => [rule, notes.join("; ")]);

describe("names that nearly exist", () => {
  it.each([
    [
      "a target",
      `${target}chip.cpo configure -rtos auto`,
      "target-missing",
      "did you mean `chip.cpu`?; the target is chip.cpu",
    ],
    [
      "a target far from all",
      `${target}chip.cm7 configure -rtos auto`,
      "target-missing",
      "the target is chip.cpu",
    ],
    [
      "an event",
      `${target}chip.cpu configure -event gdb-atach {}`,
      "event-unknown",
      "no known version of OpenOCD has it",
    ],
    [
      "an option",
      `${target}chip.cpu configure -work-area-siz 1`,
      "config-refused",
      "did you mean `-work-area-size`?",
    ],
    ["a target's type", target.replace("cortex_m", "cortexm"), "config-refused", "did you mean `cortex_m`"],
    [
      "a flash driver",
      `${target}flash bank f stm32l4xx 0 0 0 0 chip.cpu`,
      "flash-driver-unknown",
      "did you mean `stm32l4x`",
    ],
    [
      "a proc of the config",
      "proc nrf52_recover {} {}\nnrf52_recovr",
      "command-unknown",
      "did you mean `nrf52_recover`?",
    ],
    [
      "a variable",
      "set _TARGETNAME_0 a\nset _TARGETNAME_1 b\necho $_TARGETNAME",
      "variable-unset",
      "did you mean `_TARGETNAME_0` or `_TARGETNAME_1`?",
    ],
    [
      "a variable that is mistyped",
      "set _WORKAREA 1\necho $_WORKARAE",
      "variable-unset",
      "did you mean `_WORKAREA`?",
    ],
    [
      "a driver that is gone",
      "interface ft2232\nft2232_layout jtagkey",
      "adapter-unknown",
      "ftdi took its place",
    ],
    [
      "a driver of a fork",
      "adapter driver picoprobe\ntransport select swd",
      "adapter-unknown",
      "cmsis-dap took its place",
    ],
    ["a driver of another release", "adapter driver angie", "adapter-unknown", "it exists in master"],
    ["a command that is long gone", "jtag_speed 0", "command-unknown", "the speed is given in kHz"],
    [
      "an RTOS of a fork",
      `${target}chip.cpu configure -rtos riscv`,
      "rtos-unknown",
      "hwthread took its place",
    ],
    ["a command", "adaptor speed 100", "command-unknown", "did you mean `adapter`?"],
  ])("%s", (_, text, rule, note) => {
    const all = notesOf(text).filter(([id]) => id !== "deprecated");
    expect(all.find(([id]) => id === rule)?.[1]).toContain(note);
    expect(all.filter(([id]) => id !== "work-area-missing")).toHaveLength(1);
  });

  it("an event's is written with --unsafe", () => {
    const text = (event: string) => `${target}chip.cpu configure -event ${event} {}\n`;
    expect(fix(text("gdb-atach"), { transports: swd }).after).toBe(text("gdb-atach"));
    expect(fix(text("gdb-atach"), { transports: swd }, true).after).toBe(text("gdb-attach"));
  });

  it.each([
    ["cmsis_dap", "cmsis-dap", false],
    ["JLink", "jlink", false],
    ["cmsisdap", "cmsis-dap", true],
    ["st-lnk", "st-link", true],
  ])("an adapter's %s becomes %s, unsafe: %s", (name, meant, unsafe) => {
    expect(fix(`adapter driver ${name}\n`).after).toBe(`adapter driver ${unsafe ? name : meant}\n`);
    expect(fix(`adapter driver ${name}\n`, {}, true).after).toBe(`adapter driver ${meant}\n`);
  });

  it("a command's in other letters is safe", () => {
    const text = (name: string) => `adapter driver cmsis-dap\n${name} 0x0d28 0x0204\n`;
    const patch = fix(text("cmsis-dap vid_pid"));
    expect(patch.fixed.map(({ rule }) => rule)).toEqual(["command-unknown"]);
    expect(patch.after).toBe(text("cmsis_dap_vid_pid"));
  });

  it("a transport's in other letters is safe", () => {
    expect(fix("adapter driver cmsis-dap\ntransport select SWD\n").after).toBe(
      "adapter driver cmsis-dap\ntransport select swd\n",
    );
  });
});

describe("a script's name", () => {
  const files = {
    "interface/stlink.cfg": "",
    "target/stm32f4x.cfg": "",
    "target/stm32f3x.cfg": "",
    "interface/ftdi/x.cfg": "",
  };

  it.each([
    ["[find interface/stlnk.cfg]", "[find interface/stlink.cfg]", true],
    ["[find stm32f4x.cfg]", "[find target/stm32f4x.cfg]", false],
    ["[find target/stm32f4x]", "[find target/stm32f4x.cfg]", false],
    ["[find target/stm32f407vg.cfg]", "[find target/stm32f4x.cfg]", true],
    ["[find target/smt32f4x.cfg]", "[find target/stm32f4x.cfg]", true],
    ["[find board/stm32f4x.cfg]", "[find target/stm32f4x.cfg]", false],
    ["[find interface/x.cfg]", "[find interface/ftdi/x.cfg]", false],
    ["/usr/local/share/openocd/scripts/target/stm32f4x.cfg", "[find target/stm32f4x.cfg]", false],
  ])("%s becomes %s, unsafe: %s", (before, after, unsafe) => {
    const text = `source ${before}\n`;
    expect(fix(text, { files }).after).toBe(unsafe ? text : `source ${after}\n`);
    expect(fix(text, { files }, true).after).toBe(`source ${after}\n`);
  });

  it("that may be one of several is left to a person, with their names", () => {
    const [finding] = findingsIn("source [find interface/stlik.cfg]", {
      files: { "interface/stlink.cfg": "", "interface/stlib.cfg": "" },
    });
    expect(finding!.fix).toBeUndefined();
    expect(finding!.notes).toContain("did you mean `interface/stlink.cfg` or `interface/stlib.cfg`?");
  });

  it("is written though the script then settles the transport", () => {
    const own = {
      "interface/hla.cfg": "adapter driver hla\nhla_layout stlink\n",
      "target/chip.cfg": "using_jtag\n",
    };
    const patch = fix("source [find interface/hla.cfg]\nsource [find chip.cfg]\n", { files: own });
    expect(patch.after).toBe("source [find interface/hla.cfg]\nsource [find target/chip.cfg]\n");
    expect(patch.left).toEqual([]);
  });

  it("that has another name in an old release is not the one of another probe", () => {
    const old = { "interface/stlink-v2.cfg": "", "interface/stlink-v2-1.cfg": "", "interface/jlink.cfg": "" };
    const [finding] = findingsIn("source [find interface/stlink.cfg]", { files: old });
    expect(finding!.fix).toBeUndefined();
    expect(finding!.notes.at(-1)).toBe(
      "did you mean `interface/stlink-v2.cfg` or `interface/stlink-v2-1.cfg`?",
    );
    expect(
      findingsIn("source [find interface/glink.cfg]", { files: { "interface/jtlink.cfg": "" } })[0]!.fix,
    ).toBeUndefined();
  });

  it("that is there from another folder says which", () => {
    const [finding] = findingsIn("source [find scripts/info.tcl]", {
      cwd: "/work",
      files: { "info.tcl": "" },
    });
    expect(finding!.notes).toContain("it is there if OpenOCD is started in /");
  });

  it.each(["target/esp32c3.cfg", "target/stm32f9x.cfg", "target/stm32q4x.cfg"])(
    "%s is no other chip",
    (name) => {
      const own = { ...files, "target/esp32s3.cfg": "" };
      const [finding] = findingsIn(`source [find ${name}]`, { files: own });
      expect(finding!.fix).toBeUndefined();
      expect(finding!.notes).toHaveLength(1);
    },
  );
});

describe("nearest", () => {
  it.each([
    ["freertos", ["FreeRTOS", "ThreadX"], ["FreeRTOS"]],
    ["reset_init", ["reset-init", "reset-end"], ["reset-init"]],
    ["sped", ["speed", "speeds"], ["speed"]],
    ["xyz", ["speed"], []],
  ])("%s", (name, names, meant) => {
    expect(nearest(name, names)).toEqual(meant);
  });

  it("is no help where many are as near", () => {
    expect(meantNotes("ab", ["aa", "ac", "ad", "ae", "af", "ag"])).toEqual([]);
  });
});

describe("a chip that has SWD alone", () => {
  const chip = (options: string) =>
    `if { [using_jtag] } {\n\tjtag newtap chip cpu ${options}\n} else {\n\tswd newdap chip cpu -expected-id 0\n}\n`;
  const files = {
    "target/nrf52.cfg": chip("-expected-id 0"),
    "target/stm32f0x.cfg": chip("-irlen 4"),
    "target/stm32f4x.cfg": chip("-irlen 4"),
  };

  it.each([
    ["adapter driver jlink", "nrf52", "error", "transport select swd"],
    ["adapter driver ftdi", "nrf52", "error", "transport select swd"],
    ["adapter driver jlink", "stm32f0x", "warning", "transport select swd"],
  ])("%s, %s: %s", (adapter, name, severity, line) => {
    const text = `${adapter}\n\n# The chip.\nsource [find target/${name}.cfg]\n`;
    const found = findingsIn(text, { files });
    expect(found.map((one) => [one.rule, one.severity, one.at.line])).toEqual([
      ["transport-not-selected", severity, 4],
    ]);
    expect(fix(text, { files })).toMatchObject({
      after: `${adapter}\n\n${line}\n# The chip.\nsource [find target/${name}.cfg]\n`,
      left: [],
    });
  });

  it.each([
    ["adapter driver cmsis-dap", "nrf52", "no transport is selected and its first one is SWD"],
    ["adapter driver jlink\ntransport select swd", "nrf52", "SWD is selected"],
    ["adapter driver jlink", "stm32f4x", "the chip has JTAG"],
    ["adapter driver usb_blaster", "stm32f0x", "the adapter has no SWD"],
  ])("%s, %s is no finding: %s", (adapter, name) => {
    expect(placesIn(`${adapter}\nsource [find target/${name}.cfg]\n`, { files })).toEqual([]);
  });

  it("is reported where JTAG is selected", () => {
    const text = "adapter driver jlink\ntransport select jtag\nsource [find target/nrf52.cfg]\n";
    const [finding, ...more] = findingsIn(text, { files });
    expect(finding).toMatchObject({ rule: "transport-not-selected", severity: "error" });
    expect(finding!.notes).toEqual(["select swd in place of it, which jlink has as well"]);
    expect(more).toEqual([]);
  });
});
