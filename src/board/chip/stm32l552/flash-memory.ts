import type { FlashArray } from "../flash/array.ts";
import type { L4Controller } from "../flash/l4/controller.ts";
import type { Device } from "../memory-map.ts";

export interface FlashMemoryParts {
  array: FlashArray;
  controller: L4Controller;
  /** Whether accesses count as secure ones. */
  secure: boolean;
  /** Read-out protection of level 1, with a debugger connected: each read causes a bus fault. */
  locked: boolean;
}

/** The flash as memory. A write goes to the controller, which may refuse it by its error flags, not by a fault. */
export function flashMemory({ array, controller, secure, locked }: FlashMemoryParts): Device {
  return {
    read(offset, size) {
      if (locked) return undefined;
      return controller.isVisible(offset, secure) ? array.read(offset, size) : 0;
    },
    write(offset, size, value) {
      controller.program(offset, size, value, secure);
      return true;
    },
  };
}
