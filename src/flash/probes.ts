/** Connected debug probes, from Linux's list of USB devices. Other systems are not supported. */

import { decoded } from "../files/file-names.ts";
import type { FileSystem } from "../files/file-system.ts";
import { posixPath } from "../files/posix-path.ts";

/** A debug probe. */
export interface Probe {
  /** As the device calls itself: `STM32 STLink`. */
  name: string;
  /** The adapter driver of OpenOCD that takes it. */
  adapter: string;
  /** `vendor:product`, in hex. */
  usbId: string;
  /** What `--serial` takes; undefined for one that has none. */
  serial?: string;
}

/** Where Linux lists USB devices. */
export const usbDevices = "/sys/bus/usb/devices";

/** USB ids of ST-LINKs (OpenOCD 0.12.0, interface/stlink-hla.cfg, and later ones from ST), by product. */
const stLinks: readonly string[] = [
  ...["3744", "3748", "374a", "374b", "374d", "374e", "374f"],
  ...["3752", "3753", "3754", "3755", "3757"],
];

/** The probes among the USB devices; empty where the system has no such list. */
export function probesIn(fs: FileSystem): Probe[] {
  const { path = posixPath } = fs;
  return (fs.list?.(usbDevices) ?? []).flatMap((name) => {
    const attribute = (file: string) => decoded(fs.read(path.join(usbDevices, name, file)) ?? "").trim();
    const [vendor, product] = [attribute("idVendor").toLowerCase(), attribute("idProduct").toLowerCase()];
    const [what, serial] = [attribute("product"), attribute("serial")];
    const adapter = adapterOf(vendor, product, what);
    if (adapter === undefined) return [];
    return {
      name: what || adapter,
      adapter,
      usbId: `${vendor}:${product}`,
      ...(serial !== "" && { serial }),
    };
  });
}

function adapterOf(vendor: string, product: string, what: string): string | undefined {
  if (vendor === "0483" && stLinks.includes(product)) return "st-link";
  if (vendor === "1366") return "jlink";
  return /CMSIS-DAP/i.test(what) ? "cmsis-dap" : undefined;
}
