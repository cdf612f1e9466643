import { join } from "node:path";
import { fixJob } from "../../src/check/fix.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import { withFiles } from "../../src/files/layered-files.ts";
import { bytes } from "../support/fixtures.ts";
import { listScripts, scriptsDir } from "../support/openocd.ts";
import type { Case, Judge } from "./judge.ts";

/** A way in which configs were written once, the OpenOCD that wants today's, and the rules that say so. */
interface Age {
  name: string;
  openocd: string;
  rules: readonly string[];
  rewrite(text: string): string;
}

const MASTER = "0.12.0+dev-02632-gabbbc2e05";

const ALONE: readonly Age[] = [
  {
    name: "-chain-position",
    openocd: "0.12.0",
    rules: ["dap-required"],
    rewrite: (text) => {
      const daps = [...text.matchAll(/^[ \t]*dap create (\S+) -chain-position (\S+)[^\n]*\n/gm)];
      return daps.reduce(
        (now, [line, dap, tap]) =>
          now
            .replace(line, "")
            .replace(/^[ \t]*target create .*$/gm, (words) =>
              words.replace(`-dap ${dap}`, `-chain-position ${tap}`),
            ),
        text,
      );
    },
  },
  {
    name: "expr of words",
    openocd: MASTER,
    rules: ["expr-words"],
    rewrite: (text) => text.replace(/(\[expr )\{([^{}\n]*)\}(?=\])/g, "$1$2"),
  },
  {
    name: "types of cores",
    openocd: "0.12.0",
    rules: ["target-type-unknown"],
    rewrite: (text) => text.replace(/^([ \t]*target create \S+ cortex_)m\b/gm, "$1m3"),
  },
  {
    name: "names of commands",
    openocd: "0.12.0",
    rules: ["command-unknown"],
    rewrite: (text) =>
      text
        .replace(/^([ \t]*)adapter speed\b/gm, "$1jtag_khz")
        .replace(/^([ \t]*)adapter srst delay\b/gm, "$1jtag_nsrst_delay"),
  },
];

const AGES: readonly Age[] = [
  ...ALONE,
  {
    name: "all of them",
    openocd: MASTER,
    rules: ALONE.flatMap(({ rules }) => rules),
    rewrite: (text) => ALONE.reduce((now, { rewrite }) => rewrite(now), text),
  },
];

/** A config as it would have been written once. */
export interface Aged {
  file: string;
  age: Age;
  text: string;
}

/** Every STM32 config of OpenOCD's own, in each of the old ways that it has a use for. */
export function agedConfigs(): Aged[] {
  return listScripts("target", /\/stm32[^/]*\.cfg$/).flatMap((file) => {
    const text = bytes(join(scriptsDir, file));
    return AGES.map((age) => ({ file, age, text: age.rewrite(text) })).filter((one) => one.text !== text);
  });
}

/** Why an old config is not what it was; undefined where it is. */
export async function whyNotBack(openocd: Judge, { file, age, text }: Aged): Promise<string | undefined> {
  const cases = await casesOf(openocd, file);
  const folder = "/old";
  const patch = fixJob(
    {
      configs: [...new Set(cases.map((one) => pathOf(one.file)))],
      searchPaths: [folder, scriptsDir],
      openocd: age.openocd,
      transports: ["hla_swd", "swd", "jtag", "dapdirect_swd"],
      cwd: "/nowhere",
    },
    { fs: withFiles(new Map([[`${folder}/${file}`, text]]), diskFiles) },
  );
  const fixed = patch.fixed.map(({ rule }) => rule);
  if (!age.rules.some((rule) => fixed.includes(rule))) return `not found; fixed: ${fixed.join(", ")}`;
  const files = new Map([[file, text]]);
  for (const { path, after } of patch.files)
    files.set(path.replace(`${folder}/`, "").replace(`${scriptsDir}/`, ""), after);
  const differences = await openocd.differences(cases, files);
  return differences[0];

  function pathOf(name: string): string {
    return name === file ? `${folder}/${name}` : `${scriptsDir}/${name}`;
  }
}

/** How a file is loaded: by itself, or through the configs that source it. */
async function casesOf(openocd: Judge, file: string): Promise<Case[]> {
  const own = await openocd.loads(file);
  if (own.length > 0) return own;
  const users = listScripts("target", /\/stm32[^/]*\.cfg$/).filter((other) =>
    bytes(join(scriptsDir, other)).includes(`source [find ${file}]`),
  );
  return (await Promise.all(users.map((user) => openocd.loads(user)))).flat();
}
