import type { Config, Tap } from "../openocd/model.ts";
import { Place } from "../openocd/place.ts";
import { Token } from "../tcl/tokens.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";
import { insertLinesAfter, insertLinesBefore } from "./insertion.ts";
import type { Observation, Rule } from "./rule.ts";
import { commandsOf } from "./top-level.ts";

export const dapMissing: Rule = {
  id: "dap-missing",
  severity: "error",
  mayFollow: true,
  title: "a DAP is named that nothing creates",
  why:
    "A Cortex target is reached through a DAP, which `dap create` makes. Without it OpenOCD 0.12.0 refuses the target " +
    '(`DAP name invalid!`), and every command of the DAP is `invalid command name "….dap"`.',
  *check({ config }) {
    const reported = new Set<string>();
    for (const { code, subject, at } of config.problems) {
      if (code !== "dap-unknown" || subject === undefined || at === undefined || reported.has(subject))
        continue;
      reported.add(subject);
      yield report(config, subject, at, "is named", dapWord(at));
    }
    for (const use of config.uses) {
      if (use.kind !== "dap-command" || reported.has(use.dap)) continue;
      if (config.daps.some((dap) => dap.name === use.dap)) continue;
      reported.add(use.dap);
      yield report(config, use.dap, use.at, "is used as a command", wordsAt(use.at)[0]?.text);
    }
  },
};

function report(config: Config, dap: string, at: Place, how: string, word: string | undefined): Observation {
  const tap = tapFor(config, dap);
  const fix = tap === undefined || word === undefined ? undefined : createFix(config, dap, at, word, tap);
  const notes = fix === undefined ? [whatIsNeeded(config, tap)] : [];
  return {
    message: `the DAP ${dap} ${how}, but nothing creates it`,
    notes,
    at,
    ...(fix === undefined ? {} : { fix }),
  };
}

function whatIsNeeded(config: Config, tap: Tap | undefined): string {
  if (config.taps.length === 0)
    return "there is no TAP that it could sit on: declare one with `swj_newdap` first";
  return tap === undefined
    ? "its TAP is unknown, because there are several: add `dap create NAME -chain-position TAP`"
    : "add `dap create NAME -chain-position TAP` before the target";
}

/** The TAP of a DAP: the only one, or the one of the same chip that is called `cpu`. */
function tapFor(config: Config, dap: string): Tap | undefined {
  if (config.taps.length === 1) return config.taps[0];
  const chip = dap.replace(/\.dap\d*$/, "");
  const own = config.taps.filter((tap) => tap.name.startsWith(`${chip}.`));
  return own.length === 1 ? own[0] : own.find((tap) => tap.name === `${chip}.cpu`);
}

/** The word after `-dap`, as written. */
function dapWord(at: Place): string | undefined {
  const words = wordsAt(at);
  const option = words.findIndex((word) => word.text === "-dap");
  return option === -1 ? undefined : words[option + 1]?.text;
}

function createFix(config: Config, dap: string, at: Place, word: string, tap: Tap): Fix | undefined {
  const declared = [tap.at, ...tap.calledFrom].find((place) => place.file === at.file);
  const tapWord = declared && tapWordAt(declared, tap);
  if (declared === undefined || tapWord === undefined) return undefined;
  const line = `dap create ${word} -chain-position ${tapWord}`;
  const user = firstUser(declared, word);
  return {
    safety: "safe",
    title: `create ${dap} on the TAP ${tap.name}`,
    edits: [user === undefined ? insertLinesAfter([declared], [line]) : insertLinesBefore(user, [line])],
    changes: [
      { kind: "dap", name: dap },
      ...config.targets
        .filter((one) => one.dap === dap)
        .map(({ name }) => ({ kind: "target" as const, name, part: "chain" as const })),
    ],
  };
}

/**
 * The first top-level command that contains the DAP's name, under every transport. A proc uses the name only later,
 * when it is called.
 */
function firstUser({ source, end }: Place, word: string): Place | undefined {
  const name = new RegExp(`(?<=^|\\s)${word.replace(/[^\w]/g, "\\$&")}(?=\\s|$)`);
  const command = commandsOf(source).find(
    (one) =>
      one.start >= end && one.words[0]!.text !== "proc" && name.test(source.text.slice(one.start, one.end)),
  );
  return command && new Place({ source, start: command.start, end: command.end });
}

/** The TAP's name in the words of the command that declared it: `swj_newdap CHIP TAP …` makes `CHIP.TAP`. */
function tapWordAt(place: Place, tap: Tap): string | undefined {
  const words = wordsAt(place);
  const first = words[0]?.text === "swj_newdap" ? 1 : 2;
  const [chip, name] = [words[first], words[first + 1]];
  if (chip === undefined || name === undefined) return undefined;
  const plain = [...chip.parts, ...name.parts].every(
    ({ kind }) => kind === Token.Text || kind === Token.Variable,
  );
  return plain ? `${chip.text}.${name.text}` : tap.name;
}
