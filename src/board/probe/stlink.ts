import type { BoardLog } from "../log.ts";
import type { DebugLink } from "../target/link.ts";
import { Address, Dcrsr } from "../target/registers.ts";
import { statusAnswer, valueAnswer } from "./answers.ts";
import {
  Command,
  Debug,
  debugPortNumber,
  enterModes,
  frequencies,
  initialFrequency,
  Mode,
  memoryCommands,
  Reset,
  referenceVoltage,
  Status,
} from "./commands.ts";
import { fine, type TransferStatus, transferMemory } from "./memory.ts";
import { miscAnswer, runMisc } from "./misc.ts";
import { hasCommand, type ProbeModel } from "./models.ts";
import { type Probe, type ProbeIdentity, type Transfer, Unplugged } from "./probe.ts";

const nothing = Buffer.alloc(0);

/** When the cable is unplugged: after so many commands, or after so many bytes of data. */
export interface UnplugAfter {
  readonly commands?: number | undefined;
  readonly bytes?: number | undefined;
}

export interface StLinkOptions {
  link: DebugLink;
  log: BoardLog;
  serial: string;
  model: ProbeModel;
  unplugAfter: UnplugAfter;
  /** The least time that a command takes, in microseconds. */
  usbDelay: number;
}

/** Answers a debug command of the kind that is known by its second byte. */
type Handler = (transfer: Transfer) => Buffer;

/** An ST-LINK: version, mode and voltage, and what it does at the debug link. */
export class StLink implements Probe {
  readonly identity: ProbeIdentity;
  readonly #model: ProbeModel;
  readonly #link: DebugLink;
  readonly #log: BoardLog;
  readonly #unplugAfter: UnplugAfter;
  readonly #usbDelay: number;
  readonly #handlers: ReadonlyMap<number, Handler>;
  #commands = 0;
  #bytes = 0;
  #plugged = true;
  #isDebugging = false;
  #frequency = initialFrequency;
  #last: TransferStatus = fine;
  #misc: Buffer = nothing;

  constructor({ link, log, serial, model, unplugAfter, usbDelay }: StLinkOptions) {
    this.identity = { serial, ...model.usb };
    this.#model = model;
    this.#link = link;
    this.#log = log;
    this.#unplugAfter = unplugAfter;
    this.#usbDelay = usbDelay;
    this.#handlers = new Map([...this.#linkHandlers(), ...this.#targetHandlers(), ...this.#memoryHandlers()]);
  }

  get isPlugged(): boolean {
    return this.#plugged;
  }

  /** How many commands it was sent. */
  get commands(): number {
    return this.#commands;
  }

  transfer(transfer: Transfer): Uint8Array {
    const due = performance.now() + this.#usbDelay / 1000;
    this.#countDown(transfer);
    this.#link.pass();
    const answer = this.#answer(transfer);
    // Timers are too coarse for this.
    while (performance.now() < due);
    return answer;
  }

  #answer(transfer: Transfer): Uint8Array {
    const { command } = transfer;
    switch (command[0]) {
      case Command.Version:
        return versionAnswer(this.#model);
      case Command.VersionExtended:
        return this.#model.version.stlink === 3 ? extendedVersionAnswer(this.#model) : this.#unknown(command);
      case Command.CurrentMode:
        return Buffer.from([this.#isDebugging ? Mode.Debug : Mode.Idle, 0]);
      case Command.TargetVoltage:
        return voltageAnswer(this.#link.voltage);
      case Command.Debug:
        return this.#debug(transfer);
      default:
        return this.#unknown(command);
    }
  }

  /** Nothing is traced here: the target's trace port is silent. */
  readTrace(): Uint8Array {
    return nothing;
  }

  #countDown({ data, size }: Transfer): void {
    const { commands = Number.POSITIVE_INFINITY, bytes = Number.POSITIVE_INFINITY } = this.#unplugAfter;
    this.#commands += 1;
    this.#bytes += data.length + size;
    if (this.#plugged && this.#commands <= commands && this.#bytes <= bytes) return;
    if (this.#plugged) this.#log.add({ kind: "unplugged" });
    this.#plugged = false;
    throw new Unplugged();
  }

  #debug(transfer: Transfer): Buffer {
    const kind = transfer.command[1]!;
    const handler = this.#handlers.get(kind);
    if (handler === undefined || !hasCommand(this.#model, kind)) return this.#unknown(transfer.command);
    const needsLink = kind !== Debug.Enter && kind !== Debug.Exit && !linkless.has(kind);
    if (needsLink && !this.#isDebugging) {
      this.#last = { status: Status.DpError, address: 0 };
      return memoryCommands.has(kind) ? nothing : valueAnswer(0, Status.DpError);
    }
    return handler(transfer);
  }

  #unknown(command: Buffer): Buffer {
    this.#log.add({ kind: "unknown-command", command: command.subarray(0, 4).toString("hex") });
    return nothing;
  }

  *#linkHandlers(): Generator<[number, Handler]> {
    yield [Debug.Enter, ({ command }) => this.#enter(command[2]!)];
    yield [Debug.Exit, () => this.#exit()];
    yield [Debug.ReadIdcodes, () => Buffer.concat([valueAnswer(this.#link.idcode), Buffer.alloc(4)])];
    yield [Debug.DriveReset, ({ command }) => this.#driveReset(command[2]!)];
    yield [Debug.ResetSystem, () => this.#driveReset(Reset.Pulse)];
    yield [Debug.GetFrequencies, () => this.#frequenciesAnswer()];
    yield [Debug.SetFrequency, ({ command }) => this.#setFrequency(command.readUInt32LE(4))];
    for (const kind of [Debug.SetSwdDivisor, Debug.SetJtagDivisor, Debug.StartTrace, Debug.StopTrace]) {
      yield [kind, () => statusAnswer()];
    }
    yield [Debug.TraceCount, () => Buffer.alloc(2)];
  }

  *#targetHandlers(): Generator<[number, Handler]> {
    yield [Debug.ReadRegister, ({ command }) => this.#readRegister(command[2]!)];
    yield [Debug.WriteRegister, ({ command }) => this.#writeRegister(command[2]!, command.readUInt32LE(3))];
    yield [Debug.ReadAllRegisters, () => this.#readAllRegisters()];
    yield [Debug.ReadDebugRegister, ({ command }) => this.#readWord(command.readUInt32LE(2))];
    yield [
      Debug.WriteDebugRegister,
      ({ command }) => this.#writeWord(command.readUInt32LE(2), command.readUInt32LE(6)),
    ];
    yield [Debug.OpenAp, () => statusAnswer()];
    yield [Debug.CloseAp, () => statusAnswer()];
    yield [Debug.ReadDapRegister, ({ command }) => this.#readDap(command)];
    yield [Debug.WriteDapRegister, ({ command }) => this.#writeDap(command)];
  }

  *#memoryHandlers(): Generator<[number, Handler]> {
    for (const [kind, how] of memoryCommands) {
      yield [
        kind,
        ({ command, data }) => {
          const { read, status } = transferMemory(this.#link, command, data, how);
          this.#last = status;
          return read;
        },
      ];
    }
    yield [Debug.LastStatus, () => statusAnswer(this.#last.status)];
    yield [
      Debug.LastStatusExtended,
      () => Buffer.concat([valueAnswer(this.#last.address, this.#last.status), Buffer.alloc(4)]),
    ];
    yield [
      Debug.MiscOut,
      ({ command, data }) => {
        this.#misc = miscAnswer(runMisc(this.#link, command.readUInt32LE(2), data));
        return nothing;
      },
    ];
    yield [Debug.MiscIn, () => this.#misc];
  }

  #enter(mode: number): Buffer {
    const protocol = enterModes.get(mode);
    if (protocol === undefined) return this.#unknown(Buffer.from([Command.Debug, Debug.Enter, mode]));
    this.#isDebugging = this.#link.connect(protocol);
    return statusAnswer(this.#isDebugging ? Status.Ok : Status.NoIdcode);
  }

  #exit(): Buffer {
    this.#isDebugging = false;
    this.#link.disconnect();
    return nothing;
  }

  #driveReset(how: number): Buffer {
    if (how !== Reset.High) this.#link.holdReset(true);
    if (how !== Reset.Low) this.#link.holdReset(false);
    return statusAnswer();
  }

  #frequenciesAnswer(): Buffer {
    const answer = Buffer.alloc(12 + 4 * 10);
    answer[0] = Status.Ok;
    answer.writeUInt32LE(this.#frequency, 4);
    answer.writeUInt32LE(frequencies.length, 8);
    for (const [index, kHz] of frequencies.entries()) answer.writeUInt32LE(kHz, 12 + 4 * index);
    return answer;
  }

  /** The next that is not faster, else the slowest. */
  #setFrequency(asked: number): Buffer {
    this.#frequency = frequencies.find((kHz) => kHz <= asked) ?? frequencies.at(-1)!;
    return valueAnswer(this.#frequency);
  }

  #readWord(address: number): Buffer {
    const value = this.#link.memory(0, 0)?.read(address, 4);
    return valueAnswer(value ?? 0, value === undefined ? Status.ApFault : Status.Ok);
  }

  #writeWord(address: number, value: number): Buffer {
    const isDone = this.#link.memory(0, 0)?.write(address, 4, value) ?? false;
    return statusAnswer(isDone ? Status.Ok : Status.ApFault);
  }

  #readRegister(number: number): Buffer {
    this.#writeWord(Address.Dcrsr, number & Dcrsr.Register);
    return this.#readWord(Address.Dcrdr);
  }

  #writeRegister(number: number, value: number): Buffer {
    this.#writeWord(Address.Dcrdr, value);
    return this.#writeWord(Address.Dcrsr, (number & Dcrsr.Register) | Dcrsr.Write);
  }

  /** r0 to r15, xPSR, MSP, PSP, and two words that mean nothing. */
  #readAllRegisters(): Buffer {
    const answer = Buffer.alloc(88);
    answer[0] = Status.Ok;
    for (let number = 0; number < 19; number++) {
      this.#readRegister(number).copy(answer, 4 + 4 * number, 4, 8);
    }
    return answer;
  }

  #readDap(command: Buffer): Buffer {
    const [port, register] = [command.readUInt16LE(2), command.readUInt16LE(4)];
    const link = this.#link;
    return valueAnswer(port === debugPortNumber ? link.readDp(register) : link.readAp(port, register));
  }

  #writeDap(command: Buffer): Buffer {
    const [port, register] = [command.readUInt16LE(2), command.readUInt16LE(4)];
    const value = command.readUInt32LE(6);
    if (port === debugPortNumber) this.#link.writeDp(register, value);
    else this.#link.writeAp(port, register, value);
    return statusAnswer();
  }
}

/** Debug commands that say nothing to the target, or work without its debug port. */
const linkless: ReadonlySet<number> = new Set([
  Debug.DriveReset,
  Debug.GetFrequencies,
  Debug.SetFrequency,
  Debug.SetSwdDivisor,
  Debug.SetJtagDivisor,
  Debug.LastStatus,
  Debug.LastStatusExtended,
  Debug.TraceCount,
  Debug.StopTrace,
]);

/** A V3 says only that it is one, and that there is more to ask for: 4 bits version, 6 bits each of firmware. */
function versionAnswer({ version: { stlink, jtag, swim }, usb }: ProbeModel): Buffer {
  const answer = Buffer.alloc(6);
  answer.writeUInt16BE((stlink << 12) | (stlink === 3 ? 0 : (jtag << 6) | swim), 0);
  answer.writeUInt16LE(usb.vid, 2);
  answer.writeUInt16LE(usb.pid, 4);
  return answer;
}

/** What the mass storage is in a V3, whose version says it beside that of the debug link. */
const massStorage = 2;

function extendedVersionAnswer({ version: { stlink, jtag, swim }, usb }: ProbeModel): Buffer {
  const answer = Buffer.alloc(12);
  answer.set([stlink, swim, jtag, massStorage, 0]);
  answer.writeUInt16LE(usb.vid, 8);
  answer.writeUInt16LE(usb.pid, 10);
  return answer;
}

/** Readings of the reference and of half the target's voltage, from the same converter. */
function voltageAnswer(voltage: number): Buffer {
  const answer = Buffer.alloc(8);
  const reference = 1_000_000;
  answer.writeUInt32LE(reference, 0);
  answer.writeUInt32LE(Math.round((voltage * reference) / (2 * referenceVoltage)), 4);
  return answer;
}
