import type { Job } from "../check/job.ts";
import type { FileSystem } from "../files/file-system.ts";
import { type FileLoadOptions, loadConfigSync } from "../openocd/load-files.ts";
import type { Config } from "../openocd/model.ts";
import { usualTransports } from "../openocd/transport.ts";
import { assumed } from "../rules/settings.ts";
import { Deadline } from "../tcl/limits.ts";
import type { Both } from "./roles.ts";

/** One config and how to run it. */
export interface Subject {
  /** Absolute. */
  file: string;
  job: Omit<Job, "configs">;
  fs: FileSystem;
}

/** Two configs run under one transport. */
export type Runs = Both<Config>;

/** Why a config cannot be compared under a transport. */
export interface Refused {
  side: keyof Both<unknown>;
  transport: string;
  /** OpenOCD's message. */
  message: string;
}

/**
 * Runs two configs under every transport that both have. A config that chooses its own transport decides for both.
 * Where each chooses another one, both run under their own.
 */
export function runBoth({ file, reference }: Both<Subject>): { runs: Runs[]; refused: Refused[] } {
  const own = { file: chosenBy(file), reference: chosenBy(reference) };
  if (own.file && own.reference) return sifted([{ file: own.file, reference: own.reference }]);
  const chosen = own.file ?? own.reference;
  const transports = chosen
    ? [chosen.transport]
    : (file.job.transports ?? reference.job.transports ?? usualTransports);
  return sifted(
    transports.map((transport) => ({
      file: own.file ?? run(file, transport),
      reference: own.reference ?? run(reference, transport),
    })),
  );
}

/** The run of a config that chooses adapter and transport itself. */
function chosenBy(subject: Subject): Config | undefined {
  const config = runUnaided(subject);
  return config.adapter === "" ? undefined : config;
}

/** Runs one config unchanged. Only a config that chooses its adapter gets far this way. */
export function runUnaided(subject: Subject): Config {
  return loadConfigSync(subject.file, optionsOf(subject));
}

/** Runs one config and continues after errors that rules cover. */
export function run(subject: Subject, transport: string): Config {
  return loadConfigSync(subject.file, { ...optionsOf(subject), transport });
}

/** When all runs of a config have to be over. */
const deadlines = new WeakMap<Subject, Deadline>();

function deadlineOf(subject: Subject): Deadline {
  const deadline = deadlines.get(subject) ?? new Deadline();
  deadlines.set(subject, deadline);
  return deadline;
}

function optionsOf(subject: Subject): FileLoadOptions {
  const { job, fs } = subject;
  const { searchPaths, openocd, facts, variables, cwd } = job;
  return {
    deadline: deadlineOf(subject),
    searchPaths,
    openocd,
    ...(facts && { facts }),
    fs,
    lenient: true,
    assume: assumed,
    ...(variables && { variables }),
    ...(cwd && { cwd }),
  };
}

/**
 * Leaves out transports under which one of the two does not run to its end: what is missing in it then means nothing.
 */
function sifted(all: readonly Runs[]): { runs: Runs[]; refused: Refused[] } {
  const refused: Refused[] = [];
  const runs = all.filter((both) => {
    const stopped = (["file", "reference"] as const).filter((side) => !both[side].complete);
    for (const side of stopped) {
      const { transport, problems } = both[side];
      refused.push({ side, transport, message: problems.at(-1)?.message ?? "" });
    }
    return stopped.length === 0;
  });
  return { runs, refused };
}
