import { Debug } from "./commands.ts";

/** A kind of ST-LINK, with a firmware of its own. */
export interface ProbeModel {
  /** What `Command.Version` answers, and for a V3 `Command.VersionExtended`. */
  readonly version: { readonly stlink: 2 | 3; readonly jtag: number; readonly swim: number };
  readonly usb: { readonly vid: number; readonly pid: number };
}

export const probeModels = {
  /** V3J7M2, as in the log of the first board that this was compared with. */
  V3J7: { version: { stlink: 3, jtag: 7, swim: 0 }, usb: { vid: 0x0483, pid: 0x374e } },
  V2J37: { version: { stlink: 2, jtag: 37, swim: 7 }, usb: { vid: 0x0483, pid: 0x3748 } },
  /** Before there was a way to the debug port's own registers. */
  V2J21: { version: { stlink: 2, jtag: 21, swim: 4 }, usb: { vid: 0x0483, pid: 0x3748 } },
} as const satisfies Record<string, ProbeModel>;

/** From which firmware of a V2 on a debug command is there (OpenOCD 0.12.0, src/jtag/drivers/stlink_usb.c). */
const sinceV2: ReadonlyMap<number, number> = new Map([
  [Debug.LastStatusExtended, 15],
  [Debug.SetSwdDivisor, 22],
  [Debug.SetJtagDivisor, 24],
  [Debug.ReadDapRegister, 24],
  [Debug.WriteDapRegister, 24],
  [Debug.ReadMemory16, 26],
  [Debug.WriteMemory16, 26],
  [Debug.WriteMemory32NoIncrement, 26],
  [Debug.OpenAp, 28],
  [Debug.CloseAp, 28],
  [Debug.ReadMemory32NoIncrement, 32],
  [Debug.MiscOut, 32],
  [Debug.MiscIn, 32],
  [Debug.SetFrequency, Number.POSITIVE_INFINITY],
  [Debug.GetFrequencies, Number.POSITIVE_INFINITY],
]);

/** Whether a model has a debug command. */
export function hasCommand({ version }: ProbeModel, command: number): boolean {
  return version.stlink === 3 || version.jtag >= (sinceV2.get(command) ?? 0);
}
