import nodePath, { resolve } from "node:path";
import { diskFiles } from "../files/disk-files.ts";
import { isExecutable } from "../files/executable.ts";
import { filesOnPath } from "../files/on-path.ts";
import type { CancelSignal } from "../flash/options.ts";
import { runProcess } from "../flash/process.ts";
import { askFacts } from "../install/ask-facts.ts";
import { scriptsOf } from "../install/openocd-program.ts";
import type { Project } from "../install/project.ts";
import type { ProgramFacts } from "../openocd/program-facts.ts";
import { matchNamed, parseVersion } from "../openocd/version.ts";
import { ProveError } from "./errors.ts";

/** An OpenOCD that can be run. */
export interface Binary {
  /** Absolute. */
  path: string;
  /** As `--version` says it. */
  version: string;
}

/** In milliseconds. */
const longestAnswer = 10_000;

/**
 * The OpenOCD to run: the one that is named, else the install's own, else the first on PATH. Throws ProveError where
 * there is none, or it is none.
 */
export async function findBinary(
  given: string | undefined,
  own: string | undefined,
  signal?: CancelSignal,
): Promise<Binary> {
  const path = given === undefined ? (own ?? onPath("openocd")) : named(given);
  if (path === undefined) {
    throw new ProveError("there is no openocd on PATH; name one with --openocd-bin");
  }
  const lines: string[] = [];
  const { status } = await runProcess([path, "--version"], { timeoutMs: longestAnswer, signal }, (line) => {
    if (lines.length < 100) lines.push(line);
  });
  const version = status === 0 ? parseVersion(lines.join("\n")) : undefined;
  if (version === undefined) throw new ProveError(`${path} --version prints no version of OpenOCD`);
  return { path, version: version.text };
}

/** What a program says that it can do, where its build is not one that is known. */
export function factsOf({ path, version }: Binary): ProgramFacts | undefined {
  return matchNamed(version).exact ? undefined : askFacts(path);
}

/** The same with the program's own scripts last, where OpenOCD looks by itself. */
export function withOwnScripts<T extends Pick<Project, "searchPaths">>(project: T, { path }: Binary): T {
  const own = scriptsOf(path, diskFiles);
  if (own === undefined || project.searchPaths.includes(own)) return project;
  return { ...project, searchPaths: [...project.searchPaths, own] };
}

function named(given: string): string {
  const path = /[\\/]/.test(given) ? resolve(given) : onPath(given);
  if (path !== undefined && isExecutable(path)) return path;
  throw new ProveError(`${given} is no program that can be run; --openocd-bin names an openocd`);
}

function onPath(name: string): string | undefined {
  const { env, platform } = process;
  return filesOnPath(name, env.PATH, platform, nodePath).find(isExecutable);
}
