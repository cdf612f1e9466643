import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { System } from "../../src/cli/terminal/terminal.ts";
import { asksForJson, checkReport } from "./report-schema.ts";
import { testSystem } from "./system.ts";

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
}

/**
 * Runs `l5cfg-fix` in this process, without colours, unless the environment given asks for them. Throws where it prints
 * JSON that the published schema does not allow.
 */
export async function l5cfgFix(
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return checked(args, await runHere(await import("../../src/cli/program.ts"), args, options));
}

/** Runs `l5cfg-flash` in this process. */
export async function l5cfgFlashHere(
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return runHere(await import("../../src/cli/flash/program.ts"), args, options);
}

async function runHere(
  { run }: { run: (args: readonly string[], system: System) => Promise<number> },
  args: readonly string[],
  { cwd = packageFolder, input = "", env = {} }: CommandOptions,
): Promise<CommandResult> {
  const { system, printed, leave } = testSystem({ cwd, input, env });
  try {
    const status = await run(args, system);
    return { status, ...printed() };
  } finally {
    leave();
  }
}

function checked(args: readonly string[], result: CommandResult): CommandResult {
  if (asksForJson(args)) checkReport(Buffer.from(result.stdout, "latin1").toString(), args[0]!);
  return result;
}
