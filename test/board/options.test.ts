import { expect, it } from "vitest";
import { type BoardOptions, VirtualBoard } from "../../src/board/index.ts";

it.each<[string, object]>([
  ["writeProtected: 536870912 is not", { faults: { writeProtected: [0x2000_0000] } }],
  ["writeProtected: 134742016 is not", { faults: { writeProtected: [0x0800_0000, 0x0808_0000] } }],
  ["stuckWords: 1 is not", { faults: { stuckWords: [1] } }],
  ["stuckWords: NaN is not", { faults: { stuckWords: [Number.NaN] } }],
  ["busyReads: -1 is not", { faults: { busyReads: -1 } }],
  ["busyReads: 0.5 is not", { faults: { busyReads: 0.5 } }],
  ["readProtection: 3 is not", { faults: { readProtection: 3 } }],
  ["unplugAfter.bytes: -5 is not", { faults: { unplugAfter: { bytes: -5 } } }],
  ["serverApi: 9 is not 1, 2 or 3", { serverApi: 9 }],
  ["serverApi: 2 is not 1, 2 or 3", { serverApi: "2" }],
  ["voltage: NaN is not", { voltage: Number.NaN }],
  ["voltage: 12 is not", { voltage: 12 }],
  ["usbDelay: -1 is not", { usbDelay: -1 }],
  ["port: 70000 is not", { port: 70_000 }],
  ["probe: V1 is not one of", { probe: "V1" }],
  ["probe: toString is not one of", { probe: "toString" }],
  ["there is no virtual stm32x", { chip: "stm32x" }],
])("throws RangeError: %s", (message, options) => {
  const make = () => new VirtualBoard(options as BoardOptions);
  expect(make).toThrow(RangeError);
  expect(make).toThrow(message);
});
