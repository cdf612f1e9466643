import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "../editor/client.ts";
import { command } from "../support/command.ts";
import { bytes, cubeOpenocd, scripts } from "../support/fixtures.ts";
import { type Random, randomFrom } from "../support/random.ts";
import { figure } from "./table.ts";

const edits = 200;
const editsForMemory = 5000;
/** Milliseconds from a change to what is found, half of the time and nearly always; megabytes that many edits may add. */
const wanted = { median: 50, p95: 100, growth: 50 };

const l5 = join(scripts, "target/stm32l5x.cfg");
const boardText = `source [find interface/stlink-dap.cfg]\ntransport select dapdirect_swd\nset WORKAREASIZE 0x8000\nsource [find target/stm32l5x.cfg]\nreset_config srst_only\n`;

/** Prints how long the language server takes from a change to its findings, and what memory it takes after many. */
export async function printEditor(): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "l5cfg-fix-bench-")));
  const board = join(folder, "board.cfg");
  writeFileSync(board, boardText);
  const server = spawn(process.execPath, [command, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const client = new Client(server.stdout, server.stdin);
  const settings = { openocd: cubeOpenocd, searchPaths: [scripts] };
  try {
    await client.initialize({ folders: [folder, scripts], settings });
    client.open(l5, bytes(l5));
    await client.diagnostics(l5);
    const timed = async (what: string, edit: () => Promise<void>) => {
      const before = processorTimeOf(server.pid!);
      report(what, await times(edit), (processorTimeOf(server.pid!) - before) / edits);
    };
    await timed("the L5 file alone", () => typed(client, l5, bytes(l5)));
    client.open(board, boardText);
    await client.diagnostics(board);
    await timed("a board that sources it", () => typed(client, board, boardText));
    await timed("the L5 file, with that board open", async () => {
      const found = client.next(board);
      client.change(l5, edited(bytes(l5), random));
      await found;
    });
    const before = megabytesOf(server.pid!);
    for (let i = 0; i < editsForMemory; i++) {
      client.change(l5, edited(bytes(l5), random));
      if (i % 10 === 9) await client.diagnostics(l5);
    }
    await client.diagnostics(l5);
    const after = megabytesOf(server.pid!);
    const verdict = after - before <= wanted.growth ? "met" : "missed";
    console.log(
      `memory of the server: ${figure(before, "MB")}, after ${editsForMemory} edits more ${figure(after, "MB")}; at most ${wanted.growth} MB more wanted, ${verdict}`,
    );
  } finally {
    await client.leave();
    rmSync(folder, { recursive: true });
  }
}

const random = randomFrom(2026);

/** A change as somebody types it: a character more or less, or a line twice. */
function edited(text: string, { below, pick }: Random): string {
  const at = below(text.length);
  const end = text.indexOf("\n", at);
  return pick([
    text.slice(0, at) + pick(["x", " ", "$", "{", "0", "\n"]) + text.slice(at),
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, end + 1) + text.slice(at, end + 1) + text.slice(end + 1),
  ]);
}

async function typed(client: Client, path: string, text: string): Promise<void> {
  client.change(path, edited(text, random));
  await client.diagnostics(path);
}

/** How long each of the edits takes, sorted, in milliseconds. */
async function times(edit: () => Promise<void>): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < edits; i++) {
    const begun = performance.now();
    await edit();
    taken.push(performance.now() - begun);
  }
  return taken.sort((a, b) => a - b);
}

function report(what: string, taken: readonly number[], processor: number): void {
  const [median, p95] = [taken[taken.length >> 1]!, taken[Math.floor(taken.length * 0.95)]!];
  const verdict = median <= wanted.median && p95 <= wanted.p95 ? "met" : "missed";
  console.log(
    `${edits} changes of ${what}, to its findings: median ${figure(median, "ms")}, 95th percentile ${figure(p95, "ms")} (${figure(processor, "ms")} of the processor each), at most ${wanted.median} and ${wanted.p95} ms wanted, ${verdict}`,
  );
}

/** What the system says that a process has in memory, on Linux. */
function megabytesOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))!;
  return Number(kilobytes) / 1024;
}

/** Milliseconds of the processor that the system says a process has had, on Linux, where it counts in hundredths. */
function processorTimeOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
