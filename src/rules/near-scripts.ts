import { familyOf, layoutOf } from "../chips/index.ts";
import { predecessorsOfScript } from "../openocd/data/script-renames.ts";
import type { Library } from "./library.ts";
import { nearest } from "./nearest.ts";

/** Scripts that a missing name may mean. */
export interface NearScripts {
  names: readonly string[];
  /** Whether the name itself shows it: folder or extension is missing, or it is a path in another installation. */
  isCertain: boolean;
}

/** Searches a library for scripts with a similar name. */
export function nearScripts(name: string, library: Library): NearScripts {
  const all = library.names();
  const [, ofInstallation = name] = /[\\/]scripts[\\/](.+)$/.exec(name) ?? [];
  const withEnding = /\.(cfg|tcl)$/.test(ofInstallation) ? ofInstallation : `${ofInstallation}.cfg`;
  const same = all.filter((one) => one === withEnding || one.endsWith(`/${withEnding}`));
  const elsewhere = same.length > 0 ? same : all.filter((one) => baseName(one) === baseName(withEnding));
  if (elsewhere.length > 0) return { names: [...new Set(elsewhere)], isCertain: true };
  const earlier = predecessorsOfScript(withEnding).filter((one) => all.includes(one));
  if (earlier.length > 0) return { names: earlier, isCertain: false };
  const ofFamily = familyScript(withEnding);
  if (ofFamily !== undefined && all.includes(ofFamily)) return { names: [ofFamily], isCertain: false };
  return { names: mistyped(withEnding, all), isCertain: false };
}

/** The script of a family of chips for the name of one chip: `target/stm32f1x.cfg` for `target/stm32f103.cfg`. */
function familyScript(name: string): string | undefined {
  const family = /^target\/[^/]*$/.test(name) ? familyOf(name) : undefined;
  const layout = family && layoutOf(family);
  return layout && `target/${layout.config}`;
}

/**
 * Names in the same folder that differ by a slip: a letter too many or too few, or letters in another order. Another digit, or
 * another letter in the name of a chip, is another thing.
 */
function mistyped(name: string, all: readonly string[]): string[] {
  const own = baseName(name);
  const folder = name.slice(0, -own.length);
  const isOfAdapter = folder.startsWith("interface/");
  const names = [
    ...new Set(all.filter((one) => one.startsWith(folder)).map((one) => one.slice(folder.length))),
  ];
  const sameDigits = names.filter((one) => digits(one) === digits(own));
  const near = nearest(own, sameDigits, 1).filter((one) => isOfAdapter || one.length !== own.length);
  const meant = near.length > 0 ? near : sameDigits.filter((one) => letters(one) === letters(own));
  return meant.map((one) => folder + one);
}

function digits(name: string): string {
  return name.replace(/\D/g, "");
}

/** The same letters in another order are a typo. */
function letters(name: string): string {
  return [...name].sort().join("");
}

function baseName(path: string): string {
  return path.replace(/^.*[\\/]/, "");
}
