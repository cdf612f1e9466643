import { describe, expect, it } from "vitest";
import { memoryFiles } from "../../src/files/memory-files.ts";
import { COMMANDS } from "../../src/openocd/data/commands.ts";
import { names } from "../../src/openocd/data/table.ts";
import { loadConfigSync } from "../../src/openocd/load.ts";
import { type ProgramFacts, releaseOfProgram } from "../../src/openocd/program-facts.ts";
import { parseVersion, releaseOf } from "../../src/openocd/version.ts";

const facts: ProgramFacts = {
  jim: "0.81",
  joinsExpr: true,
  commands: [...names(COMMANDS, "0.12.0"), "fork_command"],
  adapterDrivers: ["picoprobe", "cmsis-dap"],
  transports: {},
  targetTypes: ["cortex_m", "forked"],
  targetEvents: ["reset-init", "semihosting-user-cmd-0x200"],
  flashDrivers: ["rp2350"],
  // Another type had brought what it has as well.
  brought: {
    cortex_m: ["cortex_m"],
    forked: ["forked", "forked tune"],
    picoprobe: ["picoprobe", "picoprobe uid"],
  },
};

/** What is refused, by a program with these facts. */
function refusal(text: string): string | undefined {
  const fs = memoryFiles(new Map([["/a.cfg", text]]));
  return loadConfigSync("/a.cfg", { fs, cwd: "/", facts }).problems[0]?.message;
}

describe("a program that says itself what it can do", () => {
  const target =
    "adapter driver picoprobe\ntransport select swd\nswd newdap a cpu -expected-id 0\ndap create a.dap -chain-position a.cpu\n";
  it.each([
    ["fork_command 1"],
    [`${target}picoprobe uid 1`],
    [
      `${target}target create a.cpu cortex_m -dap a.dap\na.cpu configure -event semihosting-user-cmd-0x200 {}`,
    ],
    [`${target}target create a.cpu forked -chain-position a.cpu\nforked tune 3`],
    [`${target}target create a.cpu cortex_m -dap a.dap\ncortex_m reset_config sysresetreq`],
    [`${target}target create a.cpu cortex_m -dap a.dap\nflash bank f rp2350 0 0 0 0 a.cpu`],
  ])("accepts %s", (text) => expect(refusal(text)).toBeUndefined());
  it.each([
    ["adapter driver jlink", "The specified debug interface was not found (jlink)"],
    [
      `${target}target create a.cpu cortex_a -dap a.dap`,
      "Unknown target type cortex_a, try one of cortex_m,  or forked",
    ],
    [
      `${target}target create a.cpu cortex_m -dap a.dap\nflash bank f stm32f1x 0 0 0 0 a.cpu`,
      "flash driver 'stm32f1x' not found",
    ],
    [`${target}target create a.cpu cortex_m -dap a.dap\nforked tune 3`, 'invalid command name "forked"'],
  ])("refuses %s", (text, message) => expect(refusal(text)).toBe(message));
});

describe("a program that names its groups of commands alone, as all do before 0.12.0", () => {
  const groups = names(COMMANDS, "0.11.0").filter((name) => !name.includes(" "));
  const old: ProgramFacts = {
    ...facts,
    commands: groups,
    targetTypes: ["cortex_m"],
    brought: { cortex_m: ["arm", "cortex_m"] },
  };
  it.each([
    "transport select",
    "if {[catch {transport select}]} {shutdown}",
    "swd newdap a cpu -expected-id 0\ndap create a.dap -chain-position a.cpu\ntarget create a.cpu cortex_m -dap a.dap\ncortex_m reset_config sysresetreq",
  ])("has what is in them: %s", (text) => {
    const fs = memoryFiles(new Map([["/a.cfg", text]]));
    const options = { fs, cwd: "/", facts: old, openocd: "0.11.0", transport: "swd" };
    expect(loadConfigSync("/a.cfg", options).problems).toEqual([]);
  });
});

it("only a program whose Jim Tcl does not join words by itself has a proc that does", () => {
  const release = (jim: string) => releaseOfProgram("0.10.0", { ...facts, jim });
  expect(release("0.79").joinsExpr).toBeUndefined();
  expect(release("0.81").joinsExpr).toBe(true);
});

describe("a version of a fork", () => {
  it.each(["v0.12.0-esp32-20240318", "0.12.0+dev-01703-gcf9c0b41c", "0.10.0+dev-01341-g580d06d9d"])(
    "%s is taken for a known one, and not for that very build",
    (text) => expect(releaseOf(parseVersion(text)!).exact).toBe(false),
  );
});
