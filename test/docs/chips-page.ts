import { boardChips } from "../../src/board/index.ts";
import { FAMILIES } from "../../src/chips/families.ts";
import type { ChipFamily } from "../../src/chips/family.ts";
import { familyOf } from "../../src/chips/index.ts";
import { PLUGIN_BUILDS } from "../../src/openocd/data/plugins.ts";
import { RELEASES, type Release } from "../../src/openocd/data/releases.ts";
import { table } from "./markdown-table.ts";

/** The page of the chips and the releases that are known, in Markdown, as the data say it. */
export function chipsPage(): string {
  return `# Chips and releases

Made from the tables in \`src/chips\` and \`src/openocd/data\` by \`npm run docs:tables\`.

## Chips

Every config is read and checked, whichever chip it is for. Of these families it is also known where their RAM is, so that a
missing work area can be given to them, and which driver flashes them, from which release on: of ST's own OpenOCD, which comes
with STM32CubeIDE, and of upstream's. \`l5cfg-fix prove\` has a virtual board of those with a tick.

${table(
  ["family", "flash driver", "ST's from", "upstream's from", "work area at", "of", "virtual board"],
  FAMILIES.map(familyRow),
)}

## Releases

Everything that differs from release to release (commands, drivers, target types, events, options) was asked of these
programs. Another version counts as the nearest of them, and the output says so. \`--openocd\` takes an id or a version;
\`--openocd-bin\` asks the program itself.

${table(
  ["id", "version", "of", "Jim Tcl", "comes with"],
  RELEASES.map((release) => [
    `\`${release.id}\``,
    `\`${release.version}\``,
    release.date,
    release.jim,
    bringerOf(release),
  ]),
)}
`;
}

function familyRow(family: ChipFamily): string[] {
  const { name, flashDriver, ram, workAreaSize } = family;
  const drivers = [...new Set(Object.values(flashDriver))].map((driver) => `\`${driver}\``).join(", ");
  const hasBoard = boardChips.some((chip) => familyOf(chip.name) === family);
  const size = workAreaSize === 0 ? "" : `${workAreaSize / 1024} KiB`;
  return [
    name,
    drivers,
    firstOf(family, "st"),
    firstOf(family, "upstream"),
    hex(ram.base),
    size,
    hasBoard ? "✓" : "",
  ];
}

function firstOf({ flashDriver }: ChipFamily, vendor: Release["vendor"]): string {
  const having = RELEASES.filter(({ id, vendor: its }) => its === vendor && flashDriver[id] !== undefined);
  return having[0]?.id ?? "";
}

/** The versions of the IDE's debug plugin that bring a release. */
function bringerOf({ id, vendor }: Release): string {
  if (vendor === "upstream") return "";
  const firsts = PLUGIN_BUILDS.flatMap(({ like, since }, index) =>
    like === id ? [{ since, before: PLUGIN_BUILDS[index + 1]?.since }] : [],
  );
  const [first, last] = [firsts[0], firsts.at(-1)];
  if (first === undefined) return "";
  const end = last!.before === undefined ? " and later" : `, before ${last!.before}`;
  return `debug plugin ${first.since}${end}`;
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(8, "0")}`;
}
