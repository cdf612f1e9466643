import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { asksForJson, checkReport } from "./report-schema.ts";

/** The folder of this package. */
export const packageFolder: string = resolve(import.meta.dirname, "../..");

/** The version of this package. */
export const packageVersion: string = JSON.parse(
  readFileSync(join(packageFolder, "package.json"), "utf8"),
).version;

/** The built command. */
export const command: string = join(packageFolder, "dist/bin/l5cfg-fix.js");

export interface CommandResult {
  status: number | null;
  /** One character per byte. */
  stdout: string;
  stderr: string;
}

export interface CommandOptions {
  cwd?: string;
  /** Standard input, one character per byte. */
  input?: string;
  env?: Record<string, string>;
  /** Milliseconds, 20 000 otherwise. */
  timeout?: number;
}

/**
 * Runs `l5cfg-fix` as a process of its own, without colours, unless the environment given asks for them. Throws where it
 * prints JSON that the published schema does not allow.
 */
export function l5cfgFix(
  args: readonly string[],
  { cwd, input = "", env, timeout = 20_000 }: CommandOptions = {},
): CommandResult {
  const { FORCE_COLOR, NO_COLOR, ...rest } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: cwd ?? packageFolder,
    input: Buffer.from(input, "latin1"),
    env: { ...rest, ...env },
    encoding: "latin1",
    maxBuffer: 64 * 1024 * 1024,
    timeout,
    killSignal: "SIGKILL",
  });
  if (asksForJson(args)) checkReport(Buffer.from(stdout, "latin1").toString(), args[0]!);
  return { status, stdout, stderr };
}
