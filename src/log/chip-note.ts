import { familyOfDeviceId } from "../chips/device-ids.ts";
import { FAMILIES, familyOf } from "../chips/index.ts";
import { RELEASES, type ReleaseId } from "../openocd/data/releases.ts";
import { releaseNamed } from "../openocd/version.ts";

/** What a run says of its chip. */
export interface ChipClues {
  /** The last `device id`. */
  deviceId?: number;
  /** The first name of a target or config that has a family's name in it. */
  name?: string;
  /** As the banner says it. */
  openocd?: string;
}

/** Families that no known release can write, by what follows `stm32`, and who can (OpenOCD's history; ST's fork). */
const LATER: readonly [stem: string, family: string, since: string][] = [
  ["u3", "STM32U3", "OpenOCD's master of September 2025 or later, and ST's branch openocd-cubeide-r7"],
  ["h7r", "STM32H7RS", "OpenOCD's master of 2025 or later, and STM32CubeProgrammer"],
  ["h7s", "STM32H7RS", "OpenOCD's master of 2025 or later, and STM32CubeProgrammer"],
];

/** Whether a name says of which family a chip is. */
export function saysChip(name: string): boolean {
  return familyNameOf(name) !== undefined;
}

function familyNameOf(name: string): string | undefined {
  const later = LATER.find(([stem]) => name.toLowerCase().startsWith(`stm32${stem}`));
  return later?.[1] ?? familyOf(name)?.name;
}

/** What chip it is, and which OpenOCD can write it, in a sentence; undefined where the log does not say enough. */
export function chipNote({ deviceId, name, openocd }: ChipClues): string | undefined {
  const meant = name === undefined ? undefined : familyNameOf(name);
  const found = deviceId === undefined ? undefined : familyOfDeviceId(deviceId);
  if (found !== undefined && meant !== undefined && found !== meant)
    return `The chip says that it is of the family ${found} (device id 0x${deviceId!.toString(16)}), and the config is for the ${meant}: use the config of its family.`;
  const family = found ?? meant;
  const later = LATER.find(([, one]) => one === family);
  if (later !== undefined) return `The ${family} is known to ${later[2]}, and to nothing older.`;
  const { flashDriver } = FAMILIES.find((one) => one.name === family) ?? {};
  // What every release knows is no matter of the release.
  if (flashDriver === undefined || flashDriver["0.10.0"] !== undefined) return undefined;
  const release = openocd === undefined ? undefined : releaseNamed(openocd).id;
  if (release !== undefined && flashDriver[release] !== undefined) return undefined;
  const [first, st] = [firstWith(flashDriver, "upstream"), firstWith(flashDriver, "st")];
  const who = [
    ...(first === undefined
      ? []
      : [`OpenOCD from ${first === "master" ? "its master after 0.12.0" : first} on`]),
    ...(st === undefined ? [] : [`ST's from that of STM32CubeIDE ${st.replace("st-", "")} on`]),
  ];
  return who.length === 0
    ? undefined
    : `The ${family} is known to ${who.join(", and to ")}: use such a one, with its own scripts.`;
}

function firstWith(
  drivers: Readonly<Partial<Record<ReleaseId, string>>>,
  vendor: "st" | "upstream",
): ReleaseId | undefined {
  return RELEASES.find((release) => release.vendor === vendor && drivers[release.id] !== undefined)?.id;
}
