import { relative, resolve } from "node:path";
import { decoded } from "../../../files/file-names.ts";
import { hex32 } from "../../../hexadecimal.ts";
import type { Target } from "../../../openocd/model.ts";
import { type Entity, placeOfMade } from "../../model/entities.ts";
import type { Model } from "../../model/models.ts";
import { code } from "./markdown.ts";

/** What something is that the config makes. */
export function aboutEntity(entity: Entity, { config, cwd }: Model): string {
  const place = placeOfMade(entity.made);
  const where = `made in ${code(`${relative(cwd, resolve(cwd, place.file))}:${place.line}`)}`;
  return [...linesOf(entity, config.events), where].map(decoded).join("\n\n");
}

function linesOf(entity: Entity, events: Model["config"]["events"]): string[] {
  const { name } = entity;
  switch (entity.kind) {
    case "target":
      return [`target ${code(name)}`, ...targetLines(entity.made, events)];
    case "dap":
      return [`debug access port ${code(name)}, on the TAP ${code(entity.made.chainPosition)}`];
    case "tap": {
      const { irLength, expectedIds, enabled } = entity.made;
      const ids = expectedIds.map((id) => code(hex32(id))).join(", ");
      return [
        `TAP ${code(name)}${enabled ? "" : ", not on the scan chain at first"}`,
        `instruction register of ${irLength} bits; expected id ${ids || "none"}`,
      ];
    }
    case "bank": {
      const { driver, base, size, target } = entity.made;
      const shown = size === 0 ? "asked of the chip" : `${code(hex32(size))} bytes`;
      return [
        `flash bank ${code(name)}, driver ${code(driver)}`,
        `at ${code(hex32(base))}, size ${shown}, written by ${code(target)}`,
      ];
    }
    case "proc":
      return [`proc ${code(`${name} {${entity.made.args}}`)}`];
  }
}

function targetLines(target: Target, events: Model["config"]["events"]): string[] {
  const { name, type, requestedType, endian, dap, chainPosition, apNum, workArea } = target;
  const { phys, virt, size, backup } = workArea;
  const area =
    size === 0
      ? "no work area: flash is written slowly, or not at all"
      : `work area of ${code(hex32(size))} bytes at ${code(hex32(phys || virt))}${backup ? ", backed up" : ""}`;
  const link = dap ?? chainPosition;
  const handlers = events.filter((event) => event.target === name).map((event) => code(event.name));
  return [
    `type ${code(type)}${type === requestedType ? "" : `, asked for as ${code(requestedType)}`}, ${endian} endian`,
    ...(link === undefined
      ? []
      : [dap ? `debug access port ${code(link)}, AP ${apNum}` : `TAP ${code(link)}`]),
    area,
    ...(handlers.length === 0 ? [] : [`handlers: ${[...new Set(handlers)].join(", ")}`]),
  ];
}
