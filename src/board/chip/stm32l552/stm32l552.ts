import type { BoardLog } from "../../log.ts";
import { coreKinds } from "../../target/core-kinds.ts";
import type { Chip, View } from "../chip.ts";
import { FlashArray } from "../flash/array.ts";
import type { RdpLevel } from "../flash/flash-controller.ts";
import { L4Controller } from "../flash/l4/controller.ts";
import { Pages } from "../flash/l4/layout.ts";
import { L5Register, layoutL5 } from "../flash/l4/layout-l5.ts";
import { OptionBytes } from "../flash/l4/option-bytes.ts";
import { areaRegister, Optr } from "../flash/l4/registers.ts";
import { hidden, poke, type Region, ram, rom } from "../memory-map.ts";
import { ReadyRegisters } from "../ready-registers.ts";
import { PlainRegisters, type WordRegisters, wordDevice } from "../word-registers.ts";
import * as data from "./data.ts";
import { flashMemory } from "./flash-memory.ts";

/** What is particular to one chip. */
export interface Stm32L552Options {
  log: BoardLog;
  rdp: RdpLevel;
  trustZone: boolean;
  /** Addresses in pages that are write-protected; two areas a bank are all that there are. */
  writeProtected: readonly number[];
  /** Addresses in double words that keep a bit clear when they are erased. */
  stuckWords: readonly number[];
  /** How often BSY is seen after a flash operation. */
  busyReads: number;
}

/** An STM32L552xE: 512 KiB of flash, 256 KiB of RAM. */
export class Stm32L552 implements Chip {
  readonly name = "stm32l552";
  readonly flashBase = data.flashBase;
  readonly debugPort = data.debugPort;
  readonly accessPorts = [{ index: 0, ...data.accessPort, reach: "core" as const }];
  readonly core = coreKinds.m33;
  onReset: (by: "option bytes") => void = () => {};

  readonly #array: FlashArray;
  readonly #options: OptionBytes;
  readonly #controller: L4Controller;
  readonly #ram = new Uint8Array(data.ramSize);
  readonly #peripherals = {
    rcc: new ReadyRegisters({ initial: data.rccInitial, bits: data.rccReady, field: data.rccSwitch }),
    pwr: new ReadyRegisters({ initial: data.pwrInitial, readOnly: data.pwrReadOnly }),
    others: new PlainRegisters(),
  };
  readonly #factory = rom(factoryBytes());
  /** Kept by a reset, as debug registers are. */
  readonly #dbgmcu = new PlainRegisters(data.dbgmcuInitial);

  constructor({ log, rdp, trustZone, writeProtected, stuckWords, busyReads }: Stm32L552Options) {
    this.#array = new FlashArray({ size: data.flashSize, base: data.flashBase, stuckWords });
    this.#options = new OptionBytes(layoutL5);
    presetOptions(this.#options, this.#array, { rdp, trustZone, writeProtected });
    this.#controller = new L4Controller({
      layout: layoutL5,
      array: this.#array,
      options: this.#options,
      log,
      busyReads,
      relaunch: () => {
        this.#loadOptions(log);
        this.onReset("option bytes");
      },
    });
  }

  get flash(): Uint8Array {
    return this.#array.bytes;
  }

  get isDebuggable(): boolean {
    return this.#options.rdp !== 2;
  }

  get isSecure(): boolean {
    return this.#options.hasTrustZone;
  }

  /** Secure debugging ends above level 0 (RM0438 Rev 7, 7.6.2). */
  get isSecureDebuggable(): boolean {
    return this.isSecure && this.#options.rdp === 0;
  }

  get vectors(): number {
    return this.isSecure ? data.secureFlashBase : data.flashBase;
  }

  isExecutable(address: number): boolean {
    const base = (address & ~data.secureOffset) >>> 0;
    return base >= data.ramBase && base < data.ramBase + data.ramSize;
  }

  reset(): void {
    this.#controller.reset();
    for (const peripheral of Object.values(this.#peripherals)) peripheral.reset();
  }

  powerOn(): void {
    this.#options.load();
    this.#ram.fill(0);
    this.#dbgmcu.reset();
    this.reset();
  }

  #loadOptions(log: BoardLog): void {
    this.#options.load();
    log.add({ kind: "option-bytes", change: "loaded" });
  }

  /** With TrustZone, memory is seen at its secure addresses only, and by the secure. */
  regions({ secure: asked, by }: View): Region[] {
    const secure = asked && (by === "core" || this.isSecureDebuggable);
    const tz = this.#options.hasTrustZone;
    const locked = this.#options.rdp === 1;
    const visibleRam = locked && by === "debugger" ? this.#ram.subarray(0, data.sram2Offset) : this.#ram;
    const memory = ram(visibleRam);
    const size = visibleRam.length;
    const { flashBase, secureFlashBase, secureOffset, ramBase, ramCodeBase } = data;
    const flashAt = (base: number, alias: boolean): Region => ({
      base,
      size: this.flash.length,
      device:
        alias && !secure
          ? hidden
          : flashMemory({ array: this.#array, controller: this.#controller, secure: alias, locked }),
    });
    const secureRam = secure ? memory : hidden;
    const plainRam = tz ? hidden : memory;
    return [
      { base: ramBase, size, device: plainRam },
      ...(tz ? [{ base: ramBase + secureOffset, size, device: secureRam }] : []),
      flashAt(flashBase, false),
      ...(tz ? [flashAt(secureFlashBase, true)] : []),
      ...this.#peripheralRegions(0),
      ...(tz && secure ? this.#peripheralRegions(secureOffset) : []),
      { base: ramCodeBase, size, device: plainRam },
      { base: data.systemMemoryBase, size: data.systemMemorySize, device: hidden },
      { base: data.factoryBase, size: data.factorySize, device: this.#factory },
      at(data.dbgmcu, this.#dbgmcu),
    ];
  }

  #peripheralRegions(offset: number): Region[] {
    const { rcc, pwr, others } = this.#peripherals;
    const parts: [{ base: number; size: number }, WordRegisters][] = [
      [data.flashController, this.#controller],
      [data.rcc, rcc],
      [data.pwr, pwr],
      [data.peripherals, others],
    ];
    return parts.map(([{ base, size }, registers]) => ({
      ...at({ base: base + offset, size }, registers),
      isBackground: registers === others,
    }));
  }
}

function at({ base, size }: { base: number; size: number }, registers: WordRegisters): Region {
  return { base, size, device: wordDevice(registers) };
}

function factoryBytes(): Uint8Array {
  const bytes = new Uint8Array(data.factorySize).fill(0xff);
  for (const [offset, value] of data.factoryWords) poke(bytes, offset, 4, value);
  return bytes;
}

function presetOptions(
  options: OptionBytes,
  array: FlashArray,
  { rdp, trustZone, writeProtected }: Pick<Stm32L552Options, "rdp" | "trustZone" | "writeProtected">,
): void {
  options.presetRdp(rdp, trustZone ? Optr.TZEN : 0);
  if (trustZone) {
    for (const register of [L5Register.Secwm1r1, L5Register.Secwm2r1]) {
      options.preset(register, areaRegister(0, layoutL5.areaMask));
    }
  }
  const pages = new Pages(array.bytes.length, layoutL5.pageSize);
  options.presetProtection(writeProtected.map((address) => pages.pageAt(address - array.base, true)));
}
