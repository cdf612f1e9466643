/** Telling whether JSON that was read is what it should be. */

export type Check = (value: unknown) => boolean;

export const isString: Check = (value) => typeof value === "string";
export const isBoolean: Check = (value) => typeof value === "boolean";
export const isHash: Check = (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

export const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === "string" && values.includes(value);

export const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

export const record =
  (checks: Record<string, Check>): Check =>
  (value) =>
    isRecord(value) && firstWrong(value, checks) === undefined;

/** The first key whose value is missing or wrong. Others than those checked may be there. */
export function firstWrong(
  value: Record<string, unknown>,
  checks: Record<string, Check>,
): string | undefined {
  return Object.keys(checks).find((key) => !checks[key]!(value[key]));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
