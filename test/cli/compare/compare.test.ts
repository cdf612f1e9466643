import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, it } from "vitest";
import { folderWith } from "../../install/fixtures.ts";
import { type CommandResult, l5cfgFix, packageFolder } from "../../support/command.ts";
import { bytes, fixtures, scripts } from "../../support/fixtures.ts";
import { describeWithOpenocd, scriptsDir } from "../../support/openocd.ts";

const l5 = join(scripts, "target/stm32l5x.cfg");

const compare = async (...args: string[]): Promise<CommandResult> => await l5cfgFix(["compare", ...args]);

it("says that a file is the same as itself, whatever its line ends, and ends with 0", async () => {
  const { status, stdout, stderr } = await compare(
    l5,
    join(fixtures, "variants/lf/target/stm32l5x.cfg"),
    "--reference-search",
    scripts,
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  expect(stderr).toContain("No difference under every transport; ");
});

it("shows the differences with both values and places, and ends with 1", async () => {
  const { status, stdout } = await compare(
    join(fixtures, "variants/zero-work-area/target/stm32l5x.cfg"),
    l5,
    "-s",
    scripts,
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  const folder = folderWith();
  const own = join(folder, "own.cfg");
  writeFileSync(
    own,
    bytes(l5).replace("adapter speed $_CLOCK", "reset_config srst_only\r\nadapter speed 1$_CLOCK"),
    "latin1",
  );
  const changed = await compare(own, l5, "-s", scripts);
  expect(changed.status).toBe(1);
  expect(changed.stdout).toBe(`reset_config: only in the file
  file       srst_only (${own}:79)

adapter speed: differs
  file       14000 kHz (${own}:80)
  reference  4000 kHz (${relative(packageFolder, l5)}:79)

`);
});

it("prints the same as JSON, with spans and bodies", async () => {
  const folder = folderWith();
  const own = join(folder, "own.cfg");
  writeFileSync(own, `source {${l5}}\nadapter speed 100\nproc mine {} { halt }\n`);
  const { status, stdout } = await compare(
    own,
    l5,
    "-s",
    scripts,
    "--reference-openocd",
    "0.12.0",
    "--format",
    "json",
  );
  expect(status).toBe(1);
  const { file, reference, comparisons, alone } = JSON.parse(stdout);
  expect({ file, reference, alone }).toMatchObject({
    file: { path: own, openocd: { version: "0.12.0" } },
    reference: { path: l5, openocd: { why: "given by --openocd" } },
    alone: { file: [], reference: [] },
  });
  expect(comparisons).toMatchObject([
    {
      file: own,
      reference: l5,
      transports: ["hla_swd", "dapdirect_swd", "swd", "jtag"],
      differences: [
        {
          id: "adapter-speed",
          in: "both",
          differing: ["value"],
          file: { values: { value: "100 kHz" }, file: own, line: 2, span: {} },
          reference: { values: { value: "4000 kHz" }, file: l5, line: 79 },
        },
        { id: "proc:mine", in: "file", file: { body: " halt " } },
      ],
    },
  ]);
});

it("compares under the transport that one of them chooses", async () => {
  const board = join(fixtures, "variants/board/stm32l552e-dk.cfg");
  const { stdout, stderr } = await compare(board, l5, "-s", scripts);
  expect(stderr).toContain("under hla_swd;");
  expect(stdout).toContain("adapter speed: differs\n");
});

it("refuses what it cannot compare, and ends with 2", async () => {
  expect(await compare(l5)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("missing required argument 'reference'"),
  });
  expect(await compare("-", "-")).toMatchObject({
    status: 2,
    stderr: "l5cfg-fix: standard input can be read only once\n",
  });
  expect(await compare(l5, "nowhere.cfg")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("nowhere.cfg does not exist"),
  });
  expect(await compare(join(fixtures, "variants/unknown-chip"), scripts)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("is for the same chip; name two configs to compare them all the same"),
  });
});

it("pairs the configs of folders by what they make, and lists those that have no counterpart", async () => {
  const own = folderWith({ "renamed.cfg": bytes(l5), "g0.cfg": bytes(join(scripts, "target/stm32g0x.cfg")) });
  const reference = folderWith({
    "l5.cfg": bytes(l5),
    "h7.cfg": bytes(join(scripts, "target/stm32h7x.cfg")),
  });
  const { stdout } = await compare(
    own,
    reference,
    "-s",
    scripts,
    "--reference-search",
    scripts,
    "--format",
    "json",
  );
  const { comparisons, alone } = JSON.parse(stdout);
  expect(comparisons).toMatchObject([
    { file: join(own, "renamed.cfg"), reference: join(reference, "l5.cfg"), differences: [] },
  ]);
  expect(alone).toEqual({ file: [join(own, "g0.cfg")], reference: [join(reference, "h7.cfg")] });
  const { stderr } = await compare(own, reference, "-s", scripts, "--reference-search", scripts);
  expect(stderr).toContain(
    `1 config only in the file: ${own}/g0.cfg\n1 config only in the reference: ${reference}/h7.cfg\n`,
  );
});

describeWithOpenocd("against OpenOCD's own scripts", () => {
  const upstream = join(scriptsDir, "target/stm32l5x.cfg");

  it("lists the work area that STM32CubeIDE's L5 config does not have first", async () => {
    const { status, stdout } = await compare(l5, upstream);
    expect(status).toBe(1);
    expect(stdout.split("\n\n")[0]).toBe(
      `work area of stm32l5.cpu: only in the reference\n  reference  0x20000000, 65536 bytes, not backed up (${scriptsDir}/target/stm32x5x_common.cfg:39)`,
    );
  });
});

describeWithOpenocd("--port", () => {
  const upstream = join(scriptsDir, "target/stm32l5x.cfg");
  const seedLine =
    "+$_TARGETNAME configure -work-area-phys 0x20000000 -work-area-size $_WORKAREASIZE -work-area-backup 0\r";

  it("prints a patch with the seed's line that `git apply` takes", async () => {
    const folder = folderWith({ "own.cfg": bytes(l5) });
    const args = ["compare", "own.cfg", upstream, "-s", scripts, "--port", "work-area"];
    const { status, stdout, stderr } = await l5cfgFix(args, { cwd: folder });
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringContaining("1 difference carried over, 0 left.\n"),
    });
    expect(stdout.split("\n").filter((line) => /^\+(?!\+)/.test(line))).toEqual([seedLine]);
    const git = spawnSync("git", ["apply", "-"], { cwd: folder, input: Buffer.from(stdout, "latin1") });
    expect(git.stderr.toString()).toBe("");
    const again = await compare(join(folder, "own.cfg"), upstream, "-s", scripts, "--format", "json");
    const ids = JSON.parse(again.stdout).comparisons[0].differences.map(({ id }: { id: string }) => id);
    expect(ids).toContain("adapter-speed");
    expect(ids).not.toContain("work-area:stm32l5.cpu");
  });

  it("prints as JSON what was ported, and what remains with the reason", async () => {
    const { status, stdout } = await compare(
      l5,
      upstream,
      "--format",
      "json",
      "--port",
      "adapter-speed",
      "proc:mrw",
      "trace-config",
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      carried: ["adapter-speed"],
      left: [
        { id: "proc:mrw", why: expect.stringContaining("has no command `read_memory`") },
        { id: "event:trace-config", why: "only the file has it: there is nothing to carry over" },
      ],
      files: [
        {
          path: l5,
          edits: [{}],
          diff: expect.stringContaining("\n-adapter speed $_CLOCK_FREQ\r\n+adapter speed 500\r\n"),
        },
      ],
    });
  });

  it("refuses words that mean no difference, and says which there are", async () => {
    expect(await compare(l5, upstream, "--port", "workarea")).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        /^l5cfg-fix: --port workarea: no difference has that name; there is work-area:stm32l5\.cpu, /,
      ),
    });
  });
});
