import { knownTransports } from "../../../check/options.ts";
import { ADAPTER_DRIVERS } from "../../../openocd/data/adapter-drivers.ts";
import { FLASH_DRIVERS } from "../../../openocd/data/flash-drivers.ts";
import { resetFlags } from "../../../openocd/data/reset-flags.ts";
import { rtosTypesOf } from "../../../openocd/data/rtos-types.ts";
import { names } from "../../../openocd/data/table.ts";
import { eventsOf } from "../../../openocd/data/target-events.ts";
import { dapOptionsOf, tapOptionsOf, targetOptionsOf } from "../../../openocd/data/target-options.ts";
import { targetTypesOf } from "../../../openocd/data/target-types.ts";
import { transportsOf } from "../../../openocd/data/transports.ts";
import type { WordNode } from "../../../tcl/syntax.ts";
import { calledCommand } from "../../model/called-command.ts";
import type { Model } from "../../model/models.ts";
import type { CommandUse } from "../../syntax/script-index.ts";
import { EVENT_TEXTS, OPTION_TEXTS } from "../../texts/option-texts.ts";
import { type Candidate, plain } from "./items.ts";

interface Before {
  command: CommandUse;
  before: readonly WordNode[];
  typed: string;
  model: Model;
}

/** What a command can be given next. */
export function argumentNames({ command, before, model }: Before): Candidate[] {
  const called = calledCommand(command, model);
  if (called === undefined) return [];
  const option = before.at(-1)?.literal;
  const values = option?.startsWith("-") ? optionValues(option, model) : undefined;
  if (values !== undefined) return values;
  const name = called.of === undefined ? called.name : `${called.of} ${called.name.split(" ").at(-1)}`;
  return byPlace(name, before.length - called.words, model) ?? [];
}

function optionValues(option: string, { config, release }: Model): Candidate[] | undefined {
  switch (option) {
    case "-event":
      return eventsOf(release).map((name) => documented(name, "event", EVENT_TEXTS));
    case "-type":
      return plain(targetTypesOf(release), "value", "target type");
    case "-endian":
      return plain(["little", "big"], "value");
    case "-work-area-backup":
      return plain(["0", "1"], "value");
    case "-rtos":
      return plain(["auto", ...rtosTypesOf(release.id).map(({ name }) => name)], "value", "operating system");
    case "-dap":
      return plain(
        config.daps.map(({ name }) => name),
        "object",
        "dap",
      );
    case "-chain-position":
      return plain(
        config.taps.map(({ name }) => name),
        "object",
        "tap",
      );
    case "-gdb-port":
      return plain(["disabled"], "value");
    default:
      return undefined;
  }
}

/** `place` counts from the first argument. */
function byPlace(name: string, place: number, { config, release }: Model): Candidate[] | undefined {
  const options = (all: readonly string[]) => all.map((one) => documented(one, "option", OPTION_TEXTS));
  switch (name) {
    case "adapter driver":
    case "interface":
      return place === 0 ? plain(names(ADAPTER_DRIVERS, release), "value", "adapter driver") : [];
    case "transport select":
      return place === 0
        ? plain(transportsOf(config.adapter, release) ?? knownTransports(), "value", "transport")
        : [];
    case "hla layout":
    case "hla_layout":
      return place === 0 ? plain(["stlink", "ti-icdi", "nulink"], "value") : [];
    case "reset_config":
      return plain(resetFlags(), "value");
    case "target create":
      if (place === 1) return plain(targetTypesOf(release), "value", "target type");
      return place > 1 ? options(["-dap", ...targetOptionsOf(release.id)]) : [];
    case "target configure":
    case "target cget":
      return options(["-dap", ...targetOptionsOf(release.id)]);
    case "target invoke-event":
      return place === 0 ? eventsOf(release).map((one) => documented(one, "event", EVENT_TEXTS)) : [];
    case "flash bank":
      if (place === 1) return plain(names(FLASH_DRIVERS, release), "value", "flash driver");
      return place === 6
        ? plain(
            config.targets.map((target) => target.name),
            "object",
            "target",
          )
        : [];
    case "targets":
      return place === 0
        ? plain(
            config.targets.map((target) => target.name),
            "object",
            "target",
          )
        : [];
    case "jtag newtap":
    case "hla newtap":
    case "swd newdap":
    case "swj_newdap":
      return place > 1 ? options(tapOptionsOf(release.id)) : [];
    case "dap create":
      return place > 0 ? options(dapOptionsOf(release.id)) : [];
    default:
      return undefined;
  }
}

function documented(
  name: string,
  kind: "event" | "option",
  texts: Readonly<Record<string, string>>,
): Candidate {
  const documentation = texts[name];
  return { name, kind, ...(documentation !== undefined && { documentation }) };
}
