import { integerOf } from "../tcl/commands/arguments.ts";
import { TclError } from "../tcl/completion.ts";
import type { Value } from "../tcl/value.ts";

/** Walks through a command's arguments, with OpenOCD's own complaints (helper/jim-nvp.c). */
export class Arguments {
  readonly #values: readonly Value[];
  #next = 0;

  constructor(values: readonly Value[]) {
    this.#values = values;
  }

  get left(): number {
    return this.#values.length - this.#next;
  }

  /** The arguments not yet taken. */
  get rest(): readonly Value[] {
    return this.#values.slice(this.#next);
  }

  peek(): Value | undefined {
    return this.#values[this.#next];
  }

  take(): Value {
    const value = this.#values[this.#next];
    if (value === undefined) throw new TclError("wrong # args: missing argument");
    this.#next++;
    return value;
  }

  text(): string {
    return this.take().text;
  }

  integer(): bigint {
    return integerOf(this.take());
  }

  /** One of a few words; `of` names the option it belongs to, if any. */
  choice<const T extends string>(choices: readonly T[], of?: string): T {
    const text = this.text();
    const found = choices.find((choice) => choice === text);
    if (found !== undefined) return found;
    const head = of === undefined ? `Unknown param: ${text}` : `${of}: Unknown: ${text}`;
    const last = choices.length - 1;
    const list = choices.map((choice, i) => (i === last ? `or ${choice}` : choice)).join(", ");
    throw new TclError(`${head}, try one of: ${list}`);
  }
}

/** A number as OpenOCD's C commands read it: `0x…`, octal with a leading 0, or decimal. */
export function parseCommandNumber(text: string): number | undefined {
  if (/^[ \t]*[+-]?0[xX][0-9a-fA-F]+$/.test(text) || /^[ \t]*[+-]?[1-9]\d*$/.test(text)) return Number(text);
  if (/^[ \t]*[+-]?0[0-7]*$/.test(text)) return Number.parseInt(text, 8);
  return undefined;
}
