import { describe, expect, it } from "vitest";
import { findingsIn, fix, placesIn } from "./support.ts";

const r1 = "0.10.0+dev-00699-g13de478d2";
const r2 = "0.10.0+dev-01288-g471423596";
const r3 = "0.11.0-rc2+dev-00039-gff701ce82";
const master = "0.12.0+dev-02632-gabbbc2e05";

const target = `swd newdap chip cpu -expected-id 0
dap create chip.dap -chain-position chip.cpu
target create chip.cpu cortex_m -dap chip.dap
`;
const swd = ["swd"];

describe("a command that this version does not have", () => {
  it.each([
    ["adapter speed 480 ;# slow", r1, "adapter_khz 480 ;# slow"],
    ["jtag_khz 480", "0.12.0", "adapter speed 480"],
    ["  adapter srst delay   100", r1, "  adapter_nsrst_delay   100"],
    ["adapter driver hla\nhla_layout stlink", r1, "interface hla\nhla_layout stlink"],
    ["interface hla\nhla_layout stlink", r2, "interface hla\nhla_layout stlink"],
    ["adapter driver hla\nhla layout stlink", "0.12.0", "adapter driver hla\nhla_layout stlink"],
    ["adapter driver hla\nhla layout stlink", master, "adapter driver hla\nhla layout stlink"],
    ["adapter driver hla\nhla_layout stlink", master, "adapter driver hla\nhla_layout stlink"],
    [
      "adapter driver hla\nhla_stlink_backend tcp 7184",
      r2,
      "adapter driver hla\nhla_stlink_interface server 7184",
    ],
    ["interface hla\nhla_stlink_backend tcp 7184", r1, "interface hla\nhla_use_stlink_server 7184"],
    ["interface st-link\nst-link backend tcp", r1, "interface st-link\nst-link use_stlink_server"],
    ["adapter driver ftdi\nftdi layout_init 1 2", r3, "adapter driver ftdi\nftdi_layout_init 1 2"],
    ["adapter driver ftdi\nftdi_layout_init 1 2", r3, "adapter driver ftdi\nftdi_layout_init 1 2"],
    ["adapter driver ftdi\nftdi_layout_init 1 2", "0.12.0", "adapter driver ftdi\nftdi_layout_init 1 2"],
    ["if {[adapter name] eq {}} { adapter speed 1 }", r1, "if {[adapter_name] eq {}} { adapter speed 1 }"],
  ])("%s in %s becomes %s", (before, openocd, after) => {
    const patch = fix(before, { openocd });
    expect(patch.after).toBe(after);
    expect(patch.left).toEqual([]);
  });

  it("is found in handlers and in procs, and fixed there", () => {
    const text = `${target}chip.cpu configure -event reset-init {\n\tadapter speed 4000\n}\nproc slow {} { adapter speed 1 }\n`;
    const found = findingsIn(text, { openocd: r1, transports: swd });
    expect(found.map(({ rule, severity, at }) => `${rule} ${severity} ${at.line}`)).toEqual([
      "command-unknown error 5",
      "command-unknown warning 7",
    ]);
    expect(fix(text, { openocd: r1, transports: swd }).after).toBe(
      text.replaceAll("adapter speed", "adapter_khz"),
    );
  });

  it("has no fix where nothing takes its place, but advice", () => {
    const [finding] = findingsIn("proc peek {} { return [get_reg pc] }", { openocd: r1 });
    expect(finding).toMatchObject({ rule: "command-unknown", severity: "warning" });
    expect(finding!.fix).toBeUndefined();
    expect(finding!.notes.join()).toContain("`reg NAME` prints a register");
  });

  it("is left alone where the script catches it", () => {
    expect(placesIn("if {[catch {adapter speed 1}]} { adapter_khz 1 }", { openocd: r1 })).toEqual([]);
  });

  it.each(["adapter speeed 100", "no_such_command"])(
    "is found in a handler where no version has it: %s",
    (words) => {
      const text = `${target}chip.cpu configure -event reset-init {\n\t${words}\n\techo after\n}\n`;
      const found = findingsIn(text, { transports: swd });
      expect(found.map(({ rule, severity, at }) => `${rule} ${severity} ${at.line}`)).toEqual([
        "command-unknown error 5",
      ]);
      expect(found[0]!.message).toContain("in the handler of reset-init");
    },
  );

  it("is found where no version has it either, and not where the config defines it", () => {
    expect(placesIn("no_such_command 1")).toEqual(["command-unknown:1"]);
    expect(placesIn("proc jtag_khz {speed} { adapter speed $speed }\njtag_khz 480")).toEqual([]);
  });

  it("is no finding where what brings it is not known of that version", () => {
    const text = `${target}chip.cpu configure -event trace-config { tpiu config disable }\n`;
    expect(placesIn(text, { openocd: r1, transports: swd })).toEqual([]);
  });
});

describe("an event that this version does not have", () => {
  const config = (event: string) => `${target}chip.cpu configure -event ${event} { echo hi }\n`;

  it.each([
    ["step-start", r1, 1],
    ["step-start", r2, 0],
    ["reset-halt", r1, 0],
    ["reset-halt", "0.12.0", 1],
  ])("%s in %s: %i", (event, openocd, count) => {
    const found = findingsIn(config(event), { openocd, transports: swd });
    expect(found.filter(({ rule }) => rule === "event-unknown")).toHaveLength(count);
    expect(found.every(({ fix }) => fix === undefined)).toBe(true);
  });

  it("is fixed where only its letters are wrong", () => {
    expect(fix(config("Reset_End"), { transports: swd }).after).toBe(config("reset-end"));
  });

  it("is found in procs, too", () => {
    const text = `${target}proc later {} { chip.cpu configure -event nonsense {} }\n`;
    expect(placesIn(text, { transports: swd })).toEqual(["event-unknown:4"]);
  });

  it("does not keep what follows from being read", () => {
    const text = `${config("nonsense")}reset_config nonsense_too\n`;
    expect(placesIn(text, { transports: swd })).toEqual(["event-unknown:4", "reset-config-unknown:5"]);
  });
});

describe("a transport that the adapter does not have", () => {
  it("is not changed without --unsafe", () => {
    const text = "adapter driver st-link\ntransport select hla_swd\n";
    expect(placesIn(text)).toEqual(["transport-unsupported:2"]);
    expect(fix(text).after).toBe(text);
    expect(fix(text, {}, true).after).toBe("adapter driver st-link\ntransport select dapdirect_swd\n");
  });

  it("is found where the adapter has only one, which is taken at once", () => {
    expect(placesIn("adapter driver dummy\ntransport select swd\n")).toEqual(["transport-unsupported:2"]);
  });

  it("is not spoken of where the transport is the caller's", () => {
    expect(placesIn("transport select hla_swd\n")).toEqual([]);
  });
});

describe("a script that cannot be found", () => {
  it.each([
    ["source [find Target/CHIP.cfg]", { "target/chip.cfg": "" }, "source [find target/chip.cfg]"],
    ["source [find Target\\\\chip.cfg]", { "target/chip.cfg": "" }, "source [find target/chip.cfg]"],
    [
      "source [find interface/stlink-v2.cfg]",
      { "interface/stlink.cfg": "" },
      "source [find interface/stlink.cfg]",
    ],
    ["source target/chip.cfg", { "target/chip.cfg": "" }, "source [find target/chip.cfg]"],
  ])("%s with %j becomes %s", (before, files, after) => {
    expect(placesIn(before, { files: files as Record<string, string> })).toEqual(["source-not-found:1"]);
    expect(fix(before, { files: files as Record<string, string> }).after).toBe(after);
  });

  it("is left to a person where several may be meant, or none", () => {
    const files = { "target/a.cfg": "", "Target/A.cfg": "" };
    expect(findingsIn("source [find TARGET/A.cfg]", { files })[0]!.fix).toBeUndefined();
    const [none] = findingsIn("source [find target/b.cfg]\nreset_config none", { files });
    expect(none!.fix).toBeUndefined();
    expect(none!.notes.join()).toContain("looked for in /work and /scripts");
  });

  it("is no finding where the script catches it", () => {
    expect(placesIn("catch { source [find target/b.cfg] }")).toEqual([]);
  });
});

describe("reset_config", () => {
  it.each([
    ["SRST_ONLY", "srst_only", false],
    ["srst-nogate", "srst_nogate", false],
    ["srst_onyl", "srst_only", true],
  ])("%s means %s, unsafe: %s", (word, meant, unsafe) => {
    expect(fix(`reset_config ${word}`).after).toBe(`reset_config ${unsafe ? word : meant}`);
    expect(fix(`reset_config ${word}`, {}, true).after).toBe(`reset_config ${meant}`);
  });

  it("is left to a person where no word is near", () => {
    const [finding] = findingsIn("reset_config whatever");
    expect(finding).toMatchObject({ rule: "reset-config-unknown" });
    expect(finding!.fix).toBeUndefined();
  });

  it("takes all its words", () => {
    expect(
      placesIn(
        "reset_config trst_and_srst separate srst_nogate trst_push_pull srst_open_drain connect_assert_srst",
      ),
    ).toEqual([]);
  });
});

describe("a name in an expression without its $", () => {
  const rulesIn = (text: string) => findingsIn(text).map(({ rule, fix }) => [rule, fix?.title]);
  it.each([
    ["set size 3\nif { size > 2 } {}", "read $size"],
    ["set a 1\nset b 2\nif {abs(a) == 1 && b ne {x}} {}", "read $a and $b"],
    ['if { [info exists A] && A eq "on" } {}', "read $A"],
  ])("is a variable's: %j", (text, title) => {
    expect(rulesIn(text)).toContainEqual(["dollar-missing", title]);
  });
  it.each(["if { size > 2 } {}", "set a 1\nif { a == b } {}", "if { 1 == } {}"])(
    "may be anything: %j",
    (text) => {
      expect(rulesIn(text).map(([rule]) => rule)).toEqual(["config-refused"]);
    },
  );
});
