/** Where a character is next in a text. `indexOf` searches for it, which is faster than any loop, and the answer is kept. */
export class Next {
  readonly #character: string;
  #text = "";
  #from = 0;
  #at = -1;

  constructor(character: string) {
    this.#character = character;
  }

  /** The offset of the first one at or after `pos`; infinite where there is none. */
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
