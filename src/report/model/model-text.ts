import { decoded } from "../../files/file-names.ts";
import { hex32 } from "../../hexadecimal.ts";
import type { Project } from "../../install/project.ts";
import type { Config, WorkArea } from "../../openocd/model.ts";
import { pathFrom } from "../path-name.ts";
import { printableBytes } from "../printable.ts";
import { problemText } from "../text/check-text.ts";

/** The model for a person, one thing a line, the problems last. */
export function configText(config: Config, { openocd }: Project, cwd: string): string {
  const { file, transport, taps, daps, targets, flashBanks, events, procs, problems } = config;
  const lines = [
    `${pathFrom(file, cwd)}: OpenOCD ${openocd.version} (${openocd.why}), ${transport || "no transport"}`,
    ...taps.map(({ name }) => `tap     ${name}`),
    ...daps.map(({ name, chainPosition }) => `dap     ${name} on ${chainPosition}`),
    ...targets.map(({ name, type, workArea }) => `target  ${name} ${type}, ${workAreaText(workArea)}`),
    ...flashBanks.map(
      ({ name, driver, base, target }) => `bank    ${name} ${driver} at ${hex32(base)} of ${target}`,
    ),
    ...events.map(
      ({ target, name, at }) => `event   ${target} ${name} (${pathFrom(at.file, cwd)}:${at.line})`,
    ),
    ...procs.map(({ name, at }) => `proc    ${name} (${pathFrom(at.file, cwd)}:${at.line})`),
  ];
  return [
    ...lines.map((line) => printableBytes(line)),
    ...problems.map((problem) => problemText({ ...problem, message: decoded(problem.message) }, cwd)),
  ].join("\n");
}

function workAreaText({ phys, size, backup }: WorkArea): string {
  return size === 0
    ? "no work area"
    : `work area ${hex32(phys)}, ${size} bytes${backup ? ", backed up" : ""}`;
}
