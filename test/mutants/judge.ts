import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Answer, Loaded } from "../oracle/answer.ts";
import { askOpenocd, TRANSPORTS, type Transport } from "../oracle/ask.ts";
import { compareViews } from "../oracle/compare.ts";

/** A config that is loaded, under a transport. */
export interface Case {
  file: string;
  transport: Transport;
}

/** What OpenOCD makes of configs; each question about the installed ones is asked once. */
export class Judge {
  readonly #known = new Map<string, Promise<Answer>>();

  original({ file, transport }: Case): Promise<Answer> {
    const key = `${file} ${transport}`;
    const known = this.#known.get(key) ?? askOpenocd({ file, transport });
    this.#known.set(key, known);
    return known;
  }

  /** The transports under which OpenOCD loads an installed config. */
  async loads(file: string): Promise<Case[]> {
    const cases = TRANSPORTS.map((transport) => ({ file, transport }));
    const answers = await Promise.all(cases.map((one) => this.original(one)));
    return cases.filter((_, i) => answers[i]!.loaded);
  }

  /** How OpenOCD's answers differ from the originals' where these files shadow the installed ones. */
  async differences(cases: readonly Case[], files: ReadonlyMap<string, string>): Promise<string[]> {
    const folder = mkdtempSync(join(tmpdir(), "mutant-"));
    try {
      for (const [name, text] of files) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text, "latin1");
      }
      const lines: string[] = [];
      for (const one of cases) {
        const expected = await this.original(one);
        const actual = await askOpenocd({ ...one, searchPaths: [folder] });
        if (!expected.loaded) throw new Error(`${one.file} does not load under ${one.transport}`);
        const all = compare(expected, actual).filter((line) => concerns(line, files));
        lines.push(...all.map((line) => `${one.transport}: ${line}`));
      }
      return lines;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** A proc of a helper counts where the config uses it. */
function concerns(line: string, files: ReadonlyMap<string, string>): boolean {
  const proc = /^procs\.(\w+): /.exec(line)?.[1];
  const code = [...files.values()].join("\n").replace(/^[ \t]*#.*$/gm, "");
  return proc === undefined || new RegExp(`\\b${proc}\\b`).test(code);
}

/** Variables aside: what a config made is what it is for. */
function compare(expected: Loaded, actual: Answer): string[] {
  if (!actual.loaded) return [`fails: ${actual.error.message || actual.error.logged.join("; ")}`];
  return compareViews({ ...expected, variables: {}, arrays: {} }, { ...actual, variables: {} });
}
