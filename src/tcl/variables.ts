import { TclError } from "./completion.ts";
import { dictOf, dictValue, withEntry, without } from "./dict.ts";
import type { Forks } from "./fork.ts";
import type { Frame, Variable } from "./frame.ts";
import type { JimFeatures } from "./jim.ts";
import { hold, Size } from "./limits.ts";
import { Value } from "./value.ts";

/** What variables need of the interpreter that they belong to. */
interface Owner {
  readonly frame: Frame;
  readonly global: Frame;
  readonly forks: Forks;
  readonly host: {
    /** May answer for a variable that nothing has set; without an answer reading it is an error. */
    answerUnset?(name: string): Value | undefined;
    /** A global variable was set. */
    noteSet?(name: string): void;
  };
  readonly jim: JimFeatures;
  doubt(): Value;
}

/** Why a variable could not be removed. */
export interface Failure {
  message: string;
  /** Whether Jim says so even with `-nocomplain`. */
  always: boolean;
}

/** Reads and writes variables by name: `x`, `::x`, `a(i)`. Arrays are variables that hold a dict, as in Jim. */
export class Variables {
  readonly #interp: Owner;

  constructor(interp: Owner) {
    this.#interp = interp;
  }

  get(name: string): Value {
    const element = elementOf(name);
    if (element !== undefined) return this.getElement(element.name, element.index);
    const value = this.#read(this.#interp.frame, name) ?? this.#interp.host.answerUnset?.(name);
    if (value === undefined) throw new TclError(`can't read "${name}": no such variable`);
    return value;
  }

  getElement(name: string, index: string): Value {
    const array = this.get(name);
    if (array.opaque) return this.#interp.doubt();
    const dict = dictOf(array);
    if (dict === undefined) throw new TclError(`can't read "${name}(${index})": variable isn't array`);
    const value = dict.get(index);
    if (value === undefined) throw new TclError(`can't read "${name}(${index})": no such element in array`);
    return value;
  }

  /** Whether there is a value to read. */
  exists(name: string): boolean {
    return this.#read(this.#interp.frame, name) !== undefined;
  }

  /** What a variable holds; undefined where there is none. */
  find(name: string): Value | undefined {
    return this.#read(this.#interp.frame, name);
  }

  set(name: string, value: Value): Value {
    this.#write(this.#interp.frame, name, value);
    return value;
  }

  /** Removes a variable or an element; returns why where it could not. */
  unset(name: string): Failure | undefined {
    return this.#remove(this.#interp.frame, name);
  }

  /** Makes a name in the current frame another name for a variable of another frame. */
  link(name: string, frame: Frame, target: string): void {
    const current = this.#interp.frame;
    if (elementOf(name) !== undefined) {
      throw badName(name, "upvar won't create a scalar variable that looks like an array element");
    }
    const known = this.#lookUp(current, name);
    if (known !== undefined && known.link === undefined) {
      throw new TclError(`variable "${name}" already exists`);
    }
    if (known?.link !== undefined) {
      known.value = new Value(known.link.name);
      known.link = undefined;
    }
    const own = this.#place(current, name);
    const other = this.#place(frame, target);
    if (own.frame.level < other.frame.level) {
      throw badName(name, "upvar won't create namespace variable that refers to procedure variable");
    }
    if (own.frame === other.frame) this.#checkCycle(own.name, other.frame, other.name);
    const variable = known ?? { value: undefined, link: undefined };
    variable.link = other;
    own.frame.variables.set(own.name, variable);
  }

  #checkCycle(name: string, frame: Frame, target: string): void {
    for (let next = target; ; ) {
      if (next === name) throw new TclError("can't upvar from variable to itself");
      const link = elementOf(next) === undefined ? this.#lookUp(this.#interp.frame, next)?.link : undefined;
      if (link?.frame !== frame) return;
      next = link.name;
    }
  }

  #place(frame: Frame, name: string): { frame: Frame; name: string } {
    if (name.charCodeAt(0) !== 58 || !name.startsWith("::")) return { frame, name };
    return { frame: this.#interp.global, name: name.replace(/^:+/, "") };
  }

  /** The variable itself, links not followed. */
  #lookUp(start: Frame, full: string): Variable | undefined {
    const { frame, name } = this.#place(start, full);
    const variable = frame.variables.get(name);
    if (variable?.value !== undefined || variable?.link !== undefined) return variable;
    return name === full ? frame.statics?.get(name) : undefined;
  }

  #read(frame: Frame, name: string): Value | undefined {
    const element = elementOf(name);
    if (element !== undefined) {
      const array = this.#read(frame, element.name);
      if (array === undefined || array.opaque) return array;
      return dictOf(array)?.get(element.index);
    }
    const variable = this.#lookUp(frame, name);
    if (variable?.link === undefined) return variable?.value;
    return this.#read(variable.link.frame, variable.link.name);
  }

  #write(start: Frame, full: string, value: Value): void {
    const element = elementOf(full);
    if (element !== undefined) {
      this.#writeElement(start, full, element, value);
      return;
    }
    const known = this.#lookUp(start, full);
    if (known?.link !== undefined) {
      this.#write(known.link.frame, known.link.name, value);
      return;
    }
    const { frame, name } = this.#place(start, full);
    const variable = known ?? frame.variables.get(name) ?? { value: undefined, link: undefined };
    if (known === undefined) {
      hold(Size.Entry);
      frame.variables.set(name, variable);
    }
    this.#interp.forks.note(variable);
    variable.value = value;
    if (frame.level === 0) this.#interp.host.noteSet?.(name);
  }

  #writeElement(frame: Frame, full: string, { name, index }: Element, value: Value): void {
    const array = this.#read(frame, name);
    if (array?.opaque) return;
    if (array !== undefined && dictOf(array) === undefined) {
      throw new TclError(`can't set "${full}": variable isn't array`);
    }
    this.#write(frame, name, withEntry(array ?? dictValue(new Map()), index, value));
  }

  #remove(start: Frame, full: string): Failure | undefined {
    const element = elementOf(full);
    if (element !== undefined) return this.#removeElement(start, full, element);
    const { frame, name } = this.#place(start, full);
    const variable = frame.variables.get(name);
    const noSuch = { message: `can't unset "${full}": no such variable`, always: false };
    if (variable?.link !== undefined) {
      return this.#remove(variable.link.frame, variable.link.name) && noSuch;
    }
    if (variable?.value === undefined) return noSuch;
    this.#interp.forks.note(variable);
    variable.value = undefined;
    return undefined;
  }

  #removeElement(frame: Frame, full: string, { name, index }: Element): Failure | undefined {
    const array = this.#read(frame, name);
    if (array === undefined) return { message: `can't unset "${full}": variable isn't array`, always: true };
    if (array.opaque) return undefined;
    const dict = dictOf(array);
    if (dict?.has(index) !== true) {
      return { message: `can't unset "${full}": no such element in array`, always: true };
    }
    this.#write(frame, name, without(array, index, this.#interp.jim));
    return undefined;
  }
}

function badName(name: string, why: string): TclError {
  return new TclError(`bad variable name "${name}": ${why}`);
}

interface Element {
  name: string;
  index: string;
}

/** `a(i)` taken apart; undefined for a plain name. */
export function elementOf(name: string): Element | undefined {
  if (name.charCodeAt(name.length - 1) !== 41) return undefined;
  const open = name.indexOf("(");
  return open === -1 ? undefined : { name: name.slice(0, open), index: name.slice(open + 1, -1) };
}
