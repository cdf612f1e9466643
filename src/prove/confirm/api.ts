import { resolve } from "node:path";
import { type CheckOptions, checkAsync, type FixOptions, fixAsync } from "../../check/api.ts";
import type { CheckResult, FixResult } from "../../check/result.ts";
import type { StopSignal } from "../../check/steps.ts";
import { diskFiles } from "../../files/disk-files.ts";
import type { CancelSignal } from "../../flash/options.ts";
import { openingOf, openProject, withProgram } from "../../install/open.ts";
import { foreignFiles } from "../../install/owner.ts";
import type { Project } from "../../install/project.ts";
import { checkTrust } from "../../install/trust.ts";
import { releaseNamed } from "../../openocd/version.ts";
import { type Binary, findBinary, withOwnScripts } from "../binary.ts";
import { ProveError } from "../errors.ts";
import { confirmAll, usualOutput } from "./confirm.ts";
import { withConfirmation } from "./findings.ts";

/** How an OpenOCD is asked to confirm; everything has a usual value. */
export interface ConfirmOptions {
  /** The OpenOCD to run; the install's own, else `openocd` on PATH. */
  openocdBin?: string;
  /** Also runs configs and programs that belong to another user, and the program that an overlay of another user names. */
  trust?: boolean;
  /** Milliseconds that one run may take; 10 000 otherwise. */
  timeoutMs?: number;
  /** Characters that one run may print; 1 000 000 otherwise. */
  mostOutput?: number;
  /** Ends all runs when it is aborted. */
  signal?: StopSignal & CancelSignal;
  /** Called before a program runs configs. */
  onProgram?: (program: { path: string; version: string }) => void;
}

/**
 * `checkAsync`, confirmed by the OpenOCD at hand: it runs each config to the end of the configuration stage, never `init`, and
 * what it says is in the result as `confirmed`. Where it says something else than the check, that is a finding
 * `model-differs`. The configs are checked for that program.
 *
 * **This runs the configs**, and a config can do anything that a program can. Throws ProveError where a file that would be read
 * belongs to another user, unless `trust` is set; where there is no OpenOCD; and where `openocd` names another version.
 *
 * @example
 * ```ts
 * import { checkConfirmed } from "l5cfg-fix";
 *
 * const board = "fixtures/variants/board/stm32l552e-dk.cfg";
 * const asked = checkConfirmed(board, { openocdBin: "/no/such/openocd" });
 * console.log(await asked.catch((error) => error.code)); // prints prove
 * ```
 */
export async function checkConfirmed(
  subject: string | Project,
  options: CheckOptions & ConfirmOptions = {},
): Promise<CheckResult> {
  return confirmed(subject, options, (project) => checkAsync(project, options));
}

/**
 * `fixAsync`, confirmed as {@link checkConfirmed} is, on the configs as they are and as they are when fixed.
 *
 * @example
 * ```ts
 * import { fixConfirmed } from "l5cfg-fix";
 *
 * const asked = fixConfirmed("fixtures/stm32cubeide_1.4.0", { openocdBin: "/no/such/openocd" });
 * console.log(await asked.catch((error) => error.code)); // prints prove
 * ```
 */
export async function fixConfirmed(
  subject: string | Project,
  options: FixOptions & ConfirmOptions = {},
): Promise<FixResult> {
  return confirmed(subject, options, (project) => fixAsync(project, options));
}

const LONGEST = 10_000;

async function confirmed<Result extends CheckResult | FixResult>(
  subject: string | Project,
  options: CheckOptions & ConfirmOptions,
  examine: (project: Project) => Promise<Result>,
): Promise<Result> {
  const { variables = {}, timeoutMs = LONGEST, mostOutput = usualOutput, signal, onProgram } = options;
  if (options.fs !== undefined && options.fs !== diskFiles)
    throw new ProveError("only configs on disk can be confirmed: OpenOCD has to read them");
  if (typeof subject !== "string" && subject.commandLine !== undefined)
    throw new ProveError(
      "a command line cannot be confirmed, only configs; run it with -c shutdown at its end",
    );
  const cwd = resolve(options.cwd ?? ".");
  const { project, program } = await projectFor(subject, options);
  const result = await examine(project);
  if (!options.trust) requireOwn(result, options.openocdBin === undefined ? [program.path] : []);
  onProgram?.(program);
  const files = "files" in result ? result.files : [];
  const compared = await confirmAll({
    ...{ program, project, files, variables, cwd, timeoutMs, mostOutput, signal },
    subjects: result.runs,
  });
  signal?.throwIfAborted();
  return withConfirmation(result, program, compared, { cwd, severityOf: options.severityOf });
}

/** The project, for the program that is run, whose own scripts come last. */
async function projectFor(
  subject: string | Project,
  options: CheckOptions & ConfirmOptions,
): Promise<{ project: Project; program: Binary }> {
  const { openocd, openocdBin, trust, signal, ...others } = options;
  const opened = typeof subject === "string" ? openProject(subject, others) : subject;
  const { manifest, root, binary } = opened;
  if (openocdBin === undefined && manifest && binary !== undefined && !trust) checkTrust(root, binary);
  const program = await findBinary(openocdBin, binary, signal);
  if (openocd !== undefined && releaseNamed(openocd).id !== releaseNamed(program.version).id) {
    throw new ProveError(
      `${program.path} is OpenOCD ${program.version}, and cannot confirm what is checked for ${openocd}; --openocd-bin names another program`,
    );
  }
  const project = withProgram(opened, openingOf({ openocdBin: program.path }));
  return { project: withOwnScripts(project, program), program };
}

function requireOwn({ read }: CheckResult | FixResult, programs: readonly string[]): void {
  const [file, ...more] = foreignFiles([...programs, ...read]);
  if (file === undefined) return;
  const others = more.length > 0 ? ` and ${more.length} more` : "";
  throw new ProveError(
    `confirming runs the configs, and ${file}${others} belongs to another user; --trust runs them all the same`,
  );
}
