import type { Config, Dap, Tap } from "../openocd/model.ts";
import { Place } from "../openocd/place.ts";
import { type Chip, chipOf, isLikeOpenocds, wordFor } from "./chip.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";
import { insertLinesAfter, insertLinesBefore, within } from "./insertion.ts";
import { lacksConfig } from "./missing-sources.ts";
import { unknownNewtap } from "./newtap.ts";
import type { Observation, Rule } from "./rule.ts";
import { commandsOf } from "./top-level.ts";

export const tapMissing: Rule = {
  id: "tap-missing",
  severity: "error",
  mayFollow: true,
  title: "a TAP is named that nothing declares",
  why:
    "A DAP sits on a TAP, which `swj_newdap` declares under SWD and JTAG alike. Without it OpenOCD refuses the DAP " +
    "(`-chain-position is invalid`). A chip's second TAP, such as that of the boundary scan, has to be declared under " +
    "JTAG. Otherwise the real chain is longer than the declared one.",
  *check(context) {
    if (lacksConfig(context) || unknownNewtap(context) !== undefined) return;
    const { config, release } = context;
    const reported = new Set<string>();
    for (const { code, subject, at } of config.problems) {
      if (code !== "tap-unknown" || subject === undefined || at === undefined || reported.has(subject))
        continue;
      reported.add(subject);
      yield report(config, subject, at);
    }
    const chip = chipOf(config);
    if (chip !== undefined && config.complete && isLikeOpenocds(config, chip, release.id))
      yield* secondTap(config, chip);
  },
};

function report(config: Config, tap: string, at: Place): Observation {
  const fix = declareFix(config, tap, at);
  const needed = "declare it with `swj_newdap CHIP TAP -irlen LENGTH -expected-id ID` before this line";
  return {
    message: `the TAP ${tap} is named, but nothing declares it`,
    notes: fix === undefined ? [needed] : [],
    at,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** STM32's debug ports are Arm's, with an instruction register of four bits. */
function declareFix(config: Config, tap: string, at: Place): Fix | undefined {
  const chip = chipOf(config);
  const dot = tap.lastIndexOf(".");
  const hasProc = config.procs.some(({ name }) => name === "swj_newdap");
  if (chip === undefined || dot === -1 || !hasProc || tap.slice(dot + 1) !== chip.layout.tap.name)
    return undefined;
  const words = [wordFor(config, tap.slice(0, dot), ["_CHIPNAME"]), tap.slice(dot + 1)];
  const id = config.variables._CPUTAPID === undefined ? "" : " -expected-id $_CPUTAPID";
  const line = `swj_newdap ${words.join(" ")} -irlen 4 -ircapture 0x1 -irmask 0xf${id}`;
  return {
    safety: "safe",
    title: `declare the TAP ${tap}`,
    edits: [insertLinesBefore(firstTap(at, words[0]!) ?? at, [line])],
    changes: [{ kind: "tap", name: tap }],
  };
}

/** The declaration of the chip's other TAPs, if it comes first: the debug port precedes them in the chain. */
function firstTap({ source, start }: Place, chip: string): Place | undefined {
  const command = commandsOf(source).find((one) => {
    const text = source.text.slice(one.start, one.end);
    return one.start < start && text.includes(`jtag newtap ${chip}`);
  });
  return command && new Place({ source, start: command.start, end: command.end });
}

/** Under JTAG some chips have two TAPs. A missing one shifts the bits of all TAPs after it. */
function* secondTap(config: Config, chip: Chip): Iterable<Observation> {
  const { secondTap } = chip.layout;
  if (config.transport !== "jtag" || secondTap === undefined) return;
  const own = config.taps.filter((tap) => tap.name.startsWith(`${chip.name}.`));
  const [tap] = own;
  if (own.length !== 1 || tap?.name !== `${chip.name}.${chip.layout.tap.name}`) return;
  const fix = secondFix(config, chip, tap);
  yield {
    severity: "warning",
    message: `${chip.family.name} has a second TAP under JTAG, ${chip.name}.${secondTap.name}, which nothing declares`,
    notes: [],
    at: tap.calledFrom[0] !== undefined && tap.inProc ? tap.calledFrom[0] : tap.at,
    ...(fix === undefined ? {} : { fix }),
  };
}

function secondFix(config: Config, chip: Chip, tap: Tap): Fix | undefined {
  const { name, options } = chip.layout.secondTap!;
  const dap: Dap | undefined = config.daps.find((one) => one.chainPosition === tap.name);
  const declared = tapPlace(tap);
  const places = [declared, dap && within(declared.file, dap)].filter((place) => place !== undefined);
  const whole = `${chip.name}.${name}`;
  const dot = whole.lastIndexOf(".");
  const words = `${wordFor(config, whole.slice(0, dot), ["_CHIPNAME"])} ${whole.slice(dot + 1)}`;
  return {
    safety: "safe",
    title: `declare the TAP ${whole} under JTAG`,
    edits: [insertLinesAfter(places, [`if { [using_jtag] } { jtag newtap ${words} ${options} }`])],
    changes: [{ kind: "tap", name: whole }],
  };
}

/** The command in the config itself: `swj_newdap` is a proc of another file. */
function tapPlace(tap: Tap): Place {
  const { at, calledFrom } = tap;
  return (
    [at, ...calledFrom].find(
      (place) => /newdap|newtap/.test(wordsAt(place)[0]?.text ?? "") && place.file.endsWith(".cfg"),
    ) ?? at
  );
}
