import { TclError } from "../../tcl/completion.ts";
import { Value } from "../../tcl/value.ts";
import { lackingIn } from "../command-names.ts";
import { does } from "../data/behaviours.ts";
import { ctiOptionsOf, isCtiOption } from "../data/target-options.ts";
import { CommandError } from "../errors.ts";
import type { Handlers } from "../handler.ts";
import type { Subcommands } from "../objects.ts";
import { knownOption } from "../option-of-others.ts";
import { Arguments } from "../options.ts";
import type { Session } from "../session.ts";

/** Things at an access port that have commands of their own (manual: ARM CoreSight, TPIU and SWO). */
export const traceObjectCommands: Handlers = {
  "cti create": createCti,
  "tpiu create": createTrace,
  "swo create": createTrace,
};

function createCti(session: Session, values: readonly Value[]): Value {
  if (session.examining) return Value.empty;
  const args = new Arguments(values);
  if (args.left < 1) throw args.wrong("<name> [<cti_options> ...]");
  if (args.left < 2) throw args.wrong("<name> [<cti_options> ...]");
  const name = newName(session, args);
  const options = ctiOptionsOf(session.release.id);
  let dap: string | undefined;
  let hasPort = false;
  while (args.left > 0) {
    const option = ctiOption(session, args, options);
    if (option === "-dap") dap = dapName(session, args);
    else if (option !== undefined) args.integer();
    hasPort ||= option === "-ap-num";
  }
  if (dap === undefined) throw new TclError("-dap required when creating CTI");
  if (!hasPort && does(session.release, "cti gets its access port")) throw new TclError("Cannot get AP");
  session.objects.add(name, "cti", new Map());
  return Value.empty;
}

function ctiOption(session: Session, args: Arguments, options: readonly string[]): string | undefined {
  if (does(session.release, "cti takes -baseaddr") && !options.includes(args.peek()!.text)) {
    const isTold = does(session.release, "cti gets its access port");
    throw new TclError(isTold ? `unknown option '${args.text()}'` : "");
  }
  return knownOption(session, args, options, isCtiOption);
}

/** The options of a trace port, in OpenOCD's order (0.12.0, src/target/arm_tpiu_swo.c). */
const traceOptions = [
  "-port-width",
  "-protocol",
  "-formatter",
  "-traceclk",
  "-pin-freq",
  "-output",
  "-event",
  "-dap",
  "-ap-num",
  "-baseaddr",
] as const;

const traceEvents = ["pre-enable", "post-enable", "pre-disable", "post-disable"];

function createTrace(session: Session, values: readonly Value[], command: string): Value {
  if (session.examining) return Value.empty;
  const args = new Arguments(values);
  if (args.left < 1) throw new TclError(`wrong # args: should be "${command} name ?option option ...?"`);
  const name = newName(session, args);
  let dap: string | undefined;
  let hasPort = false;
  while (args.left > 0) {
    const option = args.choice(traceOptions);
    if (option === "-dap") dap = dapName(session, args);
    else setTraceOption(args, option);
    hasPort ||= option === "-ap-num";
  }
  if (dap === undefined || !hasPort) throw new TclError("-dap and -ap-num required when creating TPIU");
  const isLacking = lackingIn(command.split(" "), session.release) !== undefined;
  session.objects.add(name, "tpiu", isLacking ? recordingUse(session, name) : new Map());
  return Value.empty;
}

/** A lenient run goes on with a trace port that its release cannot have, and writes down what refers to it. */
function recordingUse(session: Session, trace: string): Subcommands {
  const createdAt = session.recorder.made().at;
  const use = () => {
    session.recorder.use({ kind: "trace-command", name: trace, createdAt });
    return session.examining ? Value.unknown() : Value.empty;
  };
  return new Map(["", "cget", "configure", "disable", "enable", "eventlist"].map((word) => [word, use]));
}

function setTraceOption(args: Arguments, option: (typeof traceOptions)[number]): void {
  if (option === "-event") {
    args.valueAmong(traceEvents);
    args.text();
  } else if (option === "-protocol") {
    if (!["sync", "uart", "manchester"].includes(args.text())) throw new TclError("");
  } else if (option === "-output" || option === "-formatter") args.text();
  else args.integer();
}

function newName(session: Session, args: Arguments): string {
  const name = args.text();
  if (session.lookup(name) !== undefined) throw new TclError(`cmd: ${name} Exists`);
  return name;
}

function dapName(session: Session, args: Arguments): string {
  const name = args.text();
  if (session.config.daps.some((known) => known.name === name)) return name;
  const message = does(session.release, "cti takes -baseaddr") ? "DAP name invalid!" : "-dap is invalid";
  session.lenience.refuse(new CommandError(message, { code: "dap-unknown", subject: name }));
  return name;
}
