import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { boardChips, type ProbeName, VirtualBoard } from "../../src/board/index.ts";
import { runProcess } from "../../src/flash/process.ts";
import { isHla } from "../../src/openocd/transport.ts";
import { releaseNamed } from "../../src/openocd/version.ts";
import { interfacesIn } from "../../src/overlay/interfaces.ts";
import { type Binary, findBinary } from "../../src/prove/binary.ts";
import { randomFirmware } from "../../src/prove/firmware.ts";
import { judgeFlash, listener } from "../../src/prove/judge.ts";
import { provingCommand } from "../../src/prove/session.ts";
import { stlinkTransports } from "../../src/prove/transports.ts";
import { configsOf } from "../board/support/chips.ts";

/** An OpenOCD, and where its scripts are. */
export interface Program extends Binary {
  scripts: string;
}

/** One OpenOCD, one chip, one transport. */
export interface Cell {
  program: Program;
  chip: string;
  transport: string;
  /** Absolute. */
  config: string;
}

/** What became of a cell. */
export interface Outcome {
  cell: Cell;
  /** Why it is not proven; undefined where it is. */
  why?: string;
  /** Whether all was written from outside, without a loader. */
  isSlow: boolean;
  seconds: number;
  log: readonly string[];
}

/** Finds an OpenOCD and its scripts. Throws where it has none. */
export async function programAt(file: string): Promise<Program> {
  const binary = await findBinary(file, undefined);
  const root = dirname(dirname(realpathSync(binary.path)));
  const scripts = [join(root, "scripts"), join(root, "share/openocd/scripts")].find(existsSync);
  if (scripts === undefined) throw new Error(`${file} has no scripts beside it`);
  return { ...binary, scripts };
}

/** All that an OpenOCD has a config for; `why` for chips that it has none for. */
export function cellsOf(program: Program, chips: RegExp): (Cell | { chip: string; why: string })[] {
  const transports = stlinkTransports(releaseNamed(program.version).id).filter((name) => /swd/.test(name));
  return boardChips
    .filter(({ name }) => chips.test(name))
    .flatMap(({ name: chip, family, hasHla }): (Cell | { chip: string; why: string })[] => {
      const config = configsOf(family, chip)
        .map((name) => join(program.scripts, name))
        .find(existsSync);
      if (config === undefined) return [{ chip, why: "no config" }];
      return transports
        .filter((transport) => hasHla || !isHla(transport))
        .map((transport) => ({ program, chip, transport, config }));
    });
}

/** Programs a board twice, with other bytes each time, and compares what it holds; one with a V2 where a V3 is not known. */
export async function runCell(cell: Cell, size: number | "all"): Promise<Outcome> {
  const outcome = await runWith("V3J7", cell, size);
  return /vid\/pid mismatch/.test(outcome.why ?? "") ? runWith("V2J37", cell, size) : outcome;
}

async function runWith(probe: ProbeName, cell: Cell, size: number | "all"): Promise<Outcome> {
  const { program, chip, transport, config } = cell;
  const folder = mkdtempSync(join(tmpdir(), "l5cfg-fix-prove-all-"));
  const searchPaths = [program.scripts];
  const side = { config, searchPaths, interfaces: interfacesIn(searchPaths, program.version) };
  const began = performance.now();
  const log: string[] = [];
  const outcome = (why?: string): Outcome => ({
    ...{ cell, seconds: (performance.now() - began) / 1000, log },
    isSlow: log.some((text) => /falling back to single/.test(text)),
    ...(why !== undefined && { why }),
  });
  try {
    await using board = await new VirtualBoard({ chip, probe }).start();
    const bytes = size === "all" ? board.flash.length : Math.min(size, board.flash.length);
    for (const seed of [1, 2]) {
      const firmware = randomFirmware(folder, seed, bytes);
      const command = provingCommand({
        ...{
          binary: program,
          side,
          transport,
          isBoard: false,
          variables: {},
          firmware,
          port: board.port,
          nonce: "loaded",
        },
      });
      const { line, said } = listener("loaded");
      const { status, signal, cut } = await runProcess(command, { timeoutMs: 120_000 }, (text) => {
        line(text);
        if (log.length < 500) log.push(text);
      });
      const { right } = judgeFlash(board.flash, board.flashBase, firmware.image.sections);
      if (cut !== undefined) return outcome(cut);
      if (status !== 0) return outcome(said.errors[0] ?? signal ?? `status ${status}`);
      if (!said.verified) return outcome("not verified");
      if (right !== firmware.size) return outcome(`${right} of ${firmware.size} bytes`);
    }
    return outcome();
  } catch (error) {
    // Such as a release that cannot use stlink-server.
    if (error instanceof Error) return outcome(error.message);
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
