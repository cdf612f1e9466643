import { releasesWithOption } from "../openocd/data/target-options.ts";
import { isOfDap } from "./dap-unsupported.ts";
import type { Fix } from "./finding.ts";
import { type Refused, refusals } from "./refusals.ts";
import { releaseNames } from "./release-names.ts";
import { withoutOption } from "./removal.ts";
import { respellWord } from "./respell.ts";
import type { Observation, Rule } from "./rule.ts";

export const optionUnknown: Rule = {
  id: "option-unknown",
  severity: "error",
  isByTable: true,
  title: "an option that this OpenOCD does not have",
  why:
    "Commands that declare TAPs, DAPs and targets got options over the years. OpenOCD stops at one that it does not know " +
    "with `Unknown param: …, try one of: …`, and nothing after that line is read.",
  *check({ config }) {
    for (const refused of refusals(config, "option-unknown")) {
      if (!isOfDap(refused)) yield report(config.openocd, refused);
    }
  },
};

function report(openocd: string, { subject, at }: Refused): Observation {
  const fix = FIXES[subject]?.({ option: subject, at });
  return {
    message: `OpenOCD ${openocd} has no option ${subject}`,
    notes: [`it exists in ${releaseNames(releasesWithOption(subject))}`],
    at,
    ...(fix && { fix }),
  };
}

type Given = Pick<Refused, "at"> & { option: string };

/** The advice for an option that does not matter for flashing, or has another name. */
const FIXES: Readonly<Record<string, (given: Given) => Fix | undefined>> = {
  "-gdb-max-connections": leftOut("one debugger at a time can connect to the target"),
  "-gdb-port": leftOut("the debugger's server uses the ports that `gdb_port` gives"),
  "-dbg-under-srst": leftOut("whether the core can be debugged in reset is found out"),
  "-baseaddr": renamed("-ctibase"),
};

function leftOut(effect: string) {
  return ({ option, at }: Given): Fix | undefined => {
    const edit = withoutOption(at, option);
    return (
      edit && {
        safety: "safe",
        title: `leave out ${option}: ${effect}`,
        edits: [{ file: at.file, edits: [edit] }],
        changes: [],
      }
    );
  };
}

function renamed(own: string) {
  return ({ option, at }: Given): Fix | undefined => {
    const edits = respellWord(at, option, own);
    return (
      edits && {
        safety: "safe",
        title: `write ${own} in place of ${option}`,
        edits: [edits],
        changes: [{ kind: "setting", name: "cti create" }],
      }
    );
  };
}
