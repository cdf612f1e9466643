import { type ChipFamily, familyOf } from "../../chips/index.ts";
import type { AbleProgram } from "../../install/able.ts";
import { pathName } from "../path-name.ts";
import { printable } from "../printable.ts";
import { type AnyResult, findingsIn } from "../result.ts";

/** The families that a result says the OpenOCD cannot flash, where no fix helps. */
export function unableFamilies(result: AnyResult): ChipFamily[] {
  const found = findingsIn(result).filter(
    ({ rule, fix }) => rule === "chip-unsupported" || (rule === "flash-driver-unknown" && fix === undefined),
  );
  return [...new Set(found.map(({ at }) => familyOf(at.file)).filter((family) => family !== undefined))];
}

/** Which OpenOCDs of this machine flash a family. */
export function ableText({ name }: ChipFamily, programs: readonly AbleProgram[], folder: string): string {
  if (programs.length === 0) return `No OpenOCD was found on this machine that flashes the ${name}.`;
  const named = programs.map(({ path, version }) => `${pathName(path, folder)} (${printable(version)})`);
  return `On this machine ${named.join(", ")} can flash the ${name}.`;
}
