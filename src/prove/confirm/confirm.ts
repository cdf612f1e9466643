import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { ConfirmedRun } from "../../check/confirmation.ts";
import { cut, longestMessage } from "../../check/cut.ts";
import { withPatch } from "../../check/patch.ts";
import type { FixedFile, RunResult } from "../../check/result.ts";
import { diskFiles } from "../../files/disk-files.ts";
import { decoded } from "../../files/file-names.ts";
import type { CancelSignal } from "../../flash/options.ts";
import type { Project } from "../../install/project.ts";
import { loadConfigSync } from "../../openocd/load.ts";
import type { Config } from "../../openocd/model.ts";
import { overlayName } from "../../overlay/overlay-name.ts";
import type { Binary } from "../binary.ts";
import { inParallel } from "../in-parallel.ts";
import { type AskBounds, askProgram, type ProgramAnswer } from "./ask.ts";
import { differencesOf } from "./compare.ts";

/** A config and how it is run. */
type ConfirmSubject = Pick<RunResult, "config" | "transport" | "adapter" | "choosesAdapter" | "read">;

export interface ConfirmPlan {
  program: Binary;
  /** For that program. */
  project: Pick<Project, "root" | "searchPaths" | "openocd">;
  subjects: readonly ConfirmSubject[];
  /** What fixing makes of files. */
  files: readonly Pick<FixedFile, "path" | "after">[];
  variables: Readonly<Record<string, string>>;
  cwd: string;
  timeoutMs: number;
  mostOutput: number;
  signal?: CancelSignal | undefined;
}

/** A confirmed run, with our own run of the same, which is no plain data. */
export interface ComparedRun {
  run: ConfirmedRun;
  model: Config;
}

/** Characters that one run may print. */
export const usualOutput = 1_000_000;

/** After so many runs that had to be ended, no more are begun. */
const MOST_ENDED = 3;

/**
 * Runs configs in an OpenOCD to the end of their configuration stage, both unchanged and fixed, and compares the results
 * with our dry runs. Removes all temporary files. Throws FlashError where the program cannot be started.
 */
export async function confirmAll(plan: ConfirmPlan): Promise<ComparedRun[]> {
  const folder = mkdtempSync(join(tmpdir(), "l5cfg-fix-confirm-"));
  const { signal } = plan;
  let ended = 0;
  const work = async (task: Task): Promise<ComparedRun> => {
    const answer: ProgramAnswer =
      ended < MOST_ENDED
        ? await ask(task, plan, folder)
        : { says: "unasked", message: "not asked: others had to be ended" };
    if (["timeout", "output"].includes(answer.says)) ended++;
    return compared(task, answer, plan, folder);
  };
  try {
    const patched = writePatched(plan, folder);
    return await inParallel(
      tasksOf(plan, patched, join(folder, "patched")),
      work,
      () => signal?.aborted ?? false,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Task {
  subject: ConfirmSubject;
  side: ConfirmedRun["side"];
  /** The file to run. */
  file: string;
  /** The folder with the fixed files, where those are run. */
  copies?: string;
}

/** Writes the fixed files as an overlay has them; answers the new file of each. */
function writePatched({ files, project }: ConfirmPlan, folder: string): ReadonlyMap<string, string> {
  mkdirSync(join(folder, "home"));
  return new Map(
    files.map(({ path, after }) => {
      const copy = join(folder, "patched", overlayName(path, project));
      mkdirSync(dirname(copy), { recursive: true });
      writeFileSync(copy, after, "latin1");
      return [resolve(path), copy];
    }),
  );
}

function tasksOf({ subjects }: ConfirmPlan, patched: ReadonlyMap<string, string>, copies: string): Task[] {
  return subjects.flatMap((subject): Task[] => {
    const file = subject.config;
    const original: Task = { subject, side: "original", file };
    if (!subject.read.some((path) => patched.has(path))) return [original];
    return [original, { subject, side: "patched", file: patched.get(file) ?? file, copies }];
  });
}

function ask({ subject, file, copies }: Task, plan: ConfirmPlan, folder: string): Promise<ProgramAnswer> {
  const { program, project, variables, timeoutMs, mostOutput, cwd, signal } = plan;
  const { choosesAdapter, adapter, transport } = subject;
  const given = choosesAdapter || adapter === "" ? undefined : { transport, adapter };
  const bounds: AskBounds = { timeoutMs, mostOutput, cwd, home: join(folder, "home"), signal };
  const searchPaths = [...(copies === undefined ? [] : [copies]), ...project.searchPaths];
  return askProgram({ program, config: file, searchPaths, copies, given, variables }, bounds);
}

function compared(
  { subject, side }: Task,
  answer: ProgramAnswer,
  plan: ConfirmPlan,
  folder: string,
): ComparedRun {
  const { project, variables, cwd, files } = plan;
  const { config, transport, adapter, choosesAdapter } = subject;
  const { version, facts } = project.openocd;
  const model = loadConfigSync(config, {
    searchPaths: project.searchPaths,
    openocd: version,
    facts,
    variables,
    cwd,
    ...(!choosesAdapter && adapter !== "" && { transport, adapter }),
    ...(side === "patched" && { fs: withPatch(files, diskFiles) }),
  });
  const differences = differencesOf(model, answer);
  const [problem] = model.problems;
  const { says, message, line } = answer;
  const file = answer.file === undefined ? undefined : originalOf(answer.file, plan, folder);
  return {
    model,
    run: {
      ...{ config, transport, side, says },
      ...(message !== undefined && { message }),
      ...(file !== undefined && { file }),
      ...(line !== undefined && { line }),
      expected: {
        accepted: problem === undefined,
        ...(problem && { message: cut(decoded(problem.message), longestMessage) }),
      },
      agrees: differences.length === 0,
      differences,
    },
  };
}

/** The file that a fixed copy is of. */
function originalOf(file: string, { cwd, files, project }: ConfirmPlan, folder: string): string {
  const path = resolve(cwd, file);
  const copies = join(folder, "patched");
  const original = files.find((one) => join(copies, overlayName(one.path, project)) === path);
  return original?.path ?? path;
}
