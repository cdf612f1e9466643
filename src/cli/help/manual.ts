import { version } from "../../version.ts";
import { build as flashProgram } from "../flash/program.ts";
import { build } from "../program.ts";
import { Terminal } from "../terminal/terminal.ts";
import { type ManualParts, manualPage } from "./manual-page.ts";

/** Both programs as the parser knows them, without a terminal. */
export function programs() {
  const terminal = new Terminal({
    stdin: (async function* () {})(),
    stdout: { write: () => {} },
    stderr: { write: () => {} },
    ...{ env: {}, cwd: "/", platform: "linux" },
  });
  const nothing = async () => {};
  return { fix: build(terminal, nothing), flash: flashProgram(terminal, nothing) };
}

/** The manual pages of both programs, by the names of their files. */
export function manual(): Record<string, string> {
  const { fix, flash } = programs();
  return { "l5cfg-fix.1": manualPage(fix, fixParts), "l5cfg-flash.1": manualPage(flash, flashParts) };
}

const fixParts: ManualParts = {
  version,
  statuses: {
    0: "Nothing to fix, or all of it fixed.",
    1: "Findings are left.",
    2: "Wrong use, unreadable input, or an internal error.",
  },
  examples: [
    ["l5cfg-fix --install auto", "check STM32CubeIDE, and write fixed copies to an overlay"],
    ["l5cfg-fix --check .", "report what is found in the configs of a repository"],
    ["l5cfg-fix --diff board.cfg", "print a patch"],
  ],
  seeAlso: ["l5cfg-flash(1)", "openocd(1)"],
};

const flashParts: ManualParts = {
  version,
  statuses: {
    0: "All is written and verified.",
    2: "Wrong use, or nothing to run.",
    3: "OpenOCD refuses the configuration.",
    4: "No probe or no target, or it was lost on the way.",
    5: "Not written.",
    6: "Not verified.",
    7: "Out of time.",
    130: "Cancelled.",
  },
  examples: [["l5cfg-flash firmware.elf", "write a firmware with the overlay of this folder"]],
  seeAlso: ["l5cfg-fix(1)", "openocd(1)"],
};
