import type { BoardLog } from "../../log.ts";
import { type CoreKind, coreKinds } from "../../target/core-kinds.ts";
import type { AccessPort, Chip, View } from "../chip.ts";
import { FlashArray } from "../flash/array.ts";
import type { FlashController, RdpLevel } from "../flash/flash-controller.ts";
import { type Device, poke, type Region, ram, rom } from "../memory-map.ts";
import { ReadyRegisters } from "../ready-registers.ts";
import { PlainRegisters, wordDevice } from "../word-registers.ts";
import type { ChipData, PortData, Range } from "./chip-data.ts";
import { cellOf, controllerFor } from "./controllers.ts";

/** What is particular to one chip. */
export interface FamilyChipOptions {
  log: BoardLog;
  readProtection: RdpLevel;
  writeProtected: readonly number[];
  stuckWords: readonly number[];
  busyReads: number;
}

/** All peripherals that are not known. */
const peripherals: Range = { base: 0x4000_0000, size: 0x2000_0000 };

/** Where a debug bus of its own has its components. */
const debugBus: Range = { base: 0xe00e_0000, size: 0x2_0000 };

/** A chip made of data. */
export class FamilyChip implements Chip {
  readonly name: string;
  readonly flashBase: number;
  readonly core: CoreKind;
  readonly debugPort: Chip["debugPort"];
  readonly accessPorts: readonly AccessPort[];
  readonly isSecure = false;
  onReset: (by: "option bytes") => void = () => {};
  readonly #data: ChipData;
  readonly #array: FlashArray;
  readonly #controller: FlashController;
  readonly #ram: readonly { base: number; bytes: Uint8Array }[];
  readonly #dbgmcu: PlainRegisters;
  readonly #others = new PlainRegisters();
  readonly #ready: readonly { range: Range; registers: ReadyRegisters }[];
  readonly #system: readonly Region[];

  constructor(data: ChipData, { log, stuckWords, ...faults }: FamilyChipOptions) {
    const { flash, device, debugPort } = data;
    this.#data = data;
    this.name = data.name;
    this.flashBase = flash.base;
    this.core = coreKinds[data.core];
    this.debugPort = { ...debugPort, target: ((device.id & 0xfff) << 16) | 0x41 };
    this.#array = new FlashArray({ ...flash, cell: cellOf(data), stuckWords });
    this.#ram = data.ram.map(({ base, size }) => ({ base, bytes: new Uint8Array(size) }));
    this.#dbgmcu = new PlainRegisters(new Map([[0, device.id]]));
    this.#ready = (data.ready ?? []).map(({ rules, ...range }) => ({
      range,
      registers: new ReadyRegisters(rules),
    }));
    this.#system = systemRegions(data);
    this.#controller = controllerFor(data, {
      ...{ array: this.#array, log, ...faults },
      relaunch: () => this.onReset("option bytes"),
    });
    const { accessPort: idr, corePort: index = 0 } = data;
    const core: AccessPort = { index, idr, base: 0xe00f_f003, reach: "core" };
    this.accessPorts = [core, ...(data.morePorts ?? []).map((port) => this.#port(port))];
  }

  get flash(): Uint8Array {
    return this.#array.bytes;
  }

  get isDebuggable(): boolean {
    return this.#controller.rdp !== 2;
  }

  get vectors(): number {
    return this.flashBase;
  }

  isExecutable(address: number): boolean {
    return this.#ram.some(({ base, bytes }) => address >= base && address < base + bytes.length);
  }

  reset(): void {
    this.#controller.reset();
    this.#others.reset();
    for (const { registers } of this.#ready) registers.reset();
  }

  powerOn(): void {
    this.#controller.powerOn();
    for (const { bytes } of this.#ram) bytes.fill(0);
    this.#dbgmcu.reset();
    this.reset();
  }

  regions(_view: View): Region[] {
    const { flash, device } = this.#data;
    const memory = this.#flashDevice();
    return [
      ...this.#ram.map(({ base, bytes }) => ({ base, size: bytes.length, device: ram(bytes) })),
      ...[flash.base, ...(flash.aliases ?? [])].map((base) => ({ base, size: flash.size, device: memory })),
      ...this.#controller.regions,
      ...this.#system,
      ...this.#ready.map(({ range, registers }) => ({ ...range, device: wordDevice(registers) })),
      { base: device.base, size: 0x400, device: wordDevice(this.#dbgmcu) },
      { ...peripherals, device: wordDevice(this.#others), isBackground: true },
    ];
  }

  /** Read-out protection of level 1, with a debugger connected: each read causes a bus fault. */
  #flashDevice(): Device {
    return {
      read: (offset, size) => (this.#controller.rdp === 1 ? undefined : this.#array.read(offset, size)),
      write: (offset, size, value) => this.#controller.program(offset, size, value),
    };
  }

  #port({ index, idr, reach }: PortData): AccessPort {
    if (typeof reach === "string") return { index, idr, base: 0xffff_ffff, reach };
    const dbgmcu = { base: reach.dbgmcu, size: 0x400, device: wordDevice(this.#dbgmcu) };
    const others = { ...debugBus, device: wordDevice(new PlainRegisters()), isBackground: true };
    return { index, idr, base: 0xffff_ffff, reach: [dbgmcu, others] };
  }
}

/** Memory that the factory wrote; all ones, but for the size of the flash. */
function systemRegions({ system, sizeAt, flash }: ChipData): Region[] {
  return system.map(({ base, size }) => {
    const bytes = new Uint8Array(size).fill(0xff);
    if (sizeAt >= base && sizeAt < base + size) poke(bytes, sizeAt - base, 2, flash.size / 1024);
    return { base, size, device: rom(bytes) };
  });
}
