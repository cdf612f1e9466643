import { hex32 } from "../hexadecimal.ts";
import type { Config, Dap, EventHandler, FlashBank, Proc, Tap, Target } from "../openocd/model.ts";
import { isJtag } from "../openocd/transport.ts";
import { type Names, neutral } from "./body/name-symbols.ts";
import { type Entity, type Fact, fact } from "./difference.ts";
import { settingEntitiesOf } from "./setting-entities.ts";

/** The entities of one config, except handlers and procs. */
export function entitiesOf(config: Config, names: Names): Entity[] {
  const { targets, flashBanks, daps, taps } = config;
  return [
    ...targets.filter(({ workArea }) => workArea.size > 0).map((target) => workAreaOf(target, names)),
    ...flashBanks.map((bank) => bankEntity(bank, names)),
    ...daps.map((dap) => dapEntity(dap, names)),
    ...targets.map((target) => targetEntity(target, names)),
    ...taps.map((tap) => tapEntity(tap, config, names)),
    ...settingEntitiesOf(config, names),
  ];
}

function naming(name: string, value: string | undefined, names: Names): Fact {
  return fact(name, value ?? "none", value === undefined ? "" : neutral(value, names));
}

function workAreaOf(target: Target, names: Names): Entity {
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

function bankEntity(bank: FlashBank, names: Names): Entity {
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

function dapEntity(dap: Dap, names: Names): Entity {
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

function targetEntity(target: Target, names: Names): Entity {
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

function tapEntity(tap: Tap, { taps, transport }: Config, names: Names): Entity {
  const { name, irLength, expectedIds, enabled } = tap;
  const role = neutral(name, names);
  // Only a JTAG chain has an order. Only preceding TAPs that both configs have count.
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
              `after ${ahead.map((other) => other.name).join(", ")}`,
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

export function eventEntity(handler: EventHandler, names: Names): Entity {
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

export function procEntity(proc: Proc, role: string): Entity {
  return { kind: "proc", role, name: proc.name, title: `proc ${proc.name}`, facts: [], made: proc };
}
