import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { publicFunctions } from "./support/api.ts";
import { packageFolder } from "./support/command.ts";
import { blocks, clone, flashes, printed, runExample, typeErrors } from "./support/examples.ts";
import { elf, noise } from "./support/firmware.ts";
import { scripts } from "./support/fixtures.ts";
import { describeWithOpenocd, needPrograms } from "./support/openocd.ts";

// These run programs of a POSIX system.
needPrograms(["bash", "cp", "sed", "grep", "find", "diff"], /shows what its commands print/);
needPrograms(["openocd"], /prove\.md.* shows|shows commands/);

const docs = readdirSync(join(packageFolder, "docs"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/${name}`);

/** What strangers read: the README, then the pages in `docs`. */
const documents = ["README.md", ...docs].map((name) => ({
  name,
  text: readFileSync(join(packageFolder, name), "utf8"),
}));

/** The commands of a document's `console` blocks, each with the output shown below it. */
function commandsIn(text: string): { typed: string; shown: string }[] {
  return blocks(text, "console").flatMap((block) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const end = part.indexOf("\n");
        return { typed: part.slice(0, end), shown: part.slice(end + 1) };
      }),
  );
}

it.each(documents)(
  "$name shows what its commands print, in their order",
  ({ text }) => {
    const { folder, env } = clone();
    for (const { typed, shown } of commandsIn(text)) {
      const options = { cwd: folder, env, encoding: "utf8", timeout: 90_000, killSignal: "SIGKILL" } as const;
      const { stdout } = spawnSync("bash", ["-c", `exec 2>&1\n${typed}`], options);
      const printed = stdout.replaceAll(folder, "/path/to/l5cfg-fix");
      if (!pattern(shown).test(printed)) expect(printed, typed).toBe(shown);
    }
  },
  120_000,
);

/** The text shown, in which a line of `…` stands for any lines. */
function pattern(shown: string): RegExp {
  const plain = shown.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return new RegExp(`^${plain.replace(/^…\n/gm, "(?:.*\\n)*?")}$`);
}

/** What stands in a document for something of the reader's own, and what the tests have of the kind. */
const ownOf: Readonly<Record<string, string>> = {
  "/opt/st/stm32cubeide_1.4.0": "fixtures/stm32cubeide_1.4.0",
  st_scripts: scripts,
};

/** The commands of this package in a document's `sh` blocks, without what is said of them. */
function ownCommandsIn(text: string): string[] {
  return blocks(text, "sh")
    .flatMap((block) => block.replace(/\\\n */g, "").split("\n"))
    .map((line) => line.replace(/ +# .*/, "").replace(/^npm ci && /, ""))
    .filter((line) => /(^|\| )(npx )?l5cfg-f/.test(line));
}

it.each(documents.filter(({ text }) => ownCommandsIn(text).length > 0))(
  "$name shows commands that are understood",
  ({ text }) => {
    const { folder, env } = clone();
    mkdirSync(join(folder, "build"));
    for (const name of ["firmware.elf", "build/firmware.elf"]) {
      writeFileSync(join(folder, name), elf([{ address: 0x08000000, data: noise(100) }]));
    }
    copyFileSync(join(scripts, "target/stm32l5x.cfg"), join(folder, "own.cfg"));
    copyFileSync(join(packageFolder, "fixtures/seed/openocd.log"), join(folder, "openocd.log"));
    for (const typed of ownCommandsIn(text)) {
      const line = Object.entries(ownOf).reduce((line, [name, own]) => line.replaceAll(name, own), typed);
      const { status, stdout, stderr } = spawnSync("bash", ["-c", line], {
        cwd: folder,
        env,
        encoding: "utf8",
      });
      // 2 is wrong use. Flashing fails later: there is no board.
      expect([0, 1, 3, 4], `${line}\n${stdout}${stderr}`).toContain(status);
    }
  },
  120_000,
);

const functions = publicFunctions();
const examples = [
  ...documents.flatMap(({ name, text }) => blocks(text, "ts").map((code) => ({ name, code }))),
  ...functions.flatMap(({ examples }) => examples),
];

it.each(functions)("$name has an example that shows what it gives", ({ examples }) => {
  expect(examples.length).toBeGreaterThan(0);
  for (const example of examples) expect(printed(example)).not.toBe("");
});

describe("examples of the library", () => {
  const runs = (example: (typeof examples)[number]) => {
    const { status, stdout, stderr } = runExample(example);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    if (printed(example) !== "") expect(stdout.replace(/ +$/gm, "")).toBe(printed(example));
  };
  const title = "run, and print what they say: $name";
  it.each(examples.filter((example) => !flashes(example)))(title, runs);
  describeWithOpenocd("that flash", () => {
    it.each(examples.filter(flashes))(title, runs);
  });

  it("fit the types", () => {
    expect(typeErrors(examples)).toBe("");
  });
});
