/** The adapters and transports of OpenOCD, and what tells them apart (manual: Transport Configuration). */

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

/** An adapter driver that has a transport: what to select when only the transport is given. */
const adapterFor: Readonly<Record<string, string>> = {
  hla_swd: "hla",
  hla_jtag: "hla",
  dapdirect_swd: "st-link",
  dapdirect_jtag: "st-link",
  stlink_swd: "st-link",
  stlink_jtag: "st-link",
  swim: "st-link",
  swd: "cmsis-dap",
  jtag: "dummy",
};

export function adapterOf(transport: string): string | undefined {
  return adapterFor[transport];
}

/** The transports that a target config is tried under: those of ST-LINK first. */
export const usualTransports = ["hla_swd", "dapdirect_swd", "swd", "jtag"] as const;
