/** Numbers that one seed decides: the same ones on every machine. */
export interface Random {
  /** 32 bits, unsigned. */
  bits(): number;
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  /** Whether something that happens in so many of a hundred cases does. */
  percent(chance: number): boolean;
  pick<T>(items: readonly T[]): T;
}

/** Marsaglia's xorshift with 32 bits of state. */
export function randomFrom(seed: number): Random {
  // Neighbouring seeds begin far apart; the state is never 0.
  let state = Math.imul(seed ^ 0x5bf0_3635, 0x9e37_79b1) | 1;
  const bits = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let i = 0; i < 8; i++) bits();
  const below = (limit: number) => Math.floor((bits() / 2 ** 32) * limit);
  return {
    bits,
    below,
    percent: (chance) => below(100) < chance,
    pick: (items) => items[below(items.length)]!,
  };
}
