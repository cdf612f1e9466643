import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { partOf } from "../../src/cli/explain/log.ts";
import { shellWords } from "../../src/openocd/shell-words.ts";
import { folderWith } from "../install/fixtures.ts";
import { l5cfgFix, packageFolder } from "../support/command.ts";
import { bytes, fixtures, scripts } from "../support/fixtures.ts";

const seed = "fixtures/seed/openocd.log";
const scriptsPath =
  "plugins/com.st.stm32cube.ide.mcu.debug.openocd_1.4.0.202007081208/resources/openocd/st_scripts";

/** What is said of a log on standard input, with these files at hand. */
async function explain(input: string, files: Record<string, string> = {}, more: readonly string[] = []) {
  return await l5cfgFix(["explain", "-", ...more], { input, cwd: folderWith(files) });
}

describe("the log of the seed", () => {
  it("shows its two faults and nothing else", async () => {
    const { status, stdout, stderr } = await l5cfgFix(["explain", seed]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(
      Buffer.from(stdout, "latin1").toString().replaceAll(scriptsPath, "SCRIPTS"),
    ).toMatchInlineSnapshot(`
      "fixtures/seed/openocd.log: OpenOCD 0.10.0+dev-g30d1303, over HLA

      1. the target has no work area: there is no RAM for the flash loader and for the checksum to run in
         (work-area-missing)
          32 | Error: No working memory available. Specify -work-area-phys to target. (2 times)
         and so:
          33 | there were no 82 bytes of RAM for a program in the chip
          34 | the flash loader found no RAM to run in; ST's own drivers of 2020 then write nothing and
               report success
          37 | what is in the flash is not the firmware: its checksum is another one
          38 | the flash still holds 0xff, as after an erase: nothing was written there
         in the config of the target: /opt/st/stm32cubeide_1.4.0/SCRIPTS/target/stm32l5x.cfg
         - Give the target one, directly after \`target create\`: \`-work-area-phys\`, \`-work-area-size\` and
           \`-work-area-backup\`.
         - A config may do so in its gdb-attach event only, which serves a debugger and not the command
           line.

      2. a script uses the command stm32l5.dap, which has nothing in it under HLA: there the ST-LINK
         itself talks to the debug port (dap-command-under-hla)
          13 | /opt/st/stm32cubeide_1.4.0/SCRIPTS/target/stm32l5x.cfg:127: Error: invalid command name "stm32l5.dap" (2 times)
         in /opt/st/stm32cubeide_1.4.0/SCRIPTS/target/stm32l5x.cfg:127
         in the handler of halted, called from line 143 (ahb_ap_non_secure_access) and line 102 (mmw)
         - Put \`if {![using_hla]} { … }\` around it. A second \`dap create\` does not help: the DAP may
           exist, its commands do not.
         - Or use \`interface/stlink-dap.cfg\` with \`transport select dapdirect_swd\` in place of HLA
           (ST-LINK firmware V2J24 or later).

      To see whether l5cfg-fix can fix 1 and 2, run this where the config is:

        npx l5cfg-fix --check /opt/st/stm32cubeide_1.4.0
      "
    `);
  });

  it("leads to the lines of the scripts, where those are at hand", async () => {
    const { status, stdout } = await l5cfgFix(["explain", seed, "-s", "fixtures/stm32cubeide_1.4.0"]);
    expect(status).toBe(1);
    expect(
      Buffer.from(stdout, "latin1").toString().replaceAll(scriptsPath, "SCRIPTS"),
    ).toMatchInlineSnapshot(`
      "fixtures/seed/openocd.log: OpenOCD 0.10.0+dev-g30d1303, over HLA

      1. the target has no work area: there is no RAM for the flash loader and for the checksum to run in
         (work-area-missing)
          32 | Error: No working memory available. Specify -work-area-phys to target. (2 times)
         and so:
          33 | there were no 82 bytes of RAM for a program in the chip
          34 | the flash loader found no RAM to run in; ST's own drivers of 2020 then write nothing and
               report success
          37 | what is in the flash is not the firmware: its checksum is another one
          38 | the flash still holds 0xff, as after an erase: nothing was written there
         in fixtures/stm32cubeide_1.4.0/SCRIPTS/target/stm32l5x.cfg:66
           66 | target create $_TARGETNAME cortex_m -endian $_ENDIAN -dap $_CHIPNAME.dap -ap-num 0
              | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
           work-area-missing: target stm32l5.cpu has flash (stm32l5.flash and stm32l5.flash_sec) but no
           work area when the configuration stage ends
           fix: give stm32l5.cpu a work area at 0x20000000, $_WORKAREASIZE bytes large
         - Give the target one, directly after \`target create\`: \`-work-area-phys\`, \`-work-area-size\` and
           \`-work-area-backup\`.
         - A config may do so in its gdb-attach event only, which serves a debugger and not the command
           line.

      2. a script uses the command stm32l5.dap, which has nothing in it under HLA: there the ST-LINK
         itself talks to the debug port (dap-command-under-hla)
          13 | /opt/st/stm32cubeide_1.4.0/SCRIPTS/target/stm32l5x.cfg:127: Error: invalid command name "stm32l5.dap" (2 times)
         in fixtures/stm32cubeide_1.4.0/SCRIPTS/target/stm32l5x.cfg:127
           127 | 	$_CHIPNAME.dap apcsw 0x4B000000
               | 	^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
           dap-command-under-hla: \`stm32l5.dap apcsw\` can be reached under HLA (in the handler of halted;
           in the proc ahb_ap_non_secure_access, called from line 143)
           fix: guard it with \`if {![using_hla]}\`
         in the handler of halted, called from line 143 (ahb_ap_non_secure_access) and line 102 (mmw)
         - Put \`if {![using_hla]} { … }\` around it. A second \`dap create\` does not help: the DAP may
           exist, its commands do not.
         - Or use \`interface/stlink-dap.cfg\` with \`transport select dapdirect_swd\` in place of HLA
           (ST-LINK firmware V2J24 or later).

      To fix 1 and 2:

        npx l5cfg-fix fixtures/stm32cubeide_1.4.0
      "
    `);
  });

  it("comes as JSON", async () => {
    const { status, stdout } = await l5cfgFix(["explain", seed, "-s", scripts, "--format", "json"]);
    expect(status).toBe(1);
    const { tool, log, diagnoses, unknown, fixCommand, fixes } = JSON.parse(stdout);
    expect(tool).toMatch(/^l5cfg-fix \d/);
    expect(log).toMatchObject({ path: seed, openocd: "0.10.0+dev-g30d1303", isHla: true });
    expect(log.files[0].here).toBe(join(scripts, "target/stm32l5x.cfg"));
    expect(diagnoses).toMatchObject([
      { id: "work-area-missing", rules: ["work-area-missing"], findings: [{ line: 66 }], times: 2 },
      {
        id: "dap-command-under-hla",
        findings: [{ line: 127 }],
        places: [{ at: { line: 127 }, event: "halted" }],
      },
    ]);
    expect(unknown).toEqual([]);
    expect({ fixCommand, fixes }).toEqual({
      fixCommand: "npx l5cfg-fix fixtures/stm32cubeide_1.4.0",
      fixes: ["work-area-missing", "dap-command-under-hla"],
    });
  });

  it("is the same from standard input", async () => {
    const { status, stdout } = await explain(bytes(join(fixtures, "seed/openocd.log")));
    expect(status).toBe(1);
    expect(stdout.replace("<stdin>", seed)).toBe((await l5cfgFix(["explain", seed])).stdout);
  });

  it("shows no trouble when the faults are not in it", async () => {
    const healthy = bytes(join(fixtures, "seed/openocd.log"))
      .split("\n")
      .filter((_, i) => i < 10 || (i > 25 && i < 31));
    const { status, stdout } = await explain(healthy.join("\n"));
    expect(status).toBe(0);
    expect(stdout).toContain(
      "No error in it. Messages that look like errors are harmless; the probe has no 4000 kHz",
    );
  });
});

describe("the command that checks, where the files are elsewhere", () => {
  const banner = (version: string) => `Open On-Chip Debugger ${version}\n`;
  const under = (file: string) =>
    `${file}:3: Error: can't read "X": no such variable\nat file "${file}", line 3\n`;
  const cube = (version: string) =>
    `plugins/com.st.stm32cube.ide.mcu.debug.openocd_${version}/resources/openocd/st_scripts`;

  it.each([
    [banner("0.12.0") + under("/home/me/board.cfg"), "npx l5cfg-fix --check /home/me/board.cfg"],
    [
      banner("0.11.0") + under("/home/me/board.cfg"),
      "npx l5cfg-fix --check --openocd 0.11.0 /home/me/board.cfg",
    ],
    [
      banner("0.12.0") +
        under(`/opt/st/stm32cubeide_1.4.0/${cube("1.4.0.202007081208")}/target/stm32l5x.cfg`),
      "npx l5cfg-fix --check --openocd 0.12.0 /opt/st/stm32cubeide_1.4.0",
    ],
    [
      under(
        `/Applications/STM32CubeIDE.app/Contents/Eclipse/${cube("2.2.100.202406131243")}/target/stm32l5x.cfg`,
      ),
      "npx l5cfg-fix --check /Applications/STM32CubeIDE.app",
    ],
    [
      under(
        `C:\\ST\\STM32CubeIDE_1.16.1\\STM32CubeIDE\\${cube("2.2.100.202406131243").replaceAll("/", "\\")}\\target\\a.cfg`,
      ),
      "npx l5cfg-fix --check 'C:\\ST\\STM32CubeIDE_1.16.1'",
    ],
    [under("/home/me/$(reboot).cfg"), "npx l5cfg-fix --check '/home/me/$(reboot).cfg'"],
    [under("-rf.cfg"), "npx l5cfg-fix --check ./-rf.cfg"],
    [
      "$ openocd -f interface/stlink.cfg -f board/mine.cfg\nError: No working memory available. Specify -work-area-phys to target.\n",
      "npx l5cfg-fix --check -f interface/stlink.cfg -f board/mine.cfg",
    ],
    [
      "Error: No working memory available. Specify -work-area-phys to target.\n",
      "npx l5cfg-fix --check CONFIG",
    ],
  ])("%j", async (input, command) => {
    const { stdout } = await explain(input, {}, ["--format", "json"]);
    expect(JSON.parse(stdout).checkCommand).toBe(command);
  });

  it("is not there where no rule fixes anything", async () => {
    const { status, stdout } = await explain("Error: open failed\n");
    expect(status).toBe(1);
    expect(stdout).not.toContain("npx");
  });
});

describe("the command that fixes, where the files are here", () => {
  const probe = "adapter driver cmsis-dap\ntransport select swd\n";
  const error = "Error: unknown reset_config flag (srst-only)\n";
  const at = (file: string, line: number) => `${file}:${line}: Error: \nat file "${file}", line ${line}\n`;

  /** The command, run, and what `--check` of the overlay that it makes says. */
  async function ran(command: string, cwd: string): Promise<(number | null)[]> {
    const words = shellWords(command).slice(2);
    const { status } = await l5cfgFix([...words, "-o", "overlay"], { cwd });
    return [status, (await l5cfgFix(["--check", "overlay"], { cwd })).status];
  }

  it.each<[string, Record<string, string>, string, string]>([
    [
      "the file that it names",
      { "board.cfg": `${probe}reset_config srst-only\n` },
      `${error}${at("board.cfg", 3)}`,
      "npx l5cfg-fix board.cfg",
    ],
    [
      "the release of its banner",
      { "board.cfg": "interface hla\nadapter driver hla\n" },
      `Open On-Chip Debugger 0.10.0\nboard.cfg:2: Error: invalid command name "adapter"\nat file "board.cfg", line 2\n`,
      "npx l5cfg-fix --openocd 0.10.0 board.cfg",
    ],
    [
      "a command line that is quoted afterwards",
      { "probe.cfg": probe, "board.cfg": "reset_config srst-only\n" },
      `Open On-Chip Debugger 0.12.0\n${error}${at("board.cfg", 1)}FATAL ERROR: command exited with status 1: /usr/bin/openocd -f probe.cfg -f board.cfg '-c init' -c 'reset halt'\n`,
      "npx l5cfg-fix -f probe.cfg -f board.cfg",
    ],
  ])("uses %s, and does fix", async (_, files, input, command) => {
    const cwd = folderWith(files);
    const { stdout } = await l5cfgFix(["explain", "-"], { input, cwd });
    expect(stdout).toContain(`To fix it:\n\n  ${command}\n`);
    expect(await ran(command, cwd)).toEqual([0, 0]);
  });

  it("is none where running it would not fix that", async () => {
    const files = { "board.cfg": `${probe}frobnicate\nreset_config srst-only\n` };
    const { stdout } = await explain(
      `board.cfg:3: Error: invalid command name "frobnicate"\n${at("board.cfg", 3)}`,
      files,
    );
    expect(stdout).toContain("command-unknown");
    expect(stdout).not.toContain("npx");
  });

  it("names what it fixes, and no more", async () => {
    const files = { "board.cfg": `${probe}frobnicate\nreset_config srst-only\n` };
    const input = `board.cfg:3: Error: invalid command name "frobnicate"\n${at("board.cfg", 3)}${error}${at("board.cfg", 4)}`;
    const { stdout } = await explain(input, files);
    expect(stdout).toContain("To fix 2:\n\n  npx l5cfg-fix board.cfg");
  });
});

describe("what is not known", () => {
  it("is shown as it is, with its place", async () => {
    const input =
      'Info : hello\nx.cfg:7: Error: the moon is full\nat file "x.cfg", line 7\nError: so is the sun\n';
    const { status, stdout } = await explain(input);
    expect(status).toBe(1);
    expect(stdout).toContain(
      "does not know, as they are:\n     2 | x.cfg:7: Error: the moon is full\n   in x.cfg:7\n     4 | Error: so is the sun\n",
    );
  });

  it("never reaches the terminal raw", async () => {
    const input = "Error: \x1b[2Jgone \x07\x9b31m \x08\x1b]0;title\x07\n";
    for (const more of [[], ["--format", "json"]]) {
      const { stdout } = await explain(input, {}, more);
      expect(stdout).toContain("gone");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to look for
      expect(Buffer.from(stdout, "latin1").toString()).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
    }
  });

  it("shows lines of scripts, and of nothing else that a log may name", async () => {
    const files = { "secret.txt": "the secret\n", "a.cfg": "echo $X\n" };
    const input = ["secret.txt", "a.cfg"]
      .map((file) => `Error: odd\nat file "${file}", line 1\n`)
      .join("Info : x\n");
    const { stdout } = await explain(input, files);
    expect(stdout).toContain("in secret.txt:1");
    expect(stdout).toContain("1 | echo $X");
    expect(stdout).not.toContain("the secret");
  });
});

describe("a script that was fixed since", () => {
  it("is said to have the fault no more", async () => {
    const files = { "a.cfg": "set X 1\necho $X\n" };
    const input = 'a.cfg:2: Error: can\'t read "X": no such variable\nat file "a.cfg", line 2\n';
    const { stdout } = await explain(input, files);
    expect(stdout).toContain("l5cfg-fix does not find variable-unset there, as the file is now");
  });
});

describe("what is neither a log nor a rule", () => {
  it.each([
    ["nowhere.log", "explain nowhere.log: no such file"],
    ["xyzzy", "explain xyzzy: no rule and no file has that name"],
    ["folder", "explain folder: that is no log but a folder"],
    ["config.cfg", "explain config.cfg: nothing in it reads like OpenOCD's output"],
  ])("%s", async (name, says) => {
    const cwd = folderWith({ "config.cfg": "adapter speed 480\n" });
    mkdirSync(join(cwd, "folder"));
    const { status, stdout, stderr } = await l5cfgFix(["explain", name], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`l5cfg-fix: ${says}`);
    expect(stderr.split("\n").length).toBe(2);
  });

  it("is too large a log", async () => {
    const { status, stderr } = await explain("Error: x\n".repeat(2 << 20));
    expect(status).toBe(2);
    expect(stderr).toContain("tail -c 1M LOG | l5cfg-fix explain -");
    // There is no such program on Windows.
    expect(partOf("win32")).not.toContain("|");
  });
});

it("explains a rule even where a file has its name", async () => {
  const cwd = folderWith({ "dap-missing": "Error: open failed\n" });
  expect((await l5cfgFix(["explain", "dap-missing"], { cwd })).status).toBe(0);
  expect((await l5cfgFix(["explain", "./dap-missing"], { cwd })).stdout).toContain("probe-not-found");
});

it("says so in its help", async () => {
  const { stdout } = await l5cfgFix(["explain", "--help"], { cwd: packageFolder });
  expect(stdout).toContain("Exit status: 0 the log shows no error; 1 it does");
});
