import type { Source } from "./source.ts";

export type StopReason = "exit" | "steps" | "time" | "memory" | "depth";

/** The run is over, and no `catch` in the script can hold it. */
export class Stop {
  readonly reason: StopReason;
  readonly message: string;
  /** The command that was running. */
  place: { source: Source; at: number; end: number } | undefined;

  constructor(reason: StopReason, message: string) {
    this.reason = reason;
    this.message = message;
  }
}
