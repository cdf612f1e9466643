import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ReleaseId } from "../../src/openocd/data/releases.ts";
import { type Question, transportsIn } from "../oracle/question.ts";
import { FAMILIES, SUB } from "./idioms.ts";

/** A question, with the name that its recorded answer has. */
export interface RecordedCase extends Question {
  readonly key: string;
  readonly group: string;
}

const fixtures = resolve(
  "fixtures/stm32cubeide_1.4.0/plugins/com.st.stm32cube.ide.mcu.debug.openocd_1.4.0.202007081208/resources/openocd/st_scripts",
);

/** Writes the idioms below a new folder, once for all releases. */
export function writeIdioms(): string {
  const root = mkdtempSync(join(tmpdir(), "recorded-"));
  for (const [at, { begins, lines }] of FAMILIES.entries()) {
    for (const [line, text] of lines.entries()) {
      const folder = join(root, `${at}-${line}`);
      mkdirSync(folder);
      writeFileSync(join(folder, "a.cfg"), `${begins}${text}\n`, "latin1");
      writeFileSync(join(folder, "sub.cfg"), SUB, "latin1");
    }
  }
  return root;
}

/** All that a release is asked: the idioms, and the fixtures' targets under each of its transports. */
export function casesOf(release: ReleaseId, idioms: string): RecordedCase[] {
  const transports = transportsIn(release);
  const small = FAMILIES.flatMap(({ name, transport, lines }, at) =>
    lines.map((text, line) => ({
      key: `${name}: ${text}`,
      group: name,
      file: "a.cfg",
      cwd: join(idioms, `${at}-${line}`),
      transport,
      release,
    })),
  );
  const targets = readdirSync(join(fixtures, "target"))
    .filter((name) => name.startsWith("stm32"))
    .sort();
  const large = targets.flatMap((name) =>
    transports.map((transport) => ({
      key: `target/${name}@${transport}`,
      group: "fixtures",
      file: `target/${name}`,
      searchPaths: [fixtures],
      transport,
      release,
    })),
  );
  return [...small.filter(({ transport }) => !transport || transports.includes(transport)), ...large];
}
