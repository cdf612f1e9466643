import type { Piece } from "./normalize.ts";

/** Which global variables of two configs correspond, in both directions. Every pair of equal bodies adds to it. */
export class Renamed {
  readonly #there = new Map<string, string>();
  readonly #back = new Map<string, string>();

  /** Whether two names may be the same variable. Two different variables must not become one. */
  agrees(own: string, other: string): boolean {
    return (this.#there.get(own) ?? other) === other && (this.#back.get(other) ?? own) === own;
  }

  add(own: string, other: string): void {
    this.#there.set(own, other);
    this.#back.set(other, own);
  }

  copy(): Renamed {
    const made = new Renamed();
    for (const [own, other] of this.#there) made.add(own, other);
    return made;
  }

  take(from: Renamed): void {
    for (const [own, other] of from.#there) this.add(own, other);
  }
}

/**
 * Whether two bodies do the same: all pieces are equal, except that variables may have other names throughout.
 * `sameValue` decides whether two global variables have the same value. Corresponding names are added to `globals`.
 */
export function unify(
  own: readonly Piece[],
  other: readonly Piece[],
  globals: Renamed,
  sameValue: (own: string, other: string) => boolean,
): boolean {
  if (own.length !== other.length) return false;
  const learnt = globals.copy();
  const locals = new Renamed();
  for (const [i, piece] of own.entries()) {
    const twin = other[i]!;
    if (typeof piece === "string" || typeof twin === "string") {
      if (piece !== twin) return false;
      continue;
    }
    if (piece.isGlobal !== twin.isGlobal) return false;
    const known = piece.isGlobal ? learnt : locals;
    if (!known.agrees(piece.variable, twin.variable)) return false;
    if (piece.isGlobal && !sameValue(piece.variable, twin.variable)) return false;
    known.add(piece.variable, twin.variable);
  }
  globals.take(learnt);
  return true;
}
