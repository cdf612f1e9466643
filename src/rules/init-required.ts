import type { Config } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";
import { insertLinesBefore } from "./insertion.ts";
import { type Refused, refusals } from "./refusals.ts";
import type { Observation, Rule } from "./rule.ts";
import { isPart } from "./script-role.ts";
import { enclosingCommand } from "./top-level.ts";

export const initRequired: Rule = {
  id: "init-required",
  severity: "error",
  title: "a command that talks to the chip comes before init",
  why:
    "While OpenOCD reads configs it has no connection yet; `init` makes one, after the last config. Before that, OpenOCD refuses commands " +
    "that need the chip: `The '…' command must be used after 'init'.`, or `invalid command name`, because `reset` and `halt` exist only after `init`.",
  *check({ config }) {
    let isFirst = true;
    for (const refused of refusals(config, "init-required")) {
      yield report(config, refused, isFirst);
      isFirst = false;
    }
  },
};

function report(config: Config, { subject, at, ways: [way] }: Refused, isFirst: boolean): Observation {
  const place = outsideProcs([at, ...way!.calledFrom]);
  const [command] = wordsAt(place);
  const isOwn =
    command === undefined || subject.split(" ", 1)[0] === command.text || command.text.startsWith("$");
  const what = isOwn ? `\`${subject}\`` : `\`${command.text}\`, which calls \`${subject}\`,`;
  const fix = isFirst && place.file === config.file && !isPart(place.file) ? initFirst(place) : undefined;
  return {
    message: `${what} talks to the chip, and comes before \`init\``,
    notes: [
      `in a handler it runs when there is a connection: \`${handler(subject)}\``,
      "or put it after a line `init`; every setting has to come before that line",
    ],
    at: place,
    ...(fix && { fix }),
  };
}

/** The innermost of these places that is not inside a proc. */
function outsideProcs(places: readonly Place[]): Place {
  return places.find((place) => enclosingCommand(place)?.words[0]?.literal !== "proc") ?? places.at(-1)!;
}

function handler(command: string): string {
  const event = /semihosting/.test(command) ? "gdb-attach" : "reset-init";
  return `$_TARGETNAME configure -event ${event} { … }`;
}

function initFirst(place: Place): Fix {
  return {
    // A user may add settings after the config, which then fail.
    safety: "unsafe",
    title: "put `init` before it",
    edits: [insertLinesBefore(place, ["init"])],
    changes: [],
  };
}
