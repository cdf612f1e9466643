import type { FileEdits } from "../edit/edit.ts";
import type { Config, Made } from "../openocd/model.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";

/** What upstream's scripts call the cores of an STM32H7, and what STM32CubeIDE's call them. */
const cores: readonly (readonly [upstream: string, cubeIde: string])[] = [
  ["cpu0", "cm7"],
  ["cpu1", "cm4"],
];

/** Calls a target as the other scripts do, where they create it. Undefined where its name is not written out. */
export function coreRenamed(
  config: Config,
  name: string,
  uses: readonly Pick<Made, "at">[],
): Fix | undefined {
  const [, chip = "", core = ""] = /^(.*)\.([^.]*)$/.exec(name) ?? [];
  const pair = cores.find((names) => names.includes(core));
  const own = pair?.find((one) => config.targets.some((target) => target.name === `${chip}.${one}`));
  if (own === undefined) return undefined;
  const edits = uses.map(({ at }): FileEdits | undefined => {
    const word = wordsAt(at).find(({ text }) => text.endsWith(`.${core}`));
    if (word === undefined) return undefined;
    const length = core.length;
    return { file: at.file, edits: [{ offset: word.end - length, length, content: own }] };
  });
  if (!edits.every((one) => one !== undefined)) return undefined;
  return {
    safety: "safe",
    title: `write ${chip}.${own}, as these scripts call it`,
    edits,
    changes: [{ kind: "event", target: `${chip}.${own}` }],
  };
}
