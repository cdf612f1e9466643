/**
 * Which transports an adapter driver has. Source: the programs, each of their drivers asked with `transport select`; their
 * sources for the drivers that a program at hand was built without, and for the order.
 */

import { ADAPTER_DRIVERS } from "./adapter-drivers.ts";
import { type AnyRelease, before, bitOf, idOf, type Release, type ReleaseId, since } from "./releases.ts";
import { isAmong, unpack } from "./table.ts";

const ALL = since("0.10.0");
const BEFORE_MASTER = before("master");
const MASTER = since("master");

/** Rows of releases, packed transports in the driver's order, and the packed drivers that have just those. */
const TRANSPORTS: readonly (readonly [mask: number, transports: string, drivers: string])[] = [
  [
    ALL,
    "jtag",
    `
    ZY1000|amt_jtagaccel|angie|arm-jtag-ew|at91rm9200|cklink|dummy|ep93xx|esp_usb_jtag|ft232r|gw16012|jtag_dpi
    jtag_vpi|minidummy|opendous|openjtag|osbdm|parport|presto|rlink|ulink|usb_blaster|usbprog|xvc`,
  ],
  [bitOf("0.10.0"), "jtag", "buspirate"],
  [before("st-1.6.0"), "jtag", "xlnx_pcie_xvc"],
  [BEFORE_MASTER, "jtag", "remote_bitbang"],
  [MASTER, "jtag|swd", "remote_bitbang"],
  [
    ALL,
    "jtag|swd",
    "am335xgpio|bcm2835gpio|buspirate|ch347|ftdi|imx_gpio|jlink|sysfsgpio|vsllink|xlnx_axi_xvc|xlnx_pcie_xvc",
  ],
  [ALL, "swd|jtag", "cmsis-dap|linuxgpiod|xds110"],
  [ALL, "swd", "eud|kitprog|linuxspidev"],
  [before("st-1.6.0"), "hla_swd|hla_jtag|stlink_swim", "hla"],
  [since("st-1.6.0"), "hla_swd|hla_jtag", "hla"],
  [since("st-1.0.0") & before("st-1.4.0"), "stlink_swd|stlink_jtag", "st-link"],
  [since("st-1.4.0") & before("st-1.6.0"), "dapdirect_jtag|dapdirect_swd|stlink_swd|stlink_jtag", "st-link"],
  [since("st-1.6.0"), "dapdirect_swd|dapdirect_jtag|swim", "st-link"],
  [ALL, "dapdirect_swd", "dmem|rshim"],
  [ALL, "jtag|dapdirect_swd", "vdebug"],
  [ALL, "aice_jtag", "aice"],
];

/**
 * The transports of an adapter driver in a release. The first is what OpenOCD chooses when none is selected: at once
 * when it is the only one, else at the first question for the transport. Undefined for drivers that are not known.
 */
export function transportsOf(adapter: string, release: AnyRelease = "0.12.0"): readonly string[] | undefined {
  const own = typeof release === "string" ? undefined : release.own;
  const row = TRANSPORTS.find(
    ([mask, , drivers]) => mask & bitOf(idOf(release)) && isAmong(drivers, adapter),
  );
  return row ? unpack(row[1]) : (own?.transports.get(adapter) ?? unlisted(adapter, own));
}

/** Of a driver that only a program knows, and does not say more of, it may be either. */
function unlisted(adapter: string, own: Release["own"]): readonly string[] | undefined {
  return own?.names.get(ADAPTER_DRIVERS)?.has(adapter) ? ["swd", "jtag"] : undefined;
}

/** The transports that an adapter driver has in any release. */
export function everyTransportOf(adapter: string): string[] {
  return TRANSPORTS.flatMap(([, transports, drivers]) =>
    isAmong(drivers, adapter) ? unpack(transports) : [],
  );
}

/** By transport, what master calls it: there one name means those of all adapters. */
const MERGED: Readonly<Record<string, string>> = {
  hla_swd: "swd (hla)",
  hla_jtag: "jtag (hla)",
  dapdirect_swd: "swd (dapdirect)",
  dapdirect_jtag: "jtag (dapdirect)",
};

/** What a release calls a transport. */
export function shownTransport(transport: string, release: ReleaseId): string {
  const merged = bitOf(release) & MASTER && Object.hasOwn(MERGED, transport) ? MERGED[transport] : undefined;
  return merged ?? transport;
}

/** What to give to `transport select` in a release for a transport. */
export function transportName(transport: string, release: ReleaseId): string {
  return shownTransport(transport, release).replace(/ .*/, "");
}

/** Whether a name given to `transport select` means a transport in a release: `swd` means `hla_swd` in master. */
export function meansTransport(name: string, transport: string, release: ReleaseId): boolean {
  return name === transport || name === transportName(transport, release);
}
