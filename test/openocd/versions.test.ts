import { describe, expect, it } from "vitest";
import { withFiles } from "../../src/files/layered-files.ts";
import { type LoadOptions, loadConfigSync } from "../../src/openocd/load.ts";

const nothing = { read: () => undefined, kind: () => undefined };

function load(text: string, options: LoadOptions = {}) {
  const fs = withFiles(new Map([["/board.cfg", text]]), nothing);
  return loadConfigSync("/board.cfg", { fs, ...options });
}

/** The messages of what an OpenOCD refuses. */
function refusals(text: string, openocd: string, transport = "swd"): string[] {
  return load(text, { openocd, transport }).problems.map(({ message }) => message);
}

const r1 = "0.10.0+dev-00699-g13de478d2";
const r2 = "0.10.0+dev-01288-g471423596";
const r6 = "0.12.0-00024-g34afaa939 [https://github.com/STMicroelectronics/OpenOCD]";
const master = "0.12.0+dev-02632-gabbbc2e05";

describe("commands by version", () => {
  it.each([
    ["adapter speed 100", r1, ['invalid command name "adapter"']],
    ["adapter speed 100", r2, []],
    ["adapter_khz 100", r1, []],
    ["adapter_khz 100", "0.12.0", []],
    ["adapter_nsrst_delay 100", r1, []],
    ["hla_stlink_backend tcp", r2, ['invalid command name "hla_stlink_backend"']],
    ["read_memory 0 32 1", r1, ['invalid command name "read_memory"']],
  ])("%s in %s", (text, openocd, messages) => {
    expect(refusals(text, openocd)).toEqual(messages);
  });

  it("runs `interface` where it is the only word for it", () => {
    expect(load("interface hla", { openocd: r1 }).adapter).toBe("hla");
    expect(load("interface hla", { openocd: "0.12.0" }).adapter).toBe("hla");
  });
});

describe("flash drivers by version", () => {
  const config = (driver: string) => `
swd newdap chip cpu -expected-id 0
dap create chip.dap -chain-position chip.cpu
target create chip.cpu cortex_m -dap chip.dap
flash bank chip.flash ${driver} 0x08000000 0 0 0 chip.cpu`;

  it.each([
    ["stm32l5x", r2, true],
    ["stm32l5x", "0.12.0", false],
    ["stm32l4x", "0.12.0", true],
    ["stm32h5x", "0.12.0", false],
    ["stm32h5x", r6, true],
  ])("%s in %s", (driver, openocd, exists) => {
    const messages = exists ? [] : [`flash driver '${driver}' not found`];
    expect(refusals(config(driver), openocd)).toEqual(messages);
  });
});

describe("events by version", () => {
  const config = (event: string) => `
jtag newtap chip cpu -irlen 4
dap create chip.dap -chain-position chip.cpu
target create chip.cpu cortex_m -dap chip.dap
chip.cpu configure -event ${event} {}`;

  it.each([
    ["step-start", r1, false],
    ["step-start", r2, true],
    ["reset-halt", r1, true],
    ["reset-halt", master, false],
  ])("%s in %s", (event, openocd, exists) => {
    expect(refusals(config(event), openocd, "jtag").length).toBe(exists ? 0 : 1);
  });
});

describe("HLA by version", () => {
  const config = `
hla newtap chip cpu -expected-id 0
dap create chip.dap -chain-position chip.cpu
target create chip.cpu cortex_m -dap chip.dap
chip.dap apcsw 0`;

  it("has its own newtap up to 0.11, and no commands for the DAP", () => {
    const { taps, targets, problems } = load(config, { openocd: r2, transport: "hla_swd" });
    expect(taps.map(({ name }) => name)).toEqual(["chip.cpu"]);
    expect(targets[0]!.type).toBe("hla_target");
    expect(problems).toMatchObject([{ message: 'invalid command name "chip.dap"', line: 5 }]);
  });

  it("leaves `hla newtap` to swj_newdap in 0.12", () => {
    expect(refusals(config, "0.12.0", "hla_swd")).toEqual(['invalid command name "swj_newdap"']);
  });
});

describe("versions that cannot be read", () => {
  it("are refused before anything is run", () => {
    expect(() => load("", { openocd: "newest" })).toThrow('"newest" is not a version of OpenOCD');
  });
});

describe("commands that a device brings", () => {
  it.each([
    ["foo bar", ['invalid command name "foo"']],
    ["virtex2 read_stat 0", ['invalid command name "virtex2"']],
    ["jtag newtap c t -irlen 6\npld device virtex2 c.t", []],
  ])("%j", (text, messages) => {
    expect(refusals(text, "0.12.0", "jtag")).toEqual(messages);
  });
});
