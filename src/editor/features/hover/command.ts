import { modeOf } from "../../../openocd/command-modes.ts";
import { isKnownCommand, lackingIn, nameIn, releasesWithCommand } from "../../../openocd/command-names.ts";
import { commandHint } from "../../../openocd/data/command-hints.ts";
import { originsOf } from "../../../openocd/origins.ts";
import type { CalledCommand } from "../../model/called-command.ts";
import type { Model } from "../../model/models.ts";
import type { CommandUse } from "../../syntax/script-index.ts";
import { code } from "./markdown.ts";

/** More than these are counted. */
const MOST_ORIGINS = 6;

/** What a command does, and what is special about it in the release that the config is for. */
export function aboutCommand(called: CalledCommand, { node }: CommandUse, model: Model): string[] {
  const { name, text, of } = called;
  if (model.config.procs.some((proc) => proc.name === name)) return [];
  const words = node.words.map(({ literal }) => literal ?? "$");
  if (text === undefined && (of !== undefined || !isKnownCommand(name))) return [];
  const lines = [
    code(`${name} ${text?.takes ?? ""}`.trim()),
    ...(text === undefined ? [] : [text.does]),
    ...(of === undefined ? releaseLines(name, words, model) : []),
  ];
  return [lines.join("\n\n")];
}

function releaseLines(name: string, words: readonly string[], { release, config, project }: Model): string[] {
  const { version } = project.openocd;
  const lines: string[] = [];
  const lacking = lackingIn(words, release);
  if (lacking !== undefined) {
    const own = nameIn(lacking, release.id, config.adapter);
    const hint = commandHint(lacking, release.id);
    const instead =
      own !== undefined && own !== lacking ? `; it calls it ${code(own)}` : hint ? `; ${hint}` : "";
    lines.push(`OpenOCD ${version} has no ${code(lacking)}${instead}.`);
  } else {
    const newer = nameIn(name, release.id, config.adapter);
    if (newer !== undefined && newer !== name) lines.push(`OpenOCD ${version} has ${code(newer)} for it.`);
  }
  const known = releasesWithCommand(name);
  if (known.length > 0 && lacking !== undefined) lines.push(`In ${[...known].join(", ")}.`);
  const mode = modeOf(name);
  if (mode !== "any") lines.push(mode === "exec" ? "Only after `init`." : "Only before `init`.");
  const origins = originsOf(name);
  if (origins.length > 0) {
    const shown = origins
      .slice(0, MOST_ORIGINS)
      .map((origin) => `${kinds[origin.kind]} ${code(origin.name)}`);
    const more = origins.length > MOST_ORIGINS ? `, and ${origins.length - MOST_ORIGINS} more` : "";
    lines.push(`Comes with ${shown.join(", ")}${more}.`);
  }
  return lines;
}

const kinds = {
  adapter: "the adapter driver",
  transport: "the transport",
  targetType: "targets of type",
  flashDriver: "flash banks of the driver",
  nandDriver: "NAND devices of the driver",
  pldDriver: "logic devices of the driver",
  stage: "the stage",
} as const;
