import { RESET_FLAGS, type ResetGroup, resetGroupOf } from "../openocd/data/reset-flags.ts";
import type { Config, Setting } from "../openocd/model.ts";
import { type Names, neutral } from "./body/name-symbols.ts";
import { type Entity, fact } from "./difference.ts";

/** The settings after the whole config has run. */
export function settingEntitiesOf({ settings }: Config, names: Names): Entity[] {
  const entities = new Map<string, Entity>();
  for (const [name, all] of byCommand(settings)) {
    if (name === "reset_config") entities.set(name, resetEntity(all));
    else if (overrides(name)) entities.set(name, settingEntity(all.at(-1)!, names));
    else
      for (const one of all) {
        const entity = settingEntity(one, names, true);
        entities.set(entity.role, entity);
      }
  }
  return [...entities.values()];
}

/**
 * Commands of which only the last use counts. For other commands, each use with different first words is a setting of
 * its own.
 */
function overrides(name: string): boolean {
  return /^(?:adapter (?:speed|srst|serial|usb location)|jtag_|reset_config|cortex_m reset_config|(?:gdb|tcl|telnet) port)/.test(
    name,
  );
}

function byCommand(settings: readonly Setting[]): Map<string, Setting[]> {
  const all = new Map<string, Setting[]>();
  for (const setting of settings) {
    const { name, target } = setting;
    const key = name === "cortex_m reset_config" ? `${name} ${target}` : name;
    all.set(key, [...(all.get(key) ?? []), setting]);
  }
  return all;
}

function settingEntity(setting: Setting, names: Names, isOneOfMany = false): Entity {
  const { name, words, target } = setting;
  const values = words.map((word) => numberless(neutral(word, names)));
  const own = neutral(name, names);
  // Where a command has several settings, the first word identifies one: or all words but the last, as in `-event NAME
  // {…}`.
  const which = isOneOfMany && words.length > 1 ? values.slice(0, words[0]!.startsWith("-") ? -1 : 1) : [];
  const isOfTarget = name.startsWith("cortex_m ") && target !== undefined;
  return {
    kind: "setting",
    role: [own, ...which].join(" ") + (isOfTarget ? ` ${neutral(target, names)}` : ""),
    name,
    title: isOfTarget ? `${name} of ${target}` : name,
    facts: [fact("value", words.join(" ") + unitOf(name), values.join(" "))],
    made: setting,
  };
}

function unitOf(name: string): string {
  if (name === "adapter speed") return " kHz";
  return /srst delay|pulse_width|ntrst_/.test(name) ? " ms" : "";
}

function numberless(word: string): string {
  return /^0[xX][0-9a-fA-F]+$/.test(word) ? String(BigInt(word)) : word;
}

/** Each use sets some groups of flags. The other groups keep their values. */
function resetEntity(uses: readonly Setting[]): Entity {
  const flags = new Map<ResetGroup, string>();
  for (const word of uses.flatMap(({ words }) => words)) {
    const group = resetGroupOf(word);
    if (group !== undefined) flags.set(group, word);
  }
  const all = (Object.keys(RESET_FLAGS) as ResetGroup[]).map(
    (group) => flags.get(group) ?? RESET_FLAGS[group][0],
  );
  const said = [...flags.values()].join(" ");
  return {
    kind: "setting",
    role: "reset_config",
    name: "reset_config",
    title: "reset_config",
    facts: [fact("value", said, all.join(" "))],
    made: uses.at(-1)!,
  };
}
