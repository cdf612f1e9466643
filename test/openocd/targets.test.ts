import { describe, expect, it } from "vitest";
import { chip, load } from "./memory.ts";

describe("targets", () => {
  it("are what the options say, the last one of each", () => {
    const { targets } = load(
      `${chip}chip.cpu configure -work-area-phys 0x20000000 -work-area-size 0x1000 -coreid 2
chip.cpu configure -work-area-size 0x2000 -work-area-backup 5 -endian big -work-area-virt 0x10`,
      { transport: "jtag" },
    );
    expect(targets).toMatchObject([
      {
        name: "chip.cpu",
        type: "cortex_m",
        requestedType: "cortex_m",
        dap: "chip.dap",
        chainPosition: "chip.cpu",
        coreId: 2,
        endian: "big",
        workArea: { phys: 0x20000000, virt: 0x10, size: 0x2000, backup: true },
      },
    ]);
    expect(targets[0]!.workAreaSetAt.map(({ line }) => line)).toEqual([4, 5]);
  });

  it.each([
    ["-work-area-phys 0x20000000", "536870912"],
    ["-work-area-virt 0xffffffff80000000", "-2147483648"],
    ["-work-area-size 4096", "4096"],
    ["-work-area-backup 2", "1"],
    ["-endian be", "big"],
    ["-endian le", "little"],
    ["-coreid 3", "3"],
    ["-dbgbase 0x80090000", "2148073472"],
    ["-gdb-port 4444", "4444"],
    ["-gdb-max-connections 2", "2"],
    ["-ap-num 1", "1"],
    ["-ap-num 0x80000000", "2147483648"],
  ])("tell %s", (words, value) => {
    const [option] = words.split(" ");
    const text = `${chip}chip.cpu configure ${words}\nset said [chip.cpu cget ${option}]`;
    expect(load(text, { transport: "jtag" })).toMatchObject({ variables: { said: value }, problems: [] });
  });

  it("become hla_target under HLA, and cannot be else", () => {
    const text = chip.replace("jtag newtap", "swd newdap");
    expect(load(text, { transport: "hla_swd" }).targets).toMatchObject([
      { type: "hla_target", requestedType: "cortex_m", chainPosition: "chip.cpu" },
    ]);
    const other = load(text.replace("cortex_m", "cortex_a"), { transport: "hla_swd" });
    expect(other.problems).toMatchObject([{ message: "The selected transport doesn't support this target" }]);
  });

  it("are chosen by name, by number, and by being created", () => {
    const text = `${chip}target create two testee -chain-position 0
set a [target current]; targets chip.cpu; set b [target current]; targets 0x1; set c [target current]
set all [target names]`;
    expect(load(text, { transport: "jtag" }).variables).toMatchObject({
      a: "two",
      b: "chip.cpu",
      c: "two",
      all: "chip.cpu two",
    });
  });
});

describe("events", () => {
  const events = (text: string) => load(chip + text, { transport: "jtag" }).events;

  it("keep their bodies as they are written", () => {
    const body = '\n\t# comment }\\{\n\techo "$x [y]"\n';
    const [handler] = events(`chip.cpu configure -event reset-init {${body.replace("}", "")}}`);
    expect(handler).toMatchObject({ target: "chip.cpu", name: "reset-init", body: body.replace("}", "") });
  });

  it("are replaced in place, and returned by cget", () => {
    const text = `chip.cpu configure -event reset-init {one}
chip.cpu configure -event reset-start {other}
chip.cpu configure -event reset-init {two}
set said [chip.cpu cget -event reset-init]`;
    expect(events(text).map(({ name, body, at }) => [name, body, at.line])).toEqual([
      ["reset-init", "two", 6],
      ["reset-start", "other", 5],
    ]);
    expect(load(chip + text, { transport: "jtag" }).variables.said).toBe("two");
  });

  it("substitute only where the config does", () => {
    const [handler] = events('set speed 4000\nchip.cpu configure -event reset-init "adapter speed $speed"');
    expect(handler!.body).toBe("adapter speed 4000");
  });
});

describe("taps, daps and banks", () => {
  it("are in the order they were made", () => {
    const text = `jtag newtap chip cpu -irlen 4 -expected-id 0x4ba00477 -expected-id -1
jtag newtap chip bs -irlen 5 -disable
dap create b -chain-position 1
dap create a -chain-position chip.cpu
target create t cortex_m -dap a
flash bank f1 stm32f1x 0x08000000 0x10000 1 2 t
flash bank f2 faux 0 0x1000 0 0 0`;
    const { taps, daps, flashBanks, problems } = load(text, { transport: "jtag" });
    expect(problems).toEqual([]);
    expect(taps).toMatchObject([
      { name: "chip.cpu", irLength: 4, expectedIds: [0x4ba00477, 0xffffffff], enabled: true },
      { name: "chip.bs", irLength: 5, expectedIds: [], enabled: false },
    ]);
    expect(daps).toMatchObject([
      { name: "b", chainPosition: "chip.bs" },
      { name: "a", chainPosition: "chip.cpu" },
    ]);
    expect(flashBanks).toMatchObject([
      {
        name: "f1",
        driver: "stm32f1x",
        base: 0x08000000,
        size: 0x10000,
        chipWidth: 1,
        busWidth: 2,
        target: "t",
      },
      { name: "f2", driver: "faux", target: "t" },
    ]);
  });

  it.each(["swd", "dapdirect_swd"])("need no options under %s, which ignores them", (transport) => {
    const { taps, problems } = load("swd newdap a b -irlen x", { transport });
    expect({ names: taps.map(({ name }) => name), problems }).toEqual({ names: ["a.b"], problems: [] });
  });
});
