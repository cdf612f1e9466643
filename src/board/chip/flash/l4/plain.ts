import type { Size } from "../../../cpu/bus.ts";
import type { Region } from "../../memory-map.ts";
import { wordDevice } from "../../word-registers.ts";
import {
  type ControllerParts,
  type FlashController,
  type RdpLevel,
  refuseLevels,
} from "../flash-controller.ts";
import { L4Controller } from "./controller.ts";
import { type L4Layout, Pages } from "./layout.ts";
import { OptionBytes } from "./option-bytes.ts";

/** What differs between the chips of this kind. */
export interface L4Data {
  readonly kind: "l4";
  readonly base: number;
  readonly layout: L4Layout;
}

/** A controller of the L4's kind in a chip without TrustZone, or with it switched off. */
export class PlainL4Controller implements FlashController {
  readonly regions: readonly Region[];
  readonly #options: OptionBytes;
  readonly #controller: L4Controller;

  constructor(parts: ControllerParts, { base, layout }: L4Data) {
    const { array, log, busyReads, readProtection, writeProtected, relaunch } = parts;
    const options = new OptionBytes(layout);
    options.presetRdp(refuseLevels(readProtection, [0, 1, 2]));
    const pages = new Pages(array.bytes.length, layout.pageSize);
    options.presetProtection(
      writeProtected.map((address) => pages.pageAt(address - array.base, options.isDualBank)),
    );
    this.#options = options;
    this.#controller = new L4Controller({
      ...{ layout, array, options, log, busyReads },
      relaunch: () => {
        options.load();
        log.add({ kind: "option-bytes", change: "loaded" });
        relaunch();
      },
    });
    this.regions = [{ base, size: 0x400, device: wordDevice(this.#controller) }];
  }

  get rdp(): RdpLevel {
    return this.#options.rdp;
  }

  program(offset: number, size: Size, value: number): boolean {
    this.#controller.program(offset, size, value, false);
    return true;
  }

  reset(): void {
    this.#controller.reset();
  }

  powerOn(): void {
    this.#options.load();
    this.reset();
  }
}
