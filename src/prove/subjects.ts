import { resolve } from "node:path";
import type { FileSystem } from "../files/file-system.ts";
import { withFiles } from "../files/layered-files.ts";
import type { Project } from "../install/project.ts";
import { loadConfigSync } from "../openocd/load.ts";
import type { Config } from "../openocd/model.ts";
import type { ProgramFacts } from "../openocd/program-facts.ts";
import { isHla } from "../openocd/transport.ts";
import { overlayName } from "../overlay/overlay-name.ts";
import type { OverlayPlan } from "../overlay/overlay-plan.ts";
import { Deadline } from "../tcl/limits.ts";
import { boardChip, boardFor } from "./boards.ts";

/** A config that can be proven. */
export interface Subject {
  /** As `find` takes it: `target/stm32l5x.cfg`. */
  name: string;
  /** Absolute. */
  path: string;
  board: string;
  /** The chip family of the board. */
  family: string;
  /** Whether it chooses adapter and transport itself. */
  isBoard: boolean;
  /** The transports to prove it under; none where it runs under none of those in question. */
  transports: string[];
}

/** A config that cannot. */
export interface Skipped {
  name: string;
  why: string;
  /** Set where there is only no board for it; absolute. */
  path?: string;
}

export interface SubjectQuery {
  scope: Project;
  files: OverlayPlan["patch"]["files"];
  fs: FileSystem;
  /** The version to run as. */
  openocd: string;
  /** What the program says that it can do. */
  facts: ProgramFacts | undefined;
  variables: Readonly<Record<string, string>>;
  /** The transports in question. */
  transports: readonly string[];
  /** The board that was asked for, whatever the configs are for. */
  board?: string | undefined;
}

/** Sorts a path's configs into those that can be proven, and those that cannot, by running them as they are when patched. */
export function findSubjects(query: SubjectQuery): { subjects: Subject[]; skipped: Skipped[] } {
  const subjects: Subject[] = [];
  const skipped: Skipped[] = [];
  for (const path of query.scope.configs) {
    const found = subjectOf(path, query);
    if ("why" in found) skipped.push(found);
    else subjects.push(found);
  }
  return { subjects, skipped };
}

function subjectOf(path: string, query: SubjectQuery): Subject | Skipped {
  const name = overlayName(path, query.scope);
  const deadline = new Deadline();
  const alone = load(path, query, { deadline });
  const isBoard = alone.adapter !== "";
  const runs = isBoard
    ? [alone]
    : query.transports.map((transport) => load(path, query, { deadline, transport }));
  const { board: own, families } = boardFor(runs[0]!);
  const board = query.board ?? own;
  if (board === undefined) {
    const chip = families.length > 0 ? families.join(" and ") : "what it is for";
    return { name, path, why: `there is no virtual board for ${chip}` };
  }
  const working = runs.filter(({ problems }) => problems.length === 0).map(({ transport }) => transport);
  const { family, hasJtag, hasHla } = boardChip(board);
  const offered = query.transports.filter(
    (transport) => (hasJtag || !/jtag/.test(transport)) && (hasHla || !isHla(transport)),
  );
  const fitting = working.filter((transport) => offered.includes(transport));
  const [problem] = runs.flatMap(({ problems }) => problems);
  if (fitting.length === 0) {
    const adapter = `its transport is ${working.join(", ")}, and the board has an ST-LINK`;
    return { name, why: working.length > 0 ? adapter : `OpenOCD refuses it: ${problem?.message}` };
  }
  return { name, path, board, family, isBoard, transports: fitting };
}

function load(path: string, query: SubjectQuery, how: { deadline: Deadline; transport?: string }): Config {
  const { scope, files, fs, openocd, facts, variables } = query;
  const patched = new Map(files.map(({ path: file, after }) => [resolve(file), after]));
  return loadConfigSync(path, {
    searchPaths: scope.searchPaths,
    openocd,
    variables,
    fs: withFiles(patched, fs),
    ...(facts && { facts }),
    ...how,
  });
}
