import { F1Controller } from "../flash/f1.ts";
import { F4Controller } from "../flash/f4.ts";
import type { ControllerParts, FlashController } from "../flash/flash-controller.ts";
import { H5Controller } from "../flash/h5.ts";
import { H7Controller } from "../flash/h7.ts";
import { PlainL4Controller } from "../flash/l4/plain.ts";
import { LxController } from "../flash/lx.ts";
import type { ChipData } from "./chip-data.ts";

/** What each kind of controller programs at once, in bytes. */
export function cellOf({ controller }: ChipData): number {
  switch (controller.kind) {
    case "f1":
      return 2;
    case "f4":
      return 1;
    case "lx":
      return 4;
    case "h5":
      return 16;
    case "h7":
      return controller.cell;
    case "l4":
      return controller.layout.cell;
  }
}

export function controllerFor({ controller }: ChipData, parts: ControllerParts): FlashController {
  switch (controller.kind) {
    case "f1":
      return new F1Controller(parts, controller);
    case "f4":
      return new F4Controller(parts, controller);
    case "lx":
      return new LxController(parts, controller);
    case "h5":
      return new H5Controller(parts, controller);
    case "h7":
      return new H7Controller(parts, controller);
    case "l4":
      return new PlainL4Controller(parts, controller);
  }
}
