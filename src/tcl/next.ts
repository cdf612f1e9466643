/** Where a character stands next in a text. Searched for by the engine itself, which is faster than any loop, and kept. */
export class Next {
  readonly #character: string;
  #text = "";
  #from = 0;
  #at = -1;

  constructor(character: string) {
    this.#character = character;
  }

  /** The offset of the first one at or behind `pos`; infinite where there is none. */
  at(text: string, pos: number): number {
    if (pos > this.#at || pos < this.#from || text !== this.#text) {
      const at = text.indexOf(this.#character, pos);
      this.#text = text;
      this.#from = pos;
      this.#at = at === -1 ? Number.POSITIVE_INFINITY : at;
    }
    return this.#at;
  }
}
