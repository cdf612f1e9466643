import { TclError } from "./completion.ts";
import { dictOf, dictValue } from "./dict.ts";
import type { Frame, Variable } from "./frame.ts";
import type { Interp } from "./interp.ts";
import { Value } from "./value.ts";

/** Reads and writes variables by name: `x`, `::x`, `a(i)`. Arrays are variables that hold a dict, as in Jim. */
export class Variables {
  readonly #interp: Interp;

  constructor(interp: Interp) {
    this.#interp = interp;
  }

  get(name: string): Value {
    const element = elementOf(name);
    if (element !== undefined) return this.getElement(element.name, element.index);
    const value = this.find(name)?.value;
    if (value === undefined) throw new TclError(`can't read "${name}": no such variable`);
    return value;
  }

  getElement(name: string, index: string): Value {
    const array = this.find(name)?.value;
    if (array === undefined) throw new TclError(`can't read "${name}(${index})": no such variable`);
    if (array.unknown) return Value.unknown();
    const dict = dictOf(array);
    if (dict === undefined) throw new TclError(`can't read "${name}(${index})": variable isn't array`);
    const value = dict.get(index);
    if (value === undefined) throw new TclError(`can't read "${name}(${index})": no such element in array`);
    return value;
  }

  /** Whether there is a value to read. */
  exists(name: string): boolean {
    const element = elementOf(name);
    if (element === undefined) return this.find(name)?.value !== undefined;
    const array = this.find(element.name)?.value;
    return array !== undefined && dictOf(array)?.has(element.index) === true;
  }

  set(name: string, value: Value): Value {
    const element = elementOf(name);
    if (element !== undefined) return this.setElement(element.name, element.index, value);
    const variable = this.findOrMake(name);
    this.#interp.forks.note(variable);
    variable.value = value;
    return value;
  }

  setElement(name: string, index: string, value: Value): Value {
    const variable = this.findOrMake(name);
    const before = variable.value === undefined ? new Map<string, Value>() : dictOf(variable.value);
    if (before === undefined) throw new TclError(`can't set "${name}(${index})": variable isn't array`);
    this.#interp.forks.note(variable);
    variable.value = dictValue(new Map(before).set(index, value));
    return value;
  }

  /** Removes a variable or an element; false where there was none. */
  unset(name: string): boolean {
    const element = elementOf(name);
    const variable = this.find(element?.name ?? name);
    if (variable?.value === undefined) return false;
    this.#interp.forks.note(variable);
    if (element === undefined) {
      variable.value = undefined;
      return true;
    }
    const dict = new Map(dictOf(variable.value));
    if (!dict.delete(element.index)) return false;
    variable.value = dictValue(dict);
    return true;
  }

  /** Makes a name in the current frame stand for a variable of another frame. */
  link(name: string, frame: Frame, target: string): void {
    const { frame: own, name: bare } = this.#place(name);
    own.variables.set(bare, { value: undefined, link: { frame, name: target } });
  }

  /** The variable that a name stands for, links followed. */
  find(name: string): Variable | undefined {
    const { frame, name: bare } = this.#place(name);
    return follow(frame, bare, false);
  }

  findOrMake(name: string): Variable {
    const { frame, name: bare } = this.#place(name);
    return follow(frame, bare, true)!;
  }

  #place(name: string): { frame: Frame; name: string } {
    if (name.charCodeAt(0) === 58 && name.startsWith("::")) {
      return { frame: this.#interp.global, name: name.replace(/^:+/, "") };
    }
    return { frame: this.#interp.frame, name };
  }
}

function follow(start: Frame, first: string, make: boolean): Variable | undefined {
  let frame = start;
  let name = first;
  for (;;) {
    const variable = frame.variables.get(name) ?? frame.statics?.get(name);
    if (variable === undefined) {
      if (!make) return undefined;
      const made: Variable = { value: undefined, link: undefined };
      frame.variables.set(name, made);
      return made;
    }
    if (variable.link === undefined) return variable;
    ({ frame, name } = variable.link);
    if (name.startsWith("::")) {
      while (frame.parent !== undefined) frame = frame.parent;
      name = name.replace(/^:+/, "");
    }
  }
}

/** `a(i)` taken apart; undefined for a plain name. */
export function elementOf(name: string): { name: string; index: string } | undefined {
  if (name.charCodeAt(name.length - 1) !== 41) return undefined;
  const open = name.indexOf("(");
  return open === -1 ? undefined : { name: name.slice(0, open), index: name.slice(open + 1, -1) };
}
