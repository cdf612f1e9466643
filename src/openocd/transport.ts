import type { Release } from "./data/releases.ts";
import { everyTransportOf, meansTransport, transportsOf } from "./data/transports.ts";

/** The adapters and transports of OpenOCD, and how they differ (manual: Transport Configuration). */

/** Whether a high-level adapter drives the target itself, and OpenOCD has no access to the debug port. */
export function isHla(transport: string): boolean {
  return transport.startsWith("hla_");
}

export function isJtag(transport: string): boolean {
  return transport.includes("jtag");
}

export function isSwd(transport: string): boolean {
  return transport.includes("swd");
}

/** Adapter drivers that between them have every transport, the first of two for one that both have. */
const usualAdapters = ["dummy", "cmsis-dap", "hla", "st-link"];

/** An adapter driver that has a transport: what to select when only the transport is given. */
export function adapterOf(transport: string): string | undefined {
  return usualAdapters.find((adapter) => everyTransportOf(adapter).includes(transport));
}

/** The transport of an adapter that a name means in a release, where the adapter has one. */
export function transportNamed(name: string, adapter: string, release: Release): string {
  const transports = transportsOf(adapter, release) ?? [];
  const own = transports.find((transport) => meansTransport(name, transport, release.id));
  // ST's first releases call those of its own driver otherwise.
  const first = name.replace(/^dapdirect_/, "stlink_");
  return own ?? transports.find((transport) => transport === first) ?? name;
}

/** The transports that a target config is tried under: those of ST-LINK first. */
export const usualTransports = ["hla_swd", "dapdirect_swd", "swd", "jtag"] as const;
