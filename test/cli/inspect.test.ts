import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith } from "../install/fixtures.ts";
import { l5cfgFix } from "../support/command.ts";
import { bytes, cubeOpenocd, scripts } from "../support/fixtures.ts";

const l5 = join(scripts, "target/stm32l5x.cfg");
const g0 = join(scripts, "target/stm32g0x.cfg");

async function inspected(file: string, ...args: string[]) {
  const { status, stdout } = await l5cfgFix(["inspect", file, "--format", "json", ...args]);
  return { status, config: JSON.parse(stdout) };
}

it("prints what a config makes as JSON, each thing with the file and the span that made it", async () => {
  const { status, config } = await inspected(g0, "--transport", "dapdirect_swd");
  expect(status).toBe(0);
  expect(config).toMatchObject({
    file: g0,
    transport: "dapdirect_swd",
    openocd: cubeOpenocd,
    taps: [{ name: "stm32g0x.cpu" }],
    daps: [{ name: "stm32g0x.dap", chainPosition: "stm32g0x.cpu" }],
    targets: [
      {
        name: "stm32g0x.cpu",
        type: "cortex_m",
        endian: "little",
        dap: "stm32g0x.dap",
        workArea: { phys: 0x20000000, size: 0x2000, backup: false },
      },
    ],
    flashBanks: [
      { name: "stm32g0x.flash", driver: "stm32l4x", base: 0x08000000, size: 0, target: "stm32g0x.cpu" },
    ],
    variables: { _CHIPNAME: "stm32g0x" },
    problems: [],
  });
  expect(config.events.map(({ name }: { name: string }) => name)).toContain("reset-init");
  expect(config.procs.map(({ name }: { name: string }) => name)).toContain("swj_newdap");
  expect(config.sources[0]).toEqual({ path: g0 });
  expect(config.sources[1]).toMatchObject({
    path: join(scripts, "target/swj-dp.tcl"),
    sourcedAt: { file: g0 },
  });
  for (const kind of ["taps", "daps", "targets", "flashBanks", "events", "procs"]) {
    for (const { file, line, column, span } of config[kind]) {
      const before = bytes(file).slice(0, span.start).split("\n");
      expect({ line, column }).toEqual({ line: before.length, column: before.at(-1)!.length + 1 });
      expect(span.end).toBeGreaterThan(span.start);
    }
  }
  const [{ file, span }] = config.daps;
  expect(bytes(file).slice(span.start, span.end)).toMatch(/^dap create .*\S$/);
});

it("shows a work area that is not there as zeros", async () => {
  expect((await inspected(l5)).config.targets[0].workArea).toEqual({
    phys: 0,
    virt: 0,
    size: 0,
    backup: false,
  });
});

it("prints it for a person", async () => {
  const { status, stdout } = await l5cfgFix(["inspect", "target/stm32l5x.cfg"], { cwd: scripts });
  expect(status).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "target/stm32l5x.cfg: OpenOCD 0.10.0+dev-g30d1303 (ships with STM32CubeIDE debug plugin 1.4.0.202007081208), hla_swd
    tap     stm32l5.cpu
    dap     stm32l5.dap on stm32l5.cpu
    target  stm32l5.cpu hla_target, no work area
    bank    stm32l5.flash stm32l5x at 0x08000000 of stm32l5.cpu
    bank    stm32l5.flash_sec stm32l5x at 0x0c000000 of stm32l5.cpu
    event   stm32l5.cpu examine-end (target/stm32l5x.cfg:94)
    event   stm32l5.cpu trace-config (target/stm32l5x.cfg:114)
    event   stm32l5.cpu halted (target/stm32l5x.cfg:135)
    event   stm32l5.cpu reset-init (target/stm32l5x.cfg:183)
    event   stm32l5.cpu gdb-attach (target/stm32l5x.cfg:195)
    event   stm32l5.cpu gdb-detach (target/stm32l5x.cfg:214)
    proc    swj_newdap (target/swj-dp.tcl:13)
    proc    mem_helper_read (mem_helper.tcl:7)
    proc    mrw (mem_helper.tcl:12)
    proc    mrh (mem_helper.tcl:16)
    proc    mrb (mem_helper.tcl:20)
    proc    mmw (mem_helper.tcl:25)
    proc    mmh (mem_helper.tcl:31)
    proc    mmb (mem_helper.tcl:37)
    proc    ahb_ap_non_secure_access (target/stm32l5x.cfg:125)
    proc    ahb_ap_secure_access (target/stm32l5x.cfg:130)
    proc    stm32l5_pll_110mhz_ns (target/stm32l5x.cfg:148)
    proc    stm32l5_pll_110mhz_sec (target/stm32l5x.cfg:169)
    "
  `);
});

it("prints the problems of a file that OpenOCD refuses, and ends with 1", async () => {
  const { status, stdout } = await l5cfgFix(["inspect", "target/stm32l5x.cfg", "--openocd", "0.12.0"], {
    cwd: scripts,
  });
  expect(status).toBe(1);
  expect(stdout).toContain("target/swj-dp.tcl:15: Infinite eval recursion\n");
  const { status: same, config } = await inspected(l5, "--openocd", "0.12.0");
  expect(same).toBe(1);
  expect(config.problems).toMatchObject([{ file: join(scripts, "target/swj-dp.tcl"), line: 15 }]);
});

it("names the span of a problem", async () => {
  const cwd = folderWith({ "x.cfg": "echo one\n  error {not so}\n" });
  const { status, stdout } = await l5cfgFix(["inspect", "x.cfg", "--format", "json"], { cwd });
  expect(status).toBe(1);
  expect(JSON.parse(stdout).problems).toMatchObject([
    {
      message: "not so",
      file: join(cwd, "x.cfg"),
      line: 2,
      column: 3,
      span: { start: 11 },
    },
  ]);
});

it("shows names in UTF-8, those of variables, too, and other bytes as they are", async () => {
  const cwd = folderWith({ "x.cfg": `${utf8("set größe groß; proc tür {} {}")}\nset latin1 \xfc\n` });
  const { stdout } = await l5cfgFix(["inspect", "x.cfg", "--format", "json", "--set", "größe=klein"], {
    cwd,
  });
  const config = JSON.parse(Buffer.from(stdout, "latin1").toString("utf8"));
  expect(config.variables).toMatchObject({ größe: "groß", latin1: "ü" });
  expect(config.procs[0].name).toBe("tür");
});

it("takes one config only", async () => {
  const { status, stdout, stderr } = await l5cfgFix(["inspect", scripts]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain("holds 3 configs; inspect takes one");
});

function utf8(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}
