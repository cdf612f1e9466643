import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { packageFolder } from "./command.ts";
import { asksForJson, checkReport } from "./report-schema.ts";

/** The built command. */
export const flashCommandFile: string = join(packageFolder, "dist/bin/l5cfg-flash.js");

export interface FlashRun {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface FlashRunOptions {
  cwd?: string;
  env?: Record<string, string>;
  /** Called when the process has started. */
  onStart?: (child: ChildProcess) => void;
  /** Told of each piece of standard error. */
  onStderr?: (text: string, child: ChildProcess) => void;
}

/**
 * Runs `l5cfg-flash` as a process of its own, without colours, while this one goes on: a board that lives here can
 * answer. Throws where it prints JSON that the published schema does not allow.
 */
export async function l5cfgFlash(args: readonly string[], options: FlashRunOptions = {}): Promise<FlashRun> {
  const run = await flashRun(args, options);
  const kind = args.includes("--dry-run") ? "l5cfg-flash --dry-run" : "l5cfg-flash";
  if (asksForJson(args)) checkReport(run.stdout, kind);
  return run;
}

function flashRun(args: readonly string[], options: FlashRunOptions): Promise<FlashRun> {
  const { FORCE_COLOR, NO_COLOR, ...rest } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [flashCommandFile, ...args], {
      cwd: options.cwd ?? packageFolder,
      env: { ...rest, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 60_000,
      killSignal: "SIGKILL",
    });
    options.onStart?.(child);
    const run = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      run.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      run.stderr += text;
      options.onStderr?.(text, child);
    });
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, ...run }));
  });
}
