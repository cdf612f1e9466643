// C's `printf` rounds the exact value, halves to even; JavaScript's own functions round halves up and stop at 100
// digits.

/** C's `%.*f` of a finite number. */
export function formatFixed(value: number, precision: number): string {
  const digits = scaled(Math.abs(value), precision)
    .toString()
    .padStart(precision + 1, "0");
  const point = digits.length - precision;
  const text = precision === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return isNegative(value) ? `-${text}` : text;
}

/** C's `%.*e` of a finite number. */
export function formatExponential(value: number, precision: number): string {
  const { digits, exponent } = significant(value, precision + 1);
  const mantissa = precision === 0 ? digits : `${digits[0]}.${digits.slice(1)}`;
  const power = String(Math.abs(exponent)).padStart(2, "0");
  return `${isNegative(value) ? "-" : ""}${mantissa}e${exponent < 0 ? "-" : "+"}${power}`;
}

/** C's `%.*g` of a finite number; `%#.*g` keeps the zeros at its end. */
export function formatGeneral(value: number, precision: number, keepsZeros = false): string {
  const wanted = Math.max(precision, 1);
  const { exponent } = significant(value, wanted);
  if (exponent >= -4 && exponent < wanted) {
    const text = formatFixed(value, wanted - 1 - exponent);
    if (keepsZeros) return text.includes(".") ? text : `${text}.`;
    return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  }
  const text = formatExponential(value, wanted - 1);
  if (keepsZeros) return text.includes(".") ? text : text.replace("e", ".e");
  return text.includes(".") ? text.replace(/\.?0+e/, "e") : text;
}

function isNegative(value: number): boolean {
  return value < 0 || Object.is(value, -0);
}

/** A number's first digits and the power of ten of the first one. */
function significant(value: number, count: number): { digits: string; exponent: number } {
  const size = Math.abs(value);
  if (size === 0) return { digits: "0".repeat(count), exponent: 0 };
  let exponent = Math.floor(Math.log10(size));
  for (;;) {
    const digits = scaled(size, count - 1 - exponent).toString();
    if (digits.length === count) return { digits, exponent };
    exponent += digits.length > count ? 1 : -1;
  }
}

/** `size` times that power of ten, rounded to an integer. */
function scaled(size: number, power: number): bigint {
  const { mantissa, exponent } = binary(size);
  let top = mantissa;
  let bottom = 1n;
  if (exponent >= 0) top <<= BigInt(exponent);
  else bottom <<= BigInt(-exponent);
  if (power >= 0) top *= 10n ** BigInt(power);
  else bottom *= 10n ** BigInt(-power);
  const quotient = top / bottom;
  const twice = 2n * (top % bottom);
  return twice > bottom || (twice === bottom && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

const view = new DataView(new ArrayBuffer(8));

function binary(size: number): { mantissa: bigint; exponent: number } {
  view.setFloat64(0, size);
  const bits = view.getBigUint64(0);
  const fraction = bits & 0xfffffffffffffn;
  const power = Number(bits >> 52n);
  if (power === 0) return { mantissa: fraction, exponent: -1074 };
  return { mantissa: fraction | (1n << 52n), exponent: power - 1075 };
}
