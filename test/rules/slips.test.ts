import { describe, expect, it } from "vitest";
import { findingsIn, fix, placesIn } from "./support.ts";

const master = "0.12.0+dev-02632-gabbbc2e05";
const swd = ["swd"];
const target = `swd newdap chip cpu -expected-id 0
dap create chip.dap -chain-position chip.cpu
target create chip.cpu cortex_m -dap chip.dap
`;

describe("a comment after a command without a semicolon", () => {
  it.each([
    ["adapter speed 1000 # kHz", "adapter speed 1000 ;# kHz"],
    ['set WORKAREASIZE 0x2000 # bytes, "all"', 'set WORKAREASIZE 0x2000 ;# bytes, "all"'],
    ["reset_config srst_only # no trst", "reset_config srst_only ;# no trst"],
    ["reset_config srst_only #no trst", "reset_config srst_only ;#no trst"],
    ["source [find a.cfg] # first", "source [find a.cfg] ;# first"],
    [
      "gdb_port 3333 # gdb\ntelnet_port 4444\t# telnet\n",
      "gdb_port 3333 ;# gdb\ntelnet_port 4444\t;# telnet\n",
    ],
    ["proc a {} { echo a } # done\na", "proc a {} { echo a } ;# done\na"],
    [
      `${target}chip.cpu configure -work-area-size 0x1000 # all of it\n`,
      `${target}chip.cpu configure -work-area-size 0x1000 ;# all of it\n`,
    ],
    [
      `${target}chip.cpu configure -event reset-init {\n\tadapter speed 4000 # fast\n}\n`,
      `${target}chip.cpu configure -event reset-init {\n\tadapter speed 4000 ;# fast\n}\n`,
    ],
  ])("%j becomes %j", (before, after) => {
    const patch = fix(before, { files: { "a.cfg": "" }, transports: swd });
    expect(new Set(patch.fixed.map(({ rule }) => rule))).toEqual(new Set(["comment-in-command"]));
    expect(patch.after).toBe(after);
    expect(patch.left).toEqual([]);
  });

  it("is found with what else is wrong in the line", () => {
    const patch = fix("reset_config srst-only # no trst");
    expect(patch.fixed.map(({ rule }) => rule)).toEqual(["comment-in-command", "reset-config-unknown"]);
    expect(patch.after).toBe("reset_config srst_only ;# no trst");
  });

  it.each([
    ["a comment of its own command", "adapter speed 1000 ;# kHz"],
    ["a word that is wanted", "proc a {args} {}\na # b\nset x #\nset y {# no}"],
    ["what a script catches", "catch { adapter speed 1000 # kHz\n}"],
  ])("is not seen in %s", (_, text) => {
    expect(placesIn(text)).toEqual([]);
  });
});

it.each([
  ["target/chip.cfg\nreset_config none", "source [find target/chip.cfg]\nreset_config none"],
  ["source [target/chip.cfg]", "source [find target/chip.cfg]"],
])("a script's name as a command becomes what sources it: %j", (before, after) => {
  const patch = fix(before, { files: { "target/chip.cfg": "" } });
  expect(patch.fixed.map(({ rule }) => rule)).toEqual(["command-unknown"]);
  expect(patch.after).toBe(after);
  expect(patch.left).toEqual([]);
});

it("a command of a DAP as 0.10.0 has it becomes the DAP's own", () => {
  const text = `${target}init\ndap apreg 1 0x04 0x01\n`;
  const patch = fix(text, { transports: swd });
  expect(patch.after).toBe(text.replace("dap apreg", "chip.dap apreg"));
  expect(patch.left).toEqual([]);
  expect(placesIn(`${target}init\ndap apreq 1`, { transports: swd })).toEqual(["command-unknown:5"]);
});

it("a comment as C has it becomes one", () => {
  expect(fix("// my board\nadapter speed 1000\n").after).toBe("# my board\nadapter speed 1000\n");
});

describe("a byte order mark", () => {
  it.each(["# my board\nadapter speed 1000\n", "adapter speed 1000\nreset_config none"])(
    "is taken away: %j",
    (text) => {
      const patch = fix(`\xef\xbb\xbf${text}`);
      expect(patch.fixed.map(({ rule, at }) => `${rule}:${at.line}`)).toEqual(["byte-order-mark:1"]);
      expect(patch.after).toBe(text);
    },
  );

  it("does not hide what comes after it", () => {
    expect(placesIn("\xef\xbb\xbf# board\nreset_config nonsense")).toEqual([
      "byte-order-mark:1",
      "reset-config-unknown:2",
    ]);
  });

  it.each([
    ["UTF-16LE", "\xff\xfea\x00 \x00\xfc\x00"],
    ["UTF-16BE", "\xfe\xff\x00a\x00 \x00\xfc"],
  ])("of %s is one finding, and the file is saved as UTF-8", (encoding, letters) => {
    const text = letters.replace(/(?<=\xfe|\xff)a|a/, "#");
    const found = findingsIn(text);
    expect(found.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      `byte-order-mark the file is encoded as ${encoding}; OpenOCD reads bytes, such as UTF-8`,
    ]);
    expect(fix(text).after).toBe("# \xc3\xbc");
  });

  it("of a script that is sourced is fixed there", () => {
    const files = { "a.cfg": "\xef\xbb\xbfadapter speed 1000\n" };
    const patch = fix("source [find a.cfg]", { files });
    expect(patch.files.map(({ path, after }) => [path, after])).toEqual([
      ["/scripts/a.cfg", "adapter speed 1000\n"],
    ]);
  });
});

describe("backslashes in a path", () => {
  const files = { "interface/stlink.cfg": "", "target/new.cfg": "", "folder/a.cfg": "" };

  it.each([
    ["source [find interface\\stlink.cfg]", "source [find interface/stlink.cfg]"],
    ['source [find "target\\new.cfg"]', 'source [find "target/new.cfg"]'],
    ["source [find interface\\stlink-v2.cfg]", "source [find interface/stlink.cfg]"],
    ["source \\scripts\\folder\\a.cfg", "source /scripts/folder/a.cfg"],
    ["set FIRMWARE C:\\build\\fw.elf", "set FIRMWARE C:/build/fw.elf"],
    ['add_script_search_dir "C:\\tools\\new" ;# mine', 'add_script_search_dir "C:/tools/new" ;# mine'],
  ])("%s becomes %s", (before, after) => {
    const patch = fix(before, { files });
    expect(patch.fixed.map(({ rule }) => rule)).toEqual(["backslash-in-path"]);
    expect(patch.after).toBe(after);
    expect(patch.left).toEqual([]);
  });

  it("are named as the cause where no such file is at hand, with what Tcl makes of them", () => {
    const found = findingsIn("source [find C:\\tinygo\\board.cfg]");
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      "backslash-in-path: Tcl reads the backslashes of C:\\tinygo\\board.cfg as escapes, and makes C:<tab>inygo<backspace>oard.cfg of it",
    ]);
    expect(found[0]!.fix!.title).toBe("write C:/tinygo/board.cfg");
  });

  it.each([
    "set FIRMWARE {C:\\build\\fw.elf}",
    "set FIRMWARE C:\\\\build\\\\fw.elf",
    'echo "C:\\temp"',
    "set pattern a:\\d",
    "adapter \\\n  speed 1000",
  ])("are no slip in %j", (text) => {
    expect(placesIn(text)).toEqual([]);
  });
});

describe("an operating system", () => {
  const rtos = (name: string) => `${target}chip.cpu configure -rtos ${name}\n`;

  it.each([
    ["zephyr", "Zephyr", false],
    ["freertos", "FreeRTOS", false],
    ["Nuttx", "nuttx", false],
    ["FreRTOS", "FreeRTOS", true],
  ])("%s is %s, unsafe: %s", (name, meant, unsafe) => {
    expect(fix(rtos(name), { transports: swd }).after).toBe(rtos(unsafe ? name : meant));
    expect(fix(rtos(name), { transports: swd }, true).after).toBe(rtos(meant));
  });

  it("that this OpenOCD does not know is known of others", () => {
    const [finding] = findingsIn(rtos("zephyr"), { transports: swd, openocd: "0.11.0" });
    expect(finding).toMatchObject({ rule: "rtos-unknown" });
    expect(finding!.notes[0]).toBe("zephyr exists in 0.12.0, master and st-1.8.0 to st-1.13.0");
    expect(finding!.fix).toBeUndefined();
  });

  it.each([
    ["Zephyr", master],
    ["ChibiOS", "0.10.0"],
    ["chibios", "0.11.0"],
    ["auto", "0.12.0"],
  ])("%s is right in %s", (name, openocd) => {
    expect(
      placesIn(rtos(name), { transports: swd, openocd }).filter((one) => one.startsWith("rtos")),
    ).toEqual([]);
  });
});

describe("what a script would bring that cannot be found", () => {
  it.each([
    ["source [find target/no.cfg]\n$_TARGETNAME configure -rtos auto", "source-not-found:1"],
    [
      "source [find target/no.cfg]\nno.cpu configure -event reset-init { no_init; mmw 1 2 3 }",
      "source-not-found:1",
    ],
    ["source [find target\\no.cfg]\n$_TARGETNAME configure -rtos auto", "backslash-in-path:1"],
    ["source [find board/no.cfg]\nno_init", "source-not-found:1"],
    ["source [find target/swj.tcl]\nswj_newdap chip cpu -irlen 4", "source-not-found:1"],
  ])("is no finding of its own: %j", (text, only) => {
    expect(placesIn(text, { files: { "target/swj-dp.tcl": "proc swj_newdap {args} {}" } })).toEqual([only]);
  });

  it.each([
    ["$_TARGETNAME configure -rtos auto\nsource [find target/no.cfg]", "variable-unset:1"],
    ["source [find interface/no.cfg]\n$_TARGETNAME configure -rtos auto", "variable-unset:2"],
    ["source [find target/no.cfg]\nadapter_kzh 100\njtag_khz 100", "command-unknown:3"],
  ])("is one where it cannot be that: %j", (text, also) => {
    expect(placesIn(text)).toContain(also);
  });
});
