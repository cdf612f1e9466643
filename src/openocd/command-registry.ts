import type { Command } from "../tcl/interp.ts";
import { Value } from "../tcl/value.ts";
import { isAdapterGroup, isAdapterSubcommand, takesArguments } from "./adapter-arguments.ts";
import { adapterBrings } from "./adapter-commands.ts";
import { modeOf, objectModeOf } from "./command-modes.ts";
import { isKnownCommand, isOfAdapter } from "./command-names.ts";
import { handledName, handledNames, handlerOf } from "./commands/index.ts";
import { memoryCommands } from "./commands/memory.ts";
import { resetCommands } from "./commands/reset.ts";
import { jtagSettings, settingCommands } from "./commands/settings.ts";
import { complaint } from "./complaints.ts";
import { does } from "./data/behaviours.ts";
import type { CommandMode } from "./data/command-modes.ts";
import type { ObjectKind } from "./data/command-origins.ts";
import { COMMANDS } from "./data/commands.ts";
import { allNames, has, maskOf } from "./data/table.ts";
import { TARGET_TYPES } from "./data/target-types.ts";
import { logged, misused, StatusError } from "./errors.ts";
import { flashBrings, isFlashGroup, isFlashSubcommand } from "./flash-commands.ts";
import type { Handler } from "./handler.ts";
import { answerLacking } from "./missing-command.ts";
import { isObjectCommand } from "./object-commands.ts";
import type { Subcommand } from "./objects.ts";
import { hasOrigin, isOfInit, type Origin, originsOf } from "./origins.ts";
import type { Session } from "./session.ts";
import { asCommand } from "./startup.ts";
import { isHla } from "./transport.ts";

/**
 * The commands that OpenOCD adds to Tcl, found by their full names (`adapter speed`), if this release has them and
 * what brings them (an adapter, a transport, a target) is there.
 */
export class CommandRegistry {
  readonly #session: Session;
  readonly #commands = new Map<string, Command>();

  constructor(session: Session) {
    this.#session = session;
  }

  find(name: string): Command | undefined {
    const known = this.#commands.get(name);
    if (known !== undefined) return known;
    const made = this.#object(name) ?? this.#command(name);
    if (made !== undefined) this.#commands.set(name, made);
    return made;
  }

  #object(name: string): Command | undefined {
    const { objects } = this.#session;
    const object = objects.get(name);
    if (object !== undefined) {
      const handler = handling(object.subcommands.get(""));
      return { run: (interp, argv) => this.#group(interp, argv, handler) };
    }
    const space = name.indexOf(" ");
    const owner = space === -1 ? undefined : objects.get(name.slice(0, space));
    if (owner === undefined) return undefined;
    const word = name.slice(space + 1);
    const handler = handling(owner.subcommands.get(word));
    if (handler === undefined && !isObjectCommand(owner.kind, word)) {
      return owner.kind === "target" && this.#command(word) !== undefined
        ? this.#instance(name.slice(0, space), word)
        : undefined;
    }
    return this.#leaf(name, handler, this.#objectMode(owner.kind, word));
  }

  #objectMode(kind: ObjectKind, word: string): CommandMode {
    const isFree =
      (word === "invoke-event" || kind === "target") &&
      !does(this.#session.release, "invoke-event needs init");
    return isFree ? "any" : objectModeOf(kind, word);
  }

  // A target's type gives its commands to the target, too: `X.cpu cortex_m reset_config …`.
  #instance(target: string, word: string): Command {
    const session = this.#session;
    return {
      run: (interp, argv) =>
        withTarget(session, target, () => interp.call([new Value(word), ...argv.slice(1)])),
    };
  }

  #command(name: string): Command | undefined {
    const plain = this.#withoutPrefix(name);
    const handler = handlerOf(plain);
    const mode = modeOf(plain);
    // A longer name is a command of its own only where it is known as one: else its last word is an argument.
    const isKnown =
      handler !== undefined ||
      mode !== "any" ||
      !name.includes(" ") ||
      this.#isListed(name) ||
      oldDapWords.has(name) ||
      this.#isBroughtByOwn(name) ||
      hasOrigin(name) ||
      this.#isOfAdapter(name) ||
      isAdapterSubcommand(name) ||
      isFlashSubcommand(name);
    return isKnown && this.#exists(name) ? this.#leaf(name, handler, mode) : undefined;
  }

  /** The name of the command that `ocd_NAME` is, where each command is also called so. */
  #withoutPrefix(name: string): string {
    const isPrefixed = name.startsWith("ocd_") && !does(this.#session.release, "commands are commands");
    return isPrefixed && name !== "ocd_find" ? name.slice("ocd_".length) : name;
  }

  #exists(name: string): boolean {
    const { release, config, initialised, examining } = this.#session;
    if (this.#session.objects.isBrought(name)) return true;
    // What `init` brings differs from release to release and is not known of each.
    if ((initialised || examining) && Object.hasOwn(memoryCommands, name)) return true;
    if (!does(release, "hla newtap is a proc")) {
      if (name === "hla" || name === "hla newtap") return isHla(config.transport);
      if (name === "jtag newtap" && isHla(config.transport)) return false;
    }
    if (startupProcs.has(name)) return this.#isListed(name);
    if (this.#isBroughtByOwn(name)) return true;
    const drivers = config.flashBanks.map(({ driver }) => driver);
    const isFlash = flashBrings(drivers, name, release.id);
    if (isFlash !== undefined) return isFlash || this.#isListed(name);
    const brought = adapterBrings(config.adapter, name, release.id);
    // It may also be a proc of its old name.
    if (brought !== undefined) return brought || this.#isListed(name);
    if (name === "tpiu" && this.#hasCortexM()) return true;
    if (name === "dap" && !does(release, "targets have daps")) return this.#hasDapTarget();
    if (name.startsWith("dap ") && !does(release, "targets have daps")) {
      return this.#hasDapTarget() && oldDapWords.has(name);
    }
    const origins = originsOf(name);
    if (origins.length > 0) return origins.some((origin) => this.#isThere(origin));
    return this.#isListed(name) || this.#isOfAdapter(name);
  }

  #hasCortexM(): boolean {
    return this.#session.config.targets.some(({ type }) => type === "cortex_m" || type === "hla_target");
  }

  /** In 0.10.0 `dap` comes with the targets that have a debug access port. */
  #hasDapTarget(): boolean {
    return this.#session.config.targets.some(({ type }) =>
      ["cortex_a", "cortex_m", "cortex_r4"].includes(type),
    );
  }

  /** Whether a program that was asked says that a target, or an adapter, brings a command. */
  #isBroughtByOwn(name: string): boolean {
    const { config, release } = this.#session;
    const by = [config.adapter, ...(release.own ? config.targets.map(({ type }) => type) : [])];
    return by.some((one) => release.own?.brought.get(one)?.has(name));
  }

  /** Whether only the program says what targets of a type bring: to those that are known, it adds. */
  #isAsked(type: string): boolean {
    const { own } = this.#session.release;
    return maskOf(TARGET_TYPES, type) === 0 && own?.brought.has(type) === true;
  }

  #isOfAdapter(name: string): boolean {
    const { config, release } = this.#session;
    return adapterBrings(config.adapter, name, release.id) ?? isOfAdapter(name, config.adapter, release.id);
  }

  #isListed(name: string): boolean {
    return has(COMMANDS, name, this.#session.release);
  }

  #isThere({ kind, name }: Origin): boolean {
    const { config, initialised, examining } = this.#session;
    switch (kind) {
      case "adapter":
        return config.adapter === name;
      case "transport":
        return this.#transport() === name;
      case "targetType":
        return !this.#isAsked(name) && config.targets.some((target) => target.type === name);
      case "flashDriver":
        return config.flashBanks.some((bank) => bank.driver === name);
      case "stage":
        return initialised || examining;
      default:
        return this.#session.devices.has(name);
    }
  }

  /** The transport whose commands are there: for long, those of both HLA's were alike. */
  #transport(): string {
    const { config, release, seeksAdapter, lacksAdapter } = this.#session;
    const { transport } = config;
    if (transport === "" && (seeksAdapter || lacksAdapter)) return "jtag";
    return isHla(transport) && !does(release, "hla newtap is a proc") ? "hla_jtag" : transport;
  }

  #leaf(name: string, handler: Handler | undefined, mode: CommandMode): Command {
    const sets = setsOnly.has(handledName(name) ?? name) || (handler === undefined && !speaking.has(name));
    return {
      run: (interp, argv) =>
        this.#group(
          interp,
          argv,
          handler ?? (isGroup(name) ? undefined : passive(name, mode)),
          name,
          mode,
          sets,
        ),
    };
  }

  // OpenOCD's dispatcher: a first argument that makes a longer command name belongs to that command.
  #group(
    interp: Session["interp"],
    argv: readonly Value[],
    handler: Handler | undefined,
    name = argv[0]!.text,
    mode: CommandMode = "any",
    sets = false,
  ): Value {
    const session = this.#session;
    const lacking = answerLacking(session, argv);
    if (lacking !== undefined) return lacking;
    const word = argv[1];
    if (word !== undefined && !word.unknown) {
      const longer = `${name} ${word.text}`;
      if (interp.lookup(longer) !== undefined) return interp.call([new Value(longer), ...argv.slice(2)]);
    }
    if (handler === undefined) return this.#useless(name, argv);
    const runs = session.initialised || session.examining;
    if (mode === "exec" && !runs) {
      const how = { code: "init-required", subject: name } as const;
      session.lenience.refuse(logged(`The '${name}' command must be used after 'init'.`, how));
      return Value.unknown();
    }
    if (mode === "config" && session.initialised) {
      throw logged(`The '${name}' command must be used before 'init'.`);
    }
    try {
      const run = () => handler(session, argv.slice(1), name);
      const answer = ownProcs.has(name) ? run() : asCommand(interp, session.release, run);
      if (sets && argv.length > 1 && !session.initialised) {
        session.recorder.setting(name, argv.slice(1), session.currentTarget);
      }
      return answer;
    } catch (thrown) {
      if (thrown instanceof StatusError) thrown.calls ??= session.recorder.made();
      throw thrown;
    }
  }

  /** Whether a word is none of the commands of the adapter in use, whose commands are all known. */
  #isUnknownOfAdapter(name: string, longer: string): boolean {
    const { config, release } = this.#session;
    const isGroup = adapterBrings(config.adapter, name, release.id) === true;
    return isGroup && adapterBrings(config.adapter, longer, release.id) === undefined && !hasOrigin(longer);
  }

  /** A group that was given none of its words fails; one that no release has is an unknown command. */
  #useless(name: string, argv: readonly Value[]): Value {
    const [, word] = argv;
    const longer = word === undefined || word.unknown ? name : `${name} ${word.text}`;
    if (longer !== name && isOfInit(longer) && !this.#session.isRunning) {
      const how = { code: "init-required", subject: longer } as const;
      this.#session.lenience.refuse(complaint(this.#session.release, name, argv, how));
      return Value.unknown();
    }
    if (longer === name || (isKnownCommand(longer) && !this.#isUnknownOfAdapter(name, longer)))
      throw complaint(this.#session.release, name, argv);
    const { lenience, examining } = this.#session;
    lenience.refuse(
      complaint(this.#session.release, name, argv, { code: "invalid-command", subject: longer }),
    );
    return examining ? Value.unknown() : Value.empty;
  }
}

/** Commands with a handler that set something which the model has no thing for, as those without one do. */
const setsOnly: ReadonlySet<string> = new Set([
  ...[settingCommands, resetCommands, jtagSettings].flatMap((commands) => Object.keys(commands)),
  ...["cti create", "tpiu create", "swo create", "etm config", "nand device", "pld create", "pld device"],
]);

/** Commands without a handler that set nothing. */
const speaking: ReadonlySet<string> = new Set(["echo", "add_help_text", "add_usage_text", "log_output"]);

let groups: ReadonlySet<string> | undefined;
let handlerGroups: ReadonlySet<string> | undefined;

function groupsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((full) => (full.includes(" ") ? [full.replace(/ [^ ]*$/, "")] : [])));
}

/** Whether a command of OpenOCD's core only leads to others, so that it fails without one of their words. */
function isGroup(name: string): boolean {
  if (originsOf(name).length > 0) {
    handlerGroups ??= groupsOf(handledNames);
    return handlerGroups.has(name) || isAdapterGroup(name) || isFlashGroup(name);
  }
  groups ??= groupsOf([...allNames(COMMANDS)]);
  return groups.has(name);
}

/** OpenOCD's own procs that replace a command until the adapter, transport or target that defines it exists. */
const startupProcs = new Set([
  "jtag",
  "jtag_rclk",
  "jtag_ntrst_delay",
  "jtag_ntrst_assert_width",
  "hla newtap",
]);

/** A handler for a command without effect on the model. Where it needs hardware, its answer is unknown. */
function passive(name: string, mode: CommandMode): Handler {
  return ({ release }, args) => {
    const isTooMuch = name === "hla_vid_pid" && args.length > 2 && !does(release, "hla takes several ids");
    if (isTooMuch || !takesArguments(name, args.length)) throw misused(name);
    return mode === "exec" ? Value.unknown() : Value.empty;
  };
}

/** What `dap` of 0.10.0 has. */
const oldDapWords: ReadonlySet<string> = new Set(
  ["info", "apcsw", "apid", "apreg", "apsel", "baseaddr", "memaccess", "ti_be_32_quirks"].map(
    (word) => `dap ${word}`,
  ),
);

/** Procs of OpenOCD's own that are commands with a handler here. */
const ownProcs: ReadonlySet<string> = new Set([
  ...[
    "find",
    "script",
    "source",
    "using_jtag",
    "using_swd",
    "using_hla",
    "using_stlink_jtag",
    "using_stlink_swd",
  ],
  ...["jtag", "jtag_rclk", "jtag_ntrst_delay", "jtag_ntrst_assert_width", "program"],
]);

/** Runs a command of the type of a target for that target. */
function withTarget<T>(session: Session, name: string, run: () => T): T {
  const { currentTarget, config } = session;
  session.currentTarget = config.targets.find((target) => target.name === name);
  try {
    return run();
  } finally {
    session.currentTarget = currentTarget;
  }
}

function handling(subcommand: Subcommand | undefined): Handler | undefined {
  return subcommand && ((_, args) => subcommand(args));
}
