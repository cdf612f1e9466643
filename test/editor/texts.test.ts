import { expect, it } from "vitest";
import { commandText, describedCommands } from "../../src/editor/texts/command-texts.ts";
import { EVENT_TEXTS, OPTION_TEXTS } from "../../src/editor/texts/option-texts.ts";
import { isKnownCommand, newestName } from "../../src/openocd/command-names.ts";
import { RELEASES } from "../../src/openocd/data/releases.ts";
import { eventsOf } from "../../src/openocd/data/target-events.ts";
import { dapOptionsOf, tapOptionsOf, targetOptionsOf } from "../../src/openocd/data/target-options.ts";
import { isObjectCommand } from "../../src/openocd/object-commands.ts";

/** Procs of OpenOCD's own scripts, and words of Tcl that are no commands by themselves. */
const others = new Set([
  "swj_newdap",
  "mrw",
  "mrh",
  "mrb",
  "mmw",
  "info exists",
  "info commands",
  "info procs",
]);
const ofTcl = /^(array|string) \w+$/;

it("what is said of commands is of some that there are, by their newest names", () => {
  const unknown = [...describedCommands()].filter((name) => {
    const [kind, ...words] = name.split(" ");
    if (kind === "TARGET" || kind === "DAP")
      return !isObjectCommand(kind.toLowerCase() as "target" | "dap", words.join(" "));
    if (others.has(name) || ofTcl.test(name)) return false;
    return !isKnownCommand(name) || newestName(name) !== name;
  });
  expect(unknown).toEqual([]);
});

it("what is said of commands is a sentence, and brackets are closed", () => {
  const texts = [...describedCommands()].map((name) => commandText(name)!);
  expect(texts.length).toBeGreaterThan(150);
  expect(texts.filter(({ does }) => !/^[A-Z`].*\.$/s.test(does))).toEqual([]);
  expect(texts.filter(({ takes }) => takes.split("[").length !== takes.split("]").length)).toEqual([]);
});

it("what is said of options and events is of some that there are, and no event is left out", () => {
  const options = RELEASES.flatMap(({ id }) => [
    ...targetOptionsOf(id),
    ...tapOptionsOf(id),
    ...dapOptionsOf(id),
  ]);
  const ofTypes = ["-dap", "-ap-num", "-cti", "-ctibase", "-baseaddr", "-expected-id"];
  const unknown = Object.keys(OPTION_TEXTS).filter(
    (name) => !new Set<string>([...options, ...ofTypes]).has(name),
  );
  expect(unknown).toEqual([]);
  const events = eventsOf("0.12.0").filter((name) => !name.startsWith("semihosting-user-cmd"));
  expect(events.filter((name) => EVENT_TEXTS[name] === undefined)).toEqual([]);
});
