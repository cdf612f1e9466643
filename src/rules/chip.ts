import { type ChipFamily, type ChipLayout, familyOf, layoutOf, layoutReleases } from "../chips/index.ts";
import type { ReleaseId } from "../openocd/data/releases.ts";
import type { Config } from "../openocd/model.ts";

/** The only chip of a config. */
export interface Chip {
  family: ChipFamily;
  layout: ChipLayout;
  /** The chip's name in the config. */
  name: string;
  /** The config's file name without folder and extension. */
  stem: string;
}

/** The chip of a config; undefined where no name identifies it, or where the config names several chips. */
export function chipOf(config: Config): Chip | undefined {
  const families = new Set(
    [config.file, ...config.sources.map(({ path }) => path)].map(familyOf).filter((one) => one !== undefined),
  );
  const [family] = families;
  const layout = family && layoutOf(family);
  const name = config.variables._CHIPNAME ?? config.taps[0]?.name.replace(/\.[^.]*$/, "");
  if (families.size !== 1 || layout === undefined || name === undefined) return undefined;
  return { family: family!, layout, name, stem: stemOf(config.file) };
}

/** A folder of STM32CubeIDE. Its scripts define less than OpenOCD's own, and need no more. */
const stScripts = /[\\/]st_scripts[\\/]/;

/**
 * Whether a config names its objects as OpenOCD's own config does. Other configs may leave out some of these objects.
 */
export function isLikeOpenocds(config: Config, { layout, name }: Chip, release: ReleaseId): boolean {
  if (!layoutReleases.includes(release) || config.sources.some(({ path }) => stScripts.test(path)))
    return false;
  const [main] = layout.banks;
  if (main !== undefined) return config.flashBanks.some((bank) => bank.name === `${name}.${main.name}`);
  return config.targets.some((target) =>
    layout.targets.some((fact) => target.name === `${name}.${fact.name}`),
  );
}

/** `target/stm32f1x.cfg` is `stm32f1x`. */
export function stemOf(file: string): string {
  return file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
}

/**
 * A name as the config would write it: with one of these variables where its value fits, else with the chip's
 * variable.
 */
export function wordFor(config: Config, name: string, variables: readonly string[]): string {
  const whole = variables.find((variable) => config.variables[variable] === name);
  if (whole !== undefined) return `$${whole}`;
  const chip = config.variables._CHIPNAME;
  if (chip === undefined || !name.startsWith(`${chip}.`)) return name;
  return `$_CHIPNAME${name.slice(chip.length)}`;
}
