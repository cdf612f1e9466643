import { hex32 } from "../hexadecimal.ts";
import { RESET_FLAGS, type ResetGroup, resetGroupOf } from "../openocd/data/reset-flags.ts";
import type { Config, Dap, EventHandler, FlashBank, Proc, Setting, Tap, Target } from "../openocd/model.ts";
import { isJtag } from "../openocd/transport.ts";
import { type Names, neutral } from "./body/names.ts";
import type { Fact, Thing } from "./difference.ts";

/** What one config makes and sets, but for what stands in handlers and procs. */
export function thingsOf(config: Config, names: Names): Thing[] {
  const { targets, flashBanks, daps, taps } = config;
  return [
    ...targets.filter(({ workArea }) => workArea.size > 0).map((target) => workAreaOf(target, names)),
    ...flashBanks.map((bank) => bankThing(bank, names)),
    ...daps.map((dap) => dapThing(dap, names)),
    ...targets.map((target) => targetThing(target, names)),
    ...taps.map((tap) => tapThing(tap, config, names)),
    ...settingsOf(config, names),
  ];
}

function fact(name: string, value: string, meaning = value): Fact {
  return { name, value, meaning };
}

function naming(name: string, value: string | undefined, names: Names): Fact {
  return fact(name, value ?? "none", value === undefined ? "" : neutral(value, names));
}

function workAreaOf(target: Target, names: Names): Thing {
  const { phys, virt, size, backup } = target.workArea;
  return {
    kind: "work-area",
    role: neutral(target.name, names),
    name: target.name,
    title: `work area of ${target.name}`,
    facts: [
      fact("address", hex32(phys)),
      fact("size", `${size} bytes`),
      fact("backup", backup ? "backed up" : "not backed up"),
      ...(virt === 0 ? [] : [fact("virtual address", `at ${hex32(virt)} with the MMU on`)]),
    ],
    made: { ...target, at: target.workAreaSetAt.at(-1) ?? target.at },
  };
}

function bankThing(bank: FlashBank, names: Names): Thing {
  const { name, driver, base, size, chipWidth, busWidth, target } = bank;
  return {
    kind: "flash-bank",
    role: neutral(name, names),
    name,
    title: `flash bank ${name}`,
    facts: [
      fact("driver", driver),
      fact("base", `at ${hex32(base)}`),
      fact("size", size === 0 ? "size asked of the chip" : `${size} bytes`),
      ...(chipWidth === 0 ? [] : [fact("chip width", `chip width ${chipWidth}`)]),
      ...(busWidth === 0 ? [] : [fact("bus width", `bus width ${busWidth}`)]),
      { ...naming("target", target, names), value: `of ${target}` },
    ],
    made: bank,
  };
}

function dapThing(dap: Dap, names: Names): Thing {
  const { name, chainPosition } = dap;
  return {
    kind: "dap",
    role: neutral(name, names),
    name,
    title: `dap ${name}`,
    facts: [{ ...naming("tap", chainPosition, names), value: `on ${chainPosition}` }],
    made: dap,
  };
}

function targetThing(target: Target, names: Names): Thing {
  const { name, requestedType, endian, coreId, dap, chainPosition, apNum } = target;
  return {
    kind: "target",
    role: neutral(name, names),
    name,
    title: `target ${name}`,
    facts: [
      fact("type", requestedType),
      fact("endian", `${endian}-endian`),
      { ...naming("dap", dap, names), value: dap === undefined ? "no dap" : `on ${dap}` },
      ...(dap === undefined ? [naming("tap", chainPosition, names)] : []),
      fact("access port", `access port ${apNum}`),
      ...(coreId === 0 ? [] : [fact("core id", `core ${coreId}`)]),
    ],
    made: target,
  };
}

function tapThing(tap: Tap, { taps, transport }: Config, names: Names): Thing {
  const { name, irLength, expectedIds, enabled } = tap;
  const role = neutral(name, names);
  // Only a chain has an order; the TAPs in front count that both configs have.
  const ahead = taps.slice(0, taps.indexOf(tap)).filter((other) => neutral(other.name, names) !== other.name);
  return {
    kind: "tap",
    role,
    name,
    title: `tap ${name}`,
    facts: [
      ...(irLength === 0 ? [] : [fact("instruction length", `IR length ${irLength}`)]),
      fact("expected ids", idsOf(expectedIds)),
      ...(enabled ? [] : [fact("enabled", "disabled")]),
      ...(isJtag(transport) && ahead.length > 0
        ? [
            fact(
              "chain",
              `behind ${ahead.map((other) => other.name).join(", ")}`,
              ahead.map((other) => neutral(other.name, names)).join(" "),
            ),
          ]
        : []),
    ],
    made: tap,
  };
}

function idsOf(ids: readonly number[]): string {
  return ids.length === 0
    ? "no expected id"
    : `id ${[...ids]
        .sort((a, b) => a - b)
        .map(hex32)
        .join(", ")}`;
}

export function eventThing(handler: EventHandler, names: Names): Thing {
  const { target, name } = handler;
  return {
    kind: "event",
    role: `${neutral(target, names)} ${name}`,
    name,
    title: `event ${name} of ${target}`,
    facts: [],
    made: handler,
  };
}

export function procThing(proc: Proc, role: string): Thing {
  return { kind: "proc", role, name: proc.name, title: `proc ${proc.name}`, facts: [], made: proc };
}

/** What is set in the end. */
function settingsOf({ settings }: Config, names: Names): Thing[] {
  const things = new Map<string, Thing>();
  for (const [name, all] of byCommand(settings)) {
    if (name === "reset_config") things.set(name, resetThing(all));
    else if (overrides(name)) things.set(name, settingThing(all.at(-1)!, names));
    else
      for (const one of all) {
        const thing = settingThing(one, names, true);
        things.set(thing.role, thing);
      }
  }
  return [...things.values()];
}

/** Of which only the last use counts. Of others each with other first words is a setting of its own. */
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

function settingThing(setting: Setting, names: Names, isOneOfMany = false): Thing {
  const { name, words, target } = setting;
  const values = words.map((word) => numberless(neutral(word, names)));
  const own = neutral(name, names);
  // Of what there can be several the first word says which, or all but the last, as in `-event NAME {…}`.
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

/** Each use sets some of the groups; what was set before of the others stays. */
function resetThing(uses: readonly Setting[]): Thing {
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
