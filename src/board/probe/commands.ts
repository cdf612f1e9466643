/**
 * What an ST-LINK is asked and answers. ST does not publish it; source: what OpenOCD sends and expects (0.12.0,
 * src/jtag/drivers/stlink_usb.c; others from ST's r1 on).
 */

/** The first byte of a command. */
export const Command = {
  Version: 0xf1,
  Debug: 0xf2,
  CurrentMode: 0xf5,
  TargetVoltage: 0xf7,
  VersionExtended: 0xfb,
} as const;

/** The second byte of a debug command. */
export const Debug = {
  ReadMemory32: 0x07,
  WriteMemory32: 0x08,
  ReadMemory8: 0x0c,
  WriteMemory8: 0x0d,
  Exit: 0x21,
  Enter: 0x30,
  ReadIdcodes: 0x31,
  ResetSystem: 0x32,
  ReadRegister: 0x33,
  WriteRegister: 0x34,
  WriteDebugRegister: 0x35,
  ReadDebugRegister: 0x36,
  ReadAllRegisters: 0x3a,
  LastStatus: 0x3b,
  DriveReset: 0x3c,
  LastStatusExtended: 0x3e,
  StartTrace: 0x40,
  StopTrace: 0x41,
  TraceCount: 0x42,
  SetSwdDivisor: 0x43,
  SetJtagDivisor: 0x44,
  ReadDapRegister: 0x45,
  WriteDapRegister: 0x46,
  ReadMemory16: 0x47,
  WriteMemory16: 0x48,
  OpenAp: 0x4b,
  CloseAp: 0x4c,
  WriteMemory32NoIncrement: 0x50,
  MiscOut: 0x51,
  MiscIn: 0x52,
  ReadMemory32NoIncrement: 0x54,
  SetFrequency: 0x61,
  GetFrequencies: 0x62,
} as const;

/** The third byte of `Debug.Enter`. */
export const enterModes: ReadonlyMap<number, "swd" | "jtag"> = new Map([
  [0xa3, "swd"],
  [0xa4, "jtag"],
]);

/** The first byte of most answers. */
export const Status = {
  Ok: 0x80,
  /** The target does not answer, or not in time. */
  NoIdcode: 0x09,
  ApFault: 0x11,
  DpError: 0x16,
  BadAp: 0x1d,
} as const;

/** The answers of `Command.CurrentMode`. */
export const Mode = { Idle: 1, Debug: 2 } as const;

/** The third byte of `Debug.DriveReset`. */
export const Reset = { Low: 0, High: 1, Pulse: 2 } as const;

/** The port number that means the debug port in `Debug.ReadDapRegister` and `Debug.WriteDapRegister`. */
export const debugPortNumber = 0xffff;

/** What is done one after the other between `Debug.MiscOut` and `Debug.MiscIn`. */
export const Misc = { SetAddress: 1, Write: 2, Read: 3, ApNumber: 5 } as const;

/** What a memory command reads or writes, in bytes, and whether it goes on from one to the next. */
export interface MemoryCommand {
  readonly size: 1 | 2 | 4;
  readonly writes: boolean;
  readonly increments: boolean;
}

export const memoryCommands: ReadonlyMap<number, MemoryCommand> = new Map([
  [Debug.ReadMemory32, { size: 4, writes: false, increments: true }],
  [Debug.WriteMemory32, { size: 4, writes: true, increments: true }],
  [Debug.ReadMemory8, { size: 1, writes: false, increments: true }],
  [Debug.WriteMemory8, { size: 1, writes: true, increments: true }],
  [Debug.ReadMemory16, { size: 2, writes: false, increments: true }],
  [Debug.WriteMemory16, { size: 2, writes: true, increments: true }],
  [Debug.ReadMemory32NoIncrement, { size: 4, writes: false, increments: false }],
  [Debug.WriteMemory32NoIncrement, { size: 4, writes: true, increments: false }],
]);

/** Speeds of the debug link in kHz, fastest first. */
export const frequencies: readonly number[] = [24000, 8000, 3300, 1000, 200, 50, 5];

/** What a V3 is set to when it is plugged in. */
export const initialFrequency = 1000;

/** Volts of the reference that a target's voltage is compared with. */
export const referenceVoltage = 1.2;
