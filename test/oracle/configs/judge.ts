import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scriptsDir } from "../../support/openocd.ts";
import { type Answer, askOpenocd } from "../ask.ts";
import { askOurselves } from "../ours.ts";
import { rowOf } from "../table.ts";
import { type Generated, textOf } from "./generate.ts";

/** How OpenOCD took a config, and each difference from our answer in one line. */
export interface Verdict {
  outcome: "loaded" | "refused" | "lost";
  differences: string[];
}

/**
 * Asks the real OpenOCD and ourselves. What OpenOCD itself does not survive, or only to
 * die when asked for what it made, is `lost`, and judges nobody.
 */
export async function judge(config: Generated): Promise<Verdict> {
  const cwd = mkdtempSync(join(tmpdir(), "configs-"));
  try {
    writeFileSync(join(cwd, "a.cfg"), textOf(config), "latin1");
    writeFileSync(join(cwd, "sub.cfg"), config.sub, "latin1");
    const question = {
      key: "a.cfg",
      group: config.transport ?? "board",
      file: "a.cfg",
      cwd,
      transport: config.transport,
    };
    const expected = await askOpenocd(question).catch(() => undefined);
    if (expected === undefined) return { outcome: "lost", differences: [] };
    if (!expected.loaded && ["crash", "timeout", "output"].includes(expected.error.reason)) {
      return { outcome: "lost", differences: [] };
    }
    const row = rowOf(question, plain(expected), askOurselves(question, scriptsDir));
    return { outcome: row.expected, differences: row.differences };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}

/** With the scripts folder spelt as we are given it, where OpenOCD has it relative to its program. */
function plain(answer: Answer): Answer {
  const text = JSON.stringify(answer).replaceAll("/usr/bin/../share/openocd/scripts", scriptsDir);
  return JSON.parse(text);
}

/** Leaves steps out as long as what is left still differs. */
export async function shrink(config: Generated): Promise<Generated> {
  let smallest = config;
  for (
    let size = Math.ceil(config.steps.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < smallest.steps.length; ) {
      const steps = smallest.steps.filter((_, index) => index < at || index >= at + size);
      const { differences } = await judge({ ...smallest, steps });
      if (differences.length > 0) smallest = { ...smallest, steps };
      else at += size;
    }
  }
  return smallest;
}
