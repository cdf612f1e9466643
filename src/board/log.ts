/** One thing that happened to a board. Addresses and lengths are in bytes. */
export type BoardEvent =
  | { readonly kind: "client"; readonly change: "connected" | "gone" }
  /** A debugger's way to the target. */
  | { readonly kind: "link"; readonly change: "swd" | "jtag" | "left" | "refused" }
  | { readonly kind: "reset"; readonly by: "power" | "pin" | "software" | "option bytes" }
  | { readonly kind: "core"; readonly change: "halted" | "running" | "stepped"; readonly pc: number }
  /** The core met what it cannot execute. */
  | { readonly kind: "lockup"; readonly pc: number; readonly why: string }
  | { readonly kind: "erase"; readonly address: number; readonly length: number }
  | { readonly kind: "program"; readonly address: number; readonly length: number }
  /** The flash controller raised an error flag, by its name in the reference manual. */
  | { readonly kind: "flash-error"; readonly flag: string; readonly address: number }
  | { readonly kind: "option-bytes"; readonly change: "programmed" | "loaded" }
  /** The debugger asked for an address where nothing answers. */
  | { readonly kind: "bus-fault"; readonly address: number; readonly access: "read" | "write" }
  /** The probe was asked for what it does not have; the first bytes of the command in hex. */
  | { readonly kind: "unknown-command"; readonly command: string }
  | { readonly kind: "unplugged" };

/** Flashing is logged in ranges, so events are few. Later events than these are dropped. */
const mostEvents = 10_000;

/** What happened, in order. */
export class BoardLog {
  readonly #events: BoardEvent[] = [];

  get events(): readonly BoardEvent[] {
    return this.#events;
  }

  add(event: BoardEvent): void {
    const last = this.#events.at(-1);
    const joined = last && join(last, event);
    if (joined) this.#events[this.#events.length - 1] = joined;
    else if (this.#events.length < mostEvents) this.#events.push(event);
  }
}

/** One event for two where the flash is erased or programmed from one place on. */
function join(last: BoardEvent, next: BoardEvent): BoardEvent | undefined {
  if (last.kind !== "erase" && last.kind !== "program") return undefined;
  if (next.kind !== last.kind || next.address !== last.address + last.length) return undefined;
  return { ...last, length: last.length + next.length };
}
