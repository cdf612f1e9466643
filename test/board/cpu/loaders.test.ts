import { expect, it } from "vitest";
import type { Bus, Size } from "../../../src/board/cpu/bus.ts";
import { Core } from "../../../src/board/cpu/core.ts";
import { describeWithOpenocd, openocd } from "../../support/openocd.ts";
import { randomFrom } from "../../support/random.ts";
import { loaderFrom } from "./loaders.ts";
import { CODE, Ram } from "./ram.ts";

const FLASH = 0x0800_0000;
const SR = 0x4002_2020;
const CR = 0x4002_2028;
const BUSY = 1 << 16;
const WRITE_PROTECTED = 1 << 4;

const contents = Buffer.from(
  Array.from(
    { length: 4096 },
    (
      (random) => () =>
        random.below(256)
    )(randomFrom(7)),
  ),
);

/** CRC-32 as BZIP2 and OpenOCD's images have it, without the last inversion: the highest bit first. */
function checksumOf(bytes: Buffer): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ 0x04c1_1db7 : crc << 1;
  }
  return crc >>> 0;
}

/** Flash that is busy for some reads of its status after each word, and may be write protected. */
class Flash implements Bus {
  readonly ram: Ram;
  readonly memory = new Ram(FLASH, new Uint8Array(4096).fill(0xff));
  readonly log: number[] = [];
  status = 0;
  #busy = 0;

  constructor(ram: Ram) {
    this.ram = ram;
  }

  read(address: number, size: Size): number | undefined {
    if (address === SR && size === 4) return this.#busy-- > 0 ? BUSY : this.status;
    return this.ram.read(address, size) ?? this.memory.read(address, size);
  }

  write(address: number, size: Size, value: number): boolean {
    if (address === CR) return this.log.push(value) > 0;
    if (this.memory.write(address, size, value)) {
      this.#busy = 3;
      return true;
    }
    return this.ram.write(address, size, value);
  }
}

function coreWith(loader: Buffer, bus: (ram: Ram) => Bus = (ram) => ram): { core: Core; ram: Ram } {
  const ram = new Ram(CODE, new Uint8Array(16 * 1024));
  ram.bytes.set(loader);
  const core = new Core(bus(ram));
  core.registers[15] = CODE;
  return { core, ram };
}

/** Runs to a BKPT, which is inside the loader. */
function runLoader(core: Core, loader: Buffer): void {
  const stop = core.run(10_000_000);
  if (stop.kind !== "breakpoint") expect.fail(JSON.stringify(stop));
  expect(stop.address - CODE).toBeLessThan(loader.length);
}

describeWithOpenocd("a loader of OpenOCD's", () => {
  it("takes the checksum of memory", () => {
    const loader = loaderFrom(openocd!, "checksum");
    const { core, ram } = coreWith(loader);
    ram.bytes.set(contents, 0x400);
    core.registers[0] = CODE + 0x400;
    core.registers[1] = contents.length - 3;
    runLoader(core, loader);
    expect(core.registers[0]).toBe(checksumOf(contents.subarray(0, -3)));
  });

  it("distinguishes erased blocks from others", () => {
    const loader = loaderFrom(openocd!, "eraseCheck");
    const { core, ram } = coreWith(loader);
    ram.bytes.fill(0xff, 0x400);
    ram.write(CODE + 0x400 + 2 * 1024 - 4, 4, 0xffff_fffe);
    const blocks = CODE + 0x100;
    for (const [i, word] of [256, 0, 256, 1024, 256, 2048, 0, 0].entries()) {
      ram.write(blocks + 4 * i, 4, i % 2 === 0 ? word : CODE + 0x400 + word);
    }
    core.registers[0] = blocks;
    core.registers[1] = 0xffff_ffff;
    runLoader(core, loader);
    expect([0, 8, 16].map((at) => ram.read(blocks + at, 4))).toEqual([1, 0, 1]);
  });

  /** The work area's layout: four parameters, 100 bytes of stack, write and read pointer, buffer. */
  const AREA = CODE + 0x400;
  const WP = AREA + 116;
  const RP = AREA + 120;
  const BUFFER = AREA + 124;
  const BUFFER_BYTES = 1024;

  function startWriting(words: number, loader: Buffer): { core: Core; flash: Flash; ram: Ram } {
    let flash: Flash | undefined;
    const { core, ram } = coreWith(loader, (given) => {
      flash = new Flash(given);
      return flash;
    });
    for (const [i, parameter] of [SR, CR, 8, BUSY].entries()) ram.write(AREA + 4 * i, 4, parameter);
    ram.write(WP, 4, BUFFER);
    ram.write(RP, 4, BUFFER);
    core.registers.set([AREA, BUFFER + BUFFER_BYTES, FLASH, words]);
    core.registers[13] = WP;
    return { core, ram, flash: flash! };
  }

  it("writes flash from a ring that is filled while it runs", () => {
    const loader = loaderFrom(openocd!, "stm32l4x");
    const { core, flash, ram } = startWriting(contents.length / 8, loader);
    let sent = 0;
    let stop = core.run(1000);
    for (let turn = 0; turn < 100_000 && stop.kind === "steps"; turn++) {
      const wp = ram.read(WP, 4)!;
      const free = (ram.read(RP, 4)! - wp - 8 + BUFFER_BYTES) % BUFFER_BYTES;
      const chunk = Math.min(free, BUFFER + BUFFER_BYTES - wp, contents.length - sent);
      ram.bytes.set(contents.subarray(sent, sent + chunk), wp - CODE);
      sent += chunk;
      ram.write(WP, 4, wp + chunk === BUFFER + BUFFER_BYTES ? BUFFER : wp + chunk);
      stop = core.run(1000);
    }
    expect(stop.kind).toBe("breakpoint");
    expect(Buffer.from(flash.memory.bytes).equals(contents)).toBe(true);
    expect(flash.log, "programming is enabled, and disabled at the end").toEqual([1, 0]);
  });

  it("ends at the first error, and says so in the read pointer", () => {
    const loader = loaderFrom(openocd!, "stm32l4x");
    const { core, flash, ram } = startWriting(4, loader);
    flash.status = WRITE_PROTECTED;
    ram.write(WP, 4, BUFFER + 32);
    runLoader(core, loader);
    expect([ram.read(RP, 4), flash.log]).toEqual([0, [1, 0]]);
  });
});
