import type { FoundInstall } from "./discover.ts";
import type { Machine } from "./machine.ts";
import { type ChosenOpenOcd, chooseOpenOcd, type Evidence, mismatch } from "./release.ts";

/** An install with its OpenOCD. */
export interface InventoryItem extends FoundInstall {
  openocd: ChosenOpenOcd;
  /** Whether `--install auto` takes it: the first that has scripts. */
  used: boolean;
  warnings: string[];
}

/** Asks each install's program for its version. All these programs are in known locations, or the user named them. */
export function inventory(installs: readonly FoundInstall[], machine: Machine): InventoryItem[] {
  const used = chosen(installs);
  return installs.map((install) => {
    const { binary, plugin, program } = install;
    const printed = binary === undefined ? undefined : machine.ask(binary);
    const answer = binary === undefined || printed === undefined ? undefined : { binary, printed };
    const evidence: Evidence = { plugin, program, answer };
    const openocd = chooseOpenOcd(undefined, evidence);
    return { ...install, openocd, used: install === used, warnings: warnings(install, evidence, openocd) };
  });
}

/** The install that `--install auto` selects. */
export function chosen(installs: readonly FoundInstall[]): FoundInstall | undefined {
  return installs.find(({ scripts }) => scripts !== undefined);
}

function warnings({ binary, scripts }: FoundInstall, evidence: Evidence, openocd: ChosenOpenOcd): string[] {
  const silent =
    binary !== undefined && evidence.answer === undefined ? [`${binary} does not print its version`] : [];
  const unfit = mismatch(evidence, openocd);
  return [
    ...(scripts === undefined ? ["no scripts were found that go with it"] : []),
    ...silent,
    ...(unfit === undefined ? [] : [unfit]),
  ];
}
