import { basename, relative } from "node:path";
import { fixAsync } from "../../src/check/api.ts";
import type { FixResult } from "../../src/check/result.ts";
import { openProject } from "../../src/install/open.ts";
import type { Project } from "../../src/install/project.ts";
import { type Binary, withOwnScripts } from "../../src/prove/binary.ts";
import { type ComparedRun, confirmAll, usualOutput } from "../../src/prove/confirm/confirm.ts";

/** ST-LINK's two ways to a chip. */
const transports = ["hla_swd", "dapdirect_swd"];

/** What one OpenOCD does with the STM32 configs of one tree: each under both transports, as far as it has those. */
export interface Cell {
  /** Runs, and those in which the config is usable as it is, and when it is fixed. */
  all: number;
  asIs: number;
  fixed: number;
  /** Why a run is not usable in the end, and which, as `stm32h7x (HLA)`. */
  reasons: Map<string, string[]>;
  /** Transports that this OpenOCD has no ST-LINK for, and its reason. */
  unasked: Map<string, string>;
  /** What OpenOCD did otherwise than expected. */
  differing: string[];
}

/** Measures one cell: the configs are run by that OpenOCD, up to `init`. */
export async function measure(tree: string, program: Binary): Promise<Cell> {
  const opened = openProject(tree, { openocdBin: program.path });
  const project = {
    ...opened,
    configs: opened.configs.filter((file) => isStm32(relative(opened.root, file))),
  };
  const result = await fixAsync(project, { transports });
  const compared = await confirmAll({
    ...{ program, project: withOwnScripts(project, program), subjects: result.runs, files: result.files },
    ...{ variables: {}, cwd: "/", timeoutMs: 10_000, mostOutput: usualOutput },
  });
  return cellOf(project, result, compared);
}

/** A config of one family that runs by itself. The MP have no flash of their own; `stm32_stlink` only says that it is gone. */
function isStm32(name: string): boolean {
  return /^target\/(.*\/)?stm32[^/]*\.cfg$/.test(name) && !/common|stm32mp|stm32_stlink/.test(name);
}

function cellOf(project: Project, result: FixResult, compared: readonly ComparedRun[]): Cell {
  const cell: Cell = {
    ...{ all: 0, asIs: 0, fixed: 0 },
    ...{ reasons: new Map(), unasked: new Map(), differing: [] },
  };
  const sides = new Map<string, ComparedRun[]>();
  for (const one of compared) {
    const key = `${one.run.config} ${one.run.transport}`;
    sides.set(key, [...(sides.get(key) ?? []), one]);
  }
  for (const own of sides.values()) {
    const original = own.find(({ run }) => run.side === "original")!;
    const last = own.find(({ run }) => run.side === "patched") ?? original;
    const { run } = last;
    const name = `${basename(run.config, ".cfg")} (${run.transport.startsWith("hla") ? "HLA" : "DAP"})`;
    for (const { run: one } of own)
      for (const text of one.differences) cell.differing.push(`${name}: ${text}`);
    if (run.says === "unasked") {
      cell.unasked.set(run.transport, run.message ?? "");
      continue;
    }
    cell.all += 1;
    if (lackIn(original) === undefined) cell.asIs += 1;
    const lack = lackIn(last);
    if (lack === undefined) cell.fixed += 1;
    else note(cell.reasons, reasonOf(lack, last, result, project), name);
  }
  return cell;
}

/** What a run lacks to be of use; undefined where the config loads, has its banks, and a work area for each core. */
function lackIn({ run, model }: ComparedRun): string | undefined {
  if (run.says === "shutdown") return "the config ends OpenOCD by itself";
  if (run.says !== "accepted" && run.says !== "init") return run.message ?? run.says;
  if (model.flashBanks.length === 0) return "it has no flash bank";
  const cores = model.targets.filter(({ type }) => type !== "mem_ap");
  return cores.every(({ workArea }) => workArea.size > 0) ? undefined : "it has no work area";
}

/** The finding that is left, where there is one; it says more than OpenOCD does. */
function reasonOf(lack: string, { run }: ComparedRun, { left }: FixResult, { root }: Project): string {
  const isOf = ({ severity, transports: under }: FixResult["left"][number]) =>
    severity === "error" && (under.length === 0 || under.includes(run.transport));
  const own = left.find((finding) => isOf(finding) && finding.at.file === run.config);
  const text = own?.why === undefined ? (own?.message ?? lack) : lack;
  return text
    .replaceAll(`${root}/`, "")
    .replace(/^OpenOCD refuses this: /, "")
    .replace(/^OpenOCD \S+ /, "it ");
}

function note(reasons: Map<string, string[]>, reason: string, name: string): void {
  reasons.set(reason, [...(reasons.get(reason) ?? []), name]);
}
