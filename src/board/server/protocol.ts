/**
 * The protocol of ST's stlink-server: a TCP service through which several programs share ST-LINK probes. All numbers are
 * little-endian. Source: what OpenOCD sends and expects (0.12.0, src/jtag/drivers/stlink_usb.c, stlink_tcp_…).
 */

/** The first byte of a request. */
export const Operation = {
  RefreshDevices: 0x00,
  CountDevices: 0x01,
  DeviceInfo: 0x02,
  OpenDevice: 0x03,
  CloseDevice: 0x04,
  UsbCommand: 0x05,
  ServerVersion: 0x06,
} as const;

/** Length of each request in bytes, without the data that follows a USB command. */
export const requestLengths: ReadonlyMap<number, number> = new Map([
  [Operation.RefreshDevices, 2],
  [Operation.CountDevices, 1],
  [Operation.DeviceInfo, 8],
  [Operation.OpenDevice, 8],
  [Operation.CloseDevice, 8],
  [Operation.UsbCommand, 32],
  [Operation.ServerVersion, 4],
]);

/** What most replies begin with, a u32. */
export const Status = {
  Ok: 0x0001,
  /** The probe does not answer. */
  Timeout: 0x1001,
  BadParameter: 0x1002,
  OpenError: 0x1003,
  CommandNotAvailable: 0x1053,
  Busy: 0x2004,
} as const;

export type StatusCode = (typeof Status)[keyof typeof Status];

/** Where a USB command's data goes: to the probe, from it, or from its trace endpoint. */
export const Direction = { Write: 0, Read: 1, ReadTrace: 3 } as const;

/** Most bytes of data with one USB command: OpenOCD's buffers (STLINK_TCP_SEND_BUFFER_SIZE, …_RECV_…) hold no more. */
export const mostData = 10240;

/** Bytes of a USB command to an ST-LINK V2 or V3. */
export const commandLength = 16;

/** Bytes of a device's serial number, filled up with zeros. */
export const serialLength = 32;

/** Length in bytes of a device's description, which follows the status. */
export const deviceInfoLength = 41;
