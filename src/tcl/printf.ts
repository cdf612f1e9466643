import { formatExponential, formatFixed, formatGeneral } from "./decimal.ts";

/** What is between a `%` and its letter in C's `printf`. */
export interface Conversion {
  letter: string;
  flags: ReadonlySet<string>;
  width: number;
  precision: number | undefined;
}

/** C's `printf` of an integer of 64 bits with `d`, `u`, `o`, `x` or `X`. */
export function formatInteger(conversion: Conversion, value: bigint): string {
  const { letter, flags, precision } = conversion;
  const signed = letter === "d";
  const size = signed ? (value < 0n ? -value : value) : BigInt.asUintN(64, value);
  let digits = size.toString(letter === "o" ? 8 : letter === "x" || letter === "X" ? 16 : 10);
  if (letter === "X") digits = digits.toUpperCase();
  if (precision === 0 && size === 0n) digits = "";
  digits = digits.padStart(precision ?? 1, "0");
  let prefix = signed ? signOf(value < 0n, flags) : "";
  if (flags.has("#")) {
    if (letter === "o" && !digits.startsWith("0")) digits = `0${digits}`;
    if ((letter === "x" || letter === "X") && size !== 0n) prefix = `0${letter}`;
  }
  return padded(conversion, prefix, digits, precision === undefined);
}

/** C's `printf` of a floating-point number with `e`, `E`, `f`, `g` or `G`. */
export function formatReal(conversion: Conversion, value: number): string {
  const { letter, flags } = conversion;
  const negative = value < 0 || Object.is(value, -0);
  const prefix = signOf(negative, flags);
  const text = Number.isFinite(value)
    ? unsigned(conversion, Math.abs(value))
    : Number.isNaN(value)
      ? "nan"
      : "inf";
  const cased = letter === "E" || letter === "G" ? text.toUpperCase() : text;
  return padded(conversion, prefix, cased, Number.isFinite(value));
}

function unsigned({ letter, flags, precision = 6 }: Conversion, size: number): string {
  const keeps = flags.has("#");
  if (letter === "g" || letter === "G") return formatGeneral(size, precision, keeps);
  const text = letter === "f" ? formatFixed(size, precision) : formatExponential(size, precision);
  return keeps && precision === 0 ? text.replace(/^(\d+)/, "$1.") : text;
}

function signOf(negative: boolean, flags: ReadonlySet<string>): string {
  if (negative) return "-";
  return flags.has("+") ? "+" : flags.has(" ") ? " " : "";
}

function padded({ flags, width }: Conversion, prefix: string, digits: string, mayUseZeros: boolean): string {
  if (flags.has("-")) return (prefix + digits).padEnd(width);
  if (flags.has("0") && mayUseZeros) return prefix + digits.padStart(width - prefix.length, "0");
  return (prefix + digits).padStart(width);
}
