import { formatGeneral } from "./decimal.ts";

const integer = /^[ \t-\r]*([+-]?)(?:0[xX]([0-9a-fA-F]+)|0[oO]([0-7]+)|0[bB]([01]+)|0[dD]([0-9]+)|([0-9]+))/;
const decimal = /^[ \t-\r]*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/;
const irrational = /^[ \t-\r]*([+-]?)(?:(inf(?:inity)?)|nan(?:\([a-z0-9_]*\))?)/i;
const hexFloat = /^[ \t-\r]*([+-]?)0[xX]([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?(?:[pP]([+-]?[0-9]+))?/;
const onlySpace = /^[ \t-\r]*$/;

const LARGEST_UNSIGNED = (1n << 64n) - 1n;

/** A whole text as an integer of 64 bits, in the forms that Jim Tcl takes: `12`, `0x1f`, `0b101`, `0o17`. */
export function parseInteger(text: string): bigint | undefined {
  const prefix = integerPrefix(text);
  return prefix !== undefined && onlySpace.test(text.slice(prefix.length)) ? prefix.value : undefined;
}

/** The integer that a text begins with, and how many characters it takes, as C's `strtoull` would. */
export function integerPrefix(text: string): { value: bigint; length: number } | undefined {
  const match = integer.exec(text);
  if (match === null) return undefined;
  const [all, sign, hex, octal, binary, tagged, plain] = match;
  const digits = hex ?? octal ?? binary ?? tagged ?? plain!;
  const base = hex !== undefined ? "0x" : octal !== undefined ? "0o" : binary !== undefined ? "0b" : "";
  if (digits.length > 64 && digits.replace(/^0+/, "").length > 64) return { value: -1n, length: all.length };
  const size = BigInt(base + digits);
  // `strtoull` stops at its largest value, whatever the sign.
  const value = size > LARGEST_UNSIGNED ? LARGEST_UNSIGNED : sign === "-" ? -size : size;
  return { value: BigInt.asIntN(64, value), length: all.length };
}

const digitsOf: Record<number, RegExp> = {
  8: /^[ \t-\r]*([+-]?)([0-7]+)/,
  10: /^[ \t-\r]*([+-]?)([0-9]+)/,
  16: /^[ \t-\r]*([+-]?)(?:0[xX](?=[0-9a-fA-F]))?([0-9a-fA-F]+)/,
};

/** The integer that a text begins with in a given base, as C's `strtoull` reads it. */
export function integerPrefixIn(
  text: string,
  base: 8 | 10 | 16,
): { value: bigint; length: number } | undefined {
  const match = digitsOf[base]!.exec(text);
  if (match === null) return undefined;
  const size = sizeOf(match[2]!, base);
  const value = size > LARGEST_UNSIGNED ? LARGEST_UNSIGNED : match[1] === "-" ? -size : size;
  return { value: BigInt.asIntN(64, value), length: match[0].length };
}

// More digits than that are too many in any of the bases.
function sizeOf(digits: string, base: 8 | 10 | 16): bigint {
  const significant = digits.replace(/^0+/, "");
  if (significant.length > 22) return LARGEST_UNSIGNED + 1n;
  return BigInt((base === 8 ? "0o" : base === 16 ? "0x" : "") + (significant || "0"));
}

/** A whole text as a floating-point number, in C's own forms: an integer only in decimal. */
export function parseDouble(text: string): number | undefined {
  const whole = integerPrefixIn(text, 10);
  if (whole !== undefined && onlySpace.test(text.slice(whole.length))) return Number(whole.value);
  const prefix = doublePrefix(text);
  return prefix !== undefined && onlySpace.test(text.slice(prefix.length)) ? prefix.value : undefined;
}

/** The floating-point number that a text begins with, as C's `strtod` would read it. */
export function doublePrefix(text: string): { value: number; length: number } | undefined {
  const hex = hexPrefix(text);
  if (hex !== undefined) return hex;
  const match = decimal.exec(text);
  if (match !== null) return { value: Number(match[0]), length: match[0].length };
  const named = irrational.exec(text);
  if (named === null) return undefined;
  const size = named[2] === undefined ? Number.NaN : Number.POSITIVE_INFINITY;
  return { value: named[1] === "-" ? -size : size, length: named[0].length };
}

function hexPrefix(text: string): { value: number; length: number } | undefined {
  const match = hexFloat.exec(text);
  if (match === null) return undefined;
  const [all, sign, whole = "", part = "", power] = match;
  const digits = whole + part;
  if (digits === "") return undefined;
  const exponent = Math.max(-5000, Math.min(5000, Number(power ?? 0))) - 4 * part.length;
  const size = exact(BigInt(`0x${digits}`), exponent);
  return { value: sign === "-" ? -size : size, length: all.length };
}

/** `mantissa` times that power of two. */
function exact(mantissa: bigint, power: number): number {
  if (power >= 0) return Number(mantissa << BigInt(power));
  // Scaled up so that nothing but the last rounding is lost.
  const shift = BigInt(-power);
  const quotient = (mantissa << 1200n) >> shift;
  return Number(quotient) === Number.POSITIVE_INFINITY
    ? Number(mantissa) * 2 ** power
    : Number(quotient) / 2 ** 600 / 2 ** 600;
}

/** A double as Jim Tcl prints it: C's `%.12g`, with `.0` where it would look like an integer. */
export function formatDouble(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value < 0 ? "-Inf" : "Inf";
  const text = formatGeneral(value, 12);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

const truths = ["1", "true", "yes", "on"];
const falsehoods = ["0", "false", "no", "off"];

/** The words that mean a boolean where no number does. */
export function parseBoolean(text: string): boolean | undefined {
  if (truths.includes(text)) return true;
  return falsehoods.includes(text) ? false : undefined;
}
