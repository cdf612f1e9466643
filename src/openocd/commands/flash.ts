import { hex32 } from "../../hexadecimal.ts";
import { wrongArguments } from "../../tcl/commands/arguments.ts";
import { Value } from "../../tcl/value.ts";
import { does } from "../data/behaviours.ts";
import { basesOf, leastWords, placedBy, takesTarget } from "../data/flash-demands.ts";
import { FLASH_DRIVERS } from "../data/flash-drivers.ts";
import { has } from "../data/table.ts";
import { failed, misused, Status, StatusError } from "../errors.ts";
import type { Handler, Handlers } from "../handler.ts";
import type { FlashBank } from "../model.ts";
import { commandNumber } from "../options.ts";
import type { Session } from "../session.ts";
import { findTarget } from "./targets.ts";

/** Declaring flash banks (manual: Flash Configuration Commands). */
export const flashCommands: Handlers = {
  "flash bank": bank,
  "flash list": list,
  "nand device": device(1),
  "pld create": createPld,
  "pld device": device(0),
};

/** A device that is not modelled further than that its driver's commands exist from then on. */
function device(driverAt: number): Handler {
  return (session, args) => {
    const driver = args[driverAt];
    if (driver !== undefined) session.devices.add(driver.text);
    return Value.empty;
  };
}

// Its name is what jtagspi asks for.
function createPld(session: Session, args: readonly Value[], name: string): Value {
  if (args.length < 2) throw misused(name);
  session.plds.add(args[0]!.text);
  return device(1)(session, args, name);
}

function bank(session: Session, args: readonly Value[]): Value {
  if (session.examining) return Value.empty;
  const { config, release } = session;
  if (args.length < 7) {
    const usage = "flash bank <name> <driver> <base> <size> <chip_width> <bus_width> <target>";
    throw misused("flash bank", `usage: ${usage}`);
  }
  const [name, driver, base, size, chipWidth, busWidth, targetName] = args.map((arg) => arg.text);
  const target = findTarget(session, targetName!);
  if (target === undefined) {
    const how = { code: "target-unknown", subject: targetName! } as const;
    session.lenience.refuse(failed(`target '${targetName}' not defined`, how));
  }
  if (!has(FLASH_DRIVERS, driver!, release)) {
    const how = { code: "flash-driver-unknown", subject: driver! } as const;
    session.lenience.refuse(failed(`flash driver '${driver}' not found`, how));
  }
  if (config.flashBanks.some((known) => known.name === name)) {
    session.lenience.refuse(
      failed(`flash bank name '${name}' already exists`, { code: "exists", subject: name! }),
    );
    return Value.empty;
  }
  const address = commandNumber(base!, "c->base", 64);
  const made: FlashBank = {
    name: name!,
    driver: driver!,
    base: Number(address),
    size: Number(commandNumber(size!, "c->size", 32)),
    chipWidth: Number(commandNumber(chipWidth!, "c->chip_width", 32)),
    busWidth: Number(commandNumber(busWidth!, "c->bus_width", 32)),
    target: target?.name ?? targetName!,
    ...session.recorder.made(),
  };
  check(session, made, address, args);
  config.flashBanks.push({ ...made, ...placedBy(driver!, made, release) });
  return Value.empty;
}

// What a driver itself does not take.
function check(session: Session, bank: FlashBank, base: bigint, args: readonly Value[]): void {
  const { driver } = bank;
  const reject = (status: number, how: { code?: "bank-unknown"; subject?: string } = {}) => {
    const address = hex32(base);
    return new StatusError(status, `'${driver}' driver rejected flash bank at ${address}`, how);
  };
  if (args.length < leastWords(driver)) {
    throw reject(driver === "max32xxx" ? Status.invalidBank : Status.wrongUse);
  }
  if (!takesTarget(driver, args[6]!.text)) throw reject(Status.invalidBank);
  if (basesOf(driver, session.release)?.includes(bank.base) === false) throw reject(Status.fail);
  if (driver === "cfi" && !isWidth(bank)) throw reject(Status.invalidBank);
  if (driver === "virtual" && !session.config.flashBanks.some(({ name }) => name === args[7]!.text)) {
    session.lenience.refuse(reject(Status.bankFailed, { code: "bank-unknown", subject: args[7]!.text }));
  }
  if (driver === "jtagspi") checkJtagspi(session, args);
  if (driver === "stmqspi") commandNumber(args[7]!.text, "io_base", 32);
}

function checkJtagspi({ release, plds }: Session, args: readonly Value[]): void {
  const takesPld = does(release, "jtagspi takes -pld");
  if (!takesPld || args[7]!.text !== "-pld") {
    commandNumber(args[7]!.text, takesPld ? "ir" : "info->ir", 32);
  } else if (!plds.has(args[8]?.text ?? "")) {
    throw failed(`pld device '#${args[8]?.text ?? ""}' is out of bounds or unknown`);
  }
}

// In bytes; the bus holds whole chips.
function isWidth({ chipWidth, busWidth }: FlashBank): boolean {
  return [1, 2, 4].includes(chipWidth) && [1, 2, 4].includes(busWidth) && chipWidth <= busWidth;
}

function list(session: Session, args: readonly Value[], name: string): Value {
  if (args.length > 0) throw wrongArguments(name, "no arguments to 'flash list' command");
  const banks = session.config.flashBanks.map((one) =>
    Value.strings([
      "name",
      one.name,
      "driver",
      one.driver,
      "base",
      String(BigInt.asIntN(64, BigInt(one.base))),
      "size",
      String(one.size),
      "bus_width",
      String(one.busWidth),
      "chip_width",
      String(one.chipWidth),
      "target",
      one.target,
    ]),
  );
  return Value.list(banks);
}
