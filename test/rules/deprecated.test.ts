import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith } from "../install/fixtures.ts";
import { l5cfgFix } from "../support/command.ts";
import { describeWithOpenocd, openocd, scriptsDir } from "../support/openocd.ts";
import { findingsIn, placesIn } from "./support.ts";

const master = "0.12.0+dev-02632-gabbbc2e05";
const config = `interface ftdi
ftdi_vid_pid 0x0403 0x6010
ftdi_layout_init 0x0018 0x05fb
ftdi_serial "A1"
adapter_khz 1000
set A [expr 1 + 2]
for {set i 0} {$i < 3} {incr i} { set A [expr $A + $i] }
`;

describe("what works and is deprecated", () => {
  it("is reported with its replacement, by release", () => {
    const titles = (openocd: string) => findingsIn(config, { openocd }).map(({ fix }) => fix!.title);
    const plain = [
      "write `adapter driver` in place of `interface`",
      "write `adapter speed` in place of `adapter_khz`",
    ];
    expect(titles("0.10.0")).toEqual([]);
    expect(titles("0.11.0")).toEqual(plain);
    expect(titles("0.12.0")).toEqual([
      plain[0],
      "write `ftdi vid_pid` in place of `ftdi_vid_pid`",
      "write `ftdi layout_init` in place of `ftdi_layout_init`",
      "write `adapter serial` in place of `ftdi_serial`",
      plain[1],
      "put the expression in braces",
      "put the expression in braces",
    ]);
    expect(titles(master).slice(1, 2)).toEqual(["write `adapter usb vid_pid` in place of `ftdi_vid_pid`"]);
  });

  it.each([
    [
      "a script that says so itself",
      "source [find interface/stlink-v2-1.cfg]",
      {
        "interface/stlink-v2-1.cfg":
          'echo "WARNING: interface/stlink-v2-1.cfg is deprecated, please switch to interface/stlink.cfg"\n',
      },
      "0.12.0",
      "source interface/stlink.cfg in place of interface/stlink-v2-1.cfg",
    ],
    [
      "a script that find finds elsewhere",
      "source [find target/nrf52.cfg]",
      { "target/nordic/nrf52.cfg": "" },
      master,
      "source target/nordic/nrf52.cfg in place of target/nrf52.cfg",
    ],
    [
      "a transport's old name",
      "adapter driver st-link\ntransport select dapdirect_swd",
      {},
      master,
      "select swd in place of dapdirect_swd",
    ],
  ] as const)("%s", (_, text, files, version, title) => {
    const all = { "interface/stlink.cfg": "", ...files };
    const found = findingsIn(text, { files: all as Record<string, string>, openocd: version });
    expect(found.map(({ rule, severity, fix }) => [rule, severity, fix?.title])).toEqual([
      ["deprecated", "info", title],
    ]);
  });

  it.each([
    [
      "the newest names",
      "adapter driver ftdi\nftdi vid_pid 0x0403 0x6010\nadapter speed 1000\nset A [expr {1 + 2}]",
      "0.12.0",
    ],
    ["names that no other has here", "interface ftdi\nadapter_khz 1000", "0.10.0"],
    [
      "names that only a later release changed",
      "gdb_port 3333\nadapter driver hla\nhla_layout stlink",
      "0.12.0",
    ],
    [
      "a proc of the config's own",
      "proc adapter_khz {speed} { adapter speed $speed }\nadapter_khz 100",
      "0.12.0",
    ],
  ])("are not %s", (_, text, version) => {
    expect(placesIn(text, { openocd: version })).toEqual([]);
  });

  it("hides no refusal of the same command", () => {
    expect(placesIn("interface no_such_driver")).toEqual(["adapter-unknown:1", "deprecated:1"]);
  });

  it("can be silenced", () => {
    expect(placesIn("# l5cfg-fix disable-next-line deprecated -- for 0.11, too\nadapter_khz 1000")).toEqual(
      [],
    );
  });
});

describeWithOpenocd("OpenOCD 0.12.0 itself", () => {
  it("calls the same deprecated", () => {
    const folder = folderWith({ "openocd.cfg": config });
    const file = join(folder, "openocd.cfg");
    const { stderr } = spawnSync(openocd!, ["-s", scriptsDir, "-f", file, "-c", "shutdown"], {
      encoding: "latin1",
      timeout: 10_000,
      killSignal: "SIGKILL",
    });
    const said = stderr.split("\n").filter((line) => line.includes("DEPRECATED"));
    const found = findingsIn(config).map(({ message }) => message);
    const kinds = new Set(said.map((line) => /not '(\w+)/.exec(line)![1]!));
    expect(kinds.size).toBe(6);
    for (const word of kinds) expect(found.some((message) => message.includes(word))).toBe(true);
    expect(new Set(found).size).toBe(kinds.size);
  });
});

describe("a remark in each report", () => {
  const adapterKhz = () => folderWith({ "x.cfg": "adapter_khz 1000\n" });
  const check = (...args: string[]) =>
    l5cfgFix(["--check", "x.cfg", "--openocd", "0.12.0", ...args], { cwd: adapterKhz() });

  it("is no finding, and changes no exit status", async () => {
    const { status, stdout, stderr } = await check();
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toContain(
      "x.cfg:1:1 info deprecated: OpenOCD 0.12.0 calls `adapter_khz` deprecated; its name is",
    );
    expect(stderr).toContain("Nothing to fix. 1 remark.\n");
  });

  it.each([
    ["json", '"severity": "info"'],
    ["github", "::notice file=x.cfg,line=1,"],
    ["sarif", '"level": "note"'],
    ["unix", "x.cfg:1:1: info: "],
  ])("%s has %s", async (format, words) => {
    const { status, stdout } = await check("--format", format);
    expect(status).toBe(0);
    expect(stdout).toContain(words);
  });

  it("is on the page", async () => {
    const folder = adapterKhz();
    const { status } = await l5cfgFix(["x.cfg", "--openocd", "0.12.0", "--html", "page.html"], {
      cwd: folder,
    });
    expect(status).toBe(0);
    const page = readFileSync(join(folder, "page.html"), "latin1");
    expect(page).toContain("info");
    expect(page).toContain("nothing to fix");
    expect(page).toContain("calls `adapter_khz` deprecated");
  });

  it("is left as it is by a fix", async () => {
    const folder = adapterKhz();
    const { status, stdout } = await l5cfgFix(["x.cfg", "--openocd", "0.12.0"], { cwd: folder });
    expect(status).toBe(0);
    expect(stdout).toContain("Nothing to fix. 1 remark");
    expect(readFileSync(join(folder, "x.cfg"), "latin1")).toBe("adapter_khz 1000\n");
  });
});
