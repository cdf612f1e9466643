/**
 * Which transports an adapter driver has. Source: OpenOCD 0.12.0, every driver it has asked with
 * `transport select`; its sources for the drivers the program at hand was built without, and for the order.
 */

import type { ReleaseId } from "./releases.ts";
import { isAmong, unpack } from "./table.ts";

/** Rows of packed transports, in the driver's order, and the packed drivers that have just those. */
const TRANSPORTS: readonly (readonly [transports: string, drivers: string])[] = [
  [
    "jtag",
    `
    amt_jtagaccel|arm-jtag-ew|at91rm9200|dummy|ep93xx|esp_usb_jtag|ft232r|gw16012|jtag_dpi|jtag_vpi
    opendous|openjtag|osbdm|parport|presto|remote_bitbang|rlink|ulink|usb_blaster|usbprog`,
  ],
  ["jtag|swd", "am335xgpio|bcm2835gpio|buspirate|ftdi|imx_gpio|jlink|sysfsgpio|vsllink|xlnx_pcie_xvc"],
  ["swd|jtag", "cmsis-dap|linuxgpiod|xds110"],
  ["swd", "kitprog"],
  ["hla_swd|hla_jtag", "hla"],
  ["dapdirect_swd|dapdirect_jtag|swim", "st-link"],
  ["dapdirect_swd", "rshim"],
  ["jtag|dapdirect_swd", "vdebug"],
  ["aice_jtag", "aice"],
];

/** Drivers whose transports had other names. ST's r1 came before `dapdirect_…`. */
const OLDER: Readonly<Partial<Record<ReleaseId, Readonly<Record<string, string>>>>> = {
  "st-r1": { "st-link": "stlink_swd|stlink_jtag" },
};

/**
 * The transports of an adapter driver. The first is what OpenOCD chooses when none is selected: at once when
 * it is the only one, else at the first question for the transport. Undefined for drivers that 0.12.0 lacks.
 * Save for ST's r1, what holds for 0.12.0 is taken to hold for the other releases.
 */
export function transportsOf(adapter: string, release: ReleaseId = "0.12.0"): readonly string[] | undefined {
  const older = OLDER[release]?.[adapter];
  const packed = older ?? TRANSPORTS.find(([, drivers]) => isAmong(drivers, adapter))?.[0];
  return packed === undefined ? undefined : unpack(packed);
}

/** The transports that an adapter driver has in any release. */
export function everyTransportOf(adapter: string): string[] {
  const older = Object.values(OLDER).flatMap((drivers) => (drivers[adapter] ? unpack(drivers[adapter]) : []));
  return [...(transportsOf(adapter) ?? []), ...older];
}
