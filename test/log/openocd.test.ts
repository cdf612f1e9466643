import { createServer } from "node:net";
import { join } from "node:path";
import { expect, it } from "vitest";
import { check, openCommandLine } from "../../src/index.ts";
import { entries } from "../../src/log/entries/index.ts";
import { explainLog } from "../../src/log/explain.ts";
import type { Diagnosis, Explanation } from "../../src/log/explanation.ts";
import { folderWith } from "../install/fixtures.ts";
import { runBounded } from "../oracle/bounded.ts";
import { fixtures, scripts } from "../support/fixtures.ts";
import { describeWithOpenocd, openocd } from "../support/openocd.ts";

const quiet = "gdb_port disabled; tcl_port disabled; telnet_port disabled";
const hla = "adapter driver hla\nhla_layout stlink\nhla_vid_pid 0xdead 0xbeef\ntransport select hla_swd\n";
const chip =
  "swd newdap a cpu -expected-id 0\ndap create a.dap -chain-position a.cpu\ntarget create a.cpu cortex_m -dap a.dap\n";

/** What the real OpenOCD says, explained. */
async function explained(
  files: Record<string, string>,
  args: readonly string[],
  cwd = folderWith(files),
): Promise<Explanation> {
  const bounds = { cwd, env: process.env, timeoutMs: 60_000, maxBytes: 4 << 20 };
  const { stderr } = await runBounded(openocd!, ["-c", quiet, ...args], bounds);
  return explainLog(stderr);
}

/** Each trouble with what follows from it; errors that nobody knows as they are. */
function chains({ diagnoses, unknown }: Explanation): (string | string[])[] {
  return [
    ...diagnoses.map(({ id, effects }) => (effects.length > 0 ? [id, ...effects.map((one) => one.id)] : id)),
    ...unknown.map(({ message }) => message),
  ];
}

/** `--check` finds the same, by a rule that the log names, or with its advice in other words' place. */
function expectOneVoice({ id, rules, advice }: Diagnosis, cwd: string): void {
  const project = openCommandLine(["-f", "test.cfg"], { cwd, openocd: "0.12.0" });
  const errors = check(project, { cwd }).findings.filter(({ severity }) => severity === "error");
  const own = errors.filter(({ rule }) => rule === id || rules.includes(rule));
  if (own.length > 0) return;
  expect(errors.map(({ rule }) => rule)).toEqual(["config-refused"]);
  expect(errors[0]!.notes).toEqual(expect.arrayContaining([...advice]));
}

interface Case {
  says: (string | string[])[];
  config: string;
  more?: string;
}

const cases: Record<string, Case> = {
  "a command that is not there": { config: "frobnicate", says: ["command-unknown"] },
  "a helper that was not sourced": { config: "mmw 1 2 3", says: ["source-missing"] },
  "a target's command before the target": { config: "reset halt", says: ["command-before-target"] },
  "a script that is nowhere": { config: "source [find target/nowhere.cfg]", says: ["source-not-found"] },
  "a variable that nothing set": { config: "echo $FOO", says: ["variable-unset"] },
  "a brace too few": { config: "proc x { {", says: ["script-broken"] },
  "an argument too few": { config: "set", says: ["script-broken"] },
  "a text where a number should be": {
    config: "adapter speed fast",
    says: [["value-not-valid", "argument-invalid"]],
  },
  "a driver that is not there": { config: "adapter driver stlink", says: ["adapter-driver-unknown"] },
  "no adapter": { config: "init", says: ["adapter-missing"] },
  "the target before the interface": {
    config: "source [find target/stm32l4x.cfg]",
    says: [["adapter-not-first", "transport-missing"]],
  },
  "a transport that the adapter lacks": {
    config: "adapter driver cmsis-dap\ntransport select hla_swd",
    says: ["transport-unsupported"],
  },
  "another transport than before": {
    config: "adapter driver dummy\ntransport select swd",
    says: ["transport-chosen-before"],
  },
  "JTAG where there is SWD": {
    config: "adapter driver cmsis-dap\ntransport select swd\njtag newtap a b -irlen 4",
    says: ["jtag-required"],
  },
  "a DAP that nothing created": {
    config: `${hla}${chip}target create b.cpu cortex_m -dap b.dap`,
    says: ["dap-name-invalid"],
  },
  "a target with a TAP": {
    config:
      "adapter driver dummy\njtag newtap a b -irlen 4\ntarget create a.cpu cortex_m -chain-position a.b",
    says: ["dap-required"],
  },
  "a DAP on no TAP": {
    config: "adapter driver dummy\ndap create a.dap -chain-position no.cpu",
    says: [["tap-missing", "argument-invalid"]],
  },
  "a target made twice": {
    config: `${hla}${chip}target create a.cpu cortex_m -dap a.dap`,
    says: ["created-twice"],
  },
  "an event that is not there": {
    config: `${hla}${chip}a.cpu configure -event reset_init {}`,
    says: ["event-unknown"],
  },
  "a word that reset_config lacks": { config: "reset_config srst-only", says: ["reset-config-unknown"] },
  "a flash driver that is not there": {
    config: `${hla}${chip}flash bank f stm32l5x 0 0 0 0 a.cpu`,
    says: ["flash-driver-unknown"],
  },
  "flash of no target": {
    config: `${hla}flash bank f stm32l4x 0 0 0 0 a.cpu`,
    says: [["target-missing", "argument-invalid"]],
  },
  "a DAP's command under HLA": { config: `${hla}${chip}a.dap apcsw 0`, says: ["dap-command-under-hla"] },
  "a setting too late": {
    config: `${hla}${chip}a.cpu invoke-event halted`,
    says: ["command-at-wrong-time"],
  },
  "a command too early": { config: `${hla}${chip}flash write_image x`, says: ["usage-shown"] },
  "a DAP's command before the DAP": {
    config: "adapter driver st-link\nusing_swd\na.dap apcsw 0",
    says: ["dap-missing"],
  },
  "a TAP of nothing": { config: `${hla}swd newdap a cpu`, says: ["tap-options-missing"] },
  "a type that is not there": {
    config: `adapter driver cmsis-dap\ntransport select swd\n${chip}target create b.cpu cortex_m9 -dap a.dap`,
    says: ["target-type-unknown"],
  },
  "an option that is not there": {
    config: `${hla}swd newdap a cpu -expected-id 0 -irlength 4`,
    says: ["option-unknown"],
  },
  "a bank of too few words": { config: `${hla}${chip}flash bank f stm32l4x 0`, says: ["flash-bank-refused"] },
  "another access port under HLA": {
    config: `${hla}swd newdap a cpu -expected-id 0\ndap create a.dap -chain-position a.cpu\ntarget create a.cpu cortex_m -dap a.dap -ap-num 1`,
    says: ["hla-access-port"],
  },
  "another core under HLA": {
    config: `${hla}swd newdap a cpu -expected-id 0\ndap create a.dap -chain-position a.cpu\ntarget create a.cpu cortex_a -dap a.dap`,
    says: ["target-not-over-transport"],
  },
  "a layout that is not there": { config: "adapter driver hla\nhla_layout stlinkv9", says: ["hla-layout"] },
  "two DAPs": {
    config:
      "adapter driver cmsis-dap\ntransport select swd\nswd newdap a b -expected-id 0\nswd newdap c d -expected-id 0\ndap create a.dap -chain-position a.b\ndap create c.dap -chain-position c.d\ninit",
    says: ["two-daps"],
  },
  "no ST-LINK": { config: `${hla}${chip}adapter speed 100\ninit`, says: ["probe-not-found"] },
  "no ST-LINK to program with": {
    config: `${hla}${chip}adapter speed 100\nprogram x.elf verify exit`,
    says: [["probe-not-found", "init-failed"]],
  },
  "no J-Link": {
    config: "adapter driver jlink\ntransport select swd\nadapter speed 100\ninit",
    says: ["jlink-not-found"],
  },
  "no CMSIS-DAP": {
    config:
      "adapter driver cmsis-dap\ncmsis_dap_vid_pid 0xdead 0xbeef\ntransport select swd\nadapter speed 100\ninit",
    says: ["cmsis-dap-not-found"],
  },
  "a scan chain of nothing": {
    config:
      "adapter driver dummy\ntransport select jtag\njtag newtap a b -irlen 4\nadapter speed 100\ninit\nshutdown",
    says: ["scan-chain-silent", "no-target-for-gdb"],
  },
};

/** Errors of configs that are shown below, or that no config of 0.12.0 shows: of old releases, command lines, logs that say less. */
const notShown = [
  "option-not-separate",
  "swj-newdap-recursion",
  "dap-command-unknown",
  "adapter-command-too-new",
  "config-not-given",
  "command-line-invalid",
];

it("has a config for every error that configs can have", () => {
  const shown = Object.values(cases).flatMap(({ says }) => says.flat());
  const all = entries.filter(({ stage, isHarmless }) => stage === "config" && !isHarmless);
  expect(all.map(({ id }) => id).filter((id) => !shown.includes(id) && !notShown.includes(id))).toEqual([]);
});

describeWithOpenocd("what OpenOCD 0.12.0 says", () => {
  it.each(Object.entries(cases))("of %s", async (_, { config, says }) => {
    const cwd = folderWith({ "test.cfg": `${config}\n` });
    const explanation = await explained({}, ["-f", "test.cfg", "-c", "shutdown"], cwd);
    expect(explanation.openocd).toBe("0.12.0");
    expect(chains(explanation)).toEqual(says);
    const [first] = explanation.diagnoses;
    if (first!.stage === "config" && !/^(?:init|program)\b/m.test(config)) expectOneVoice(first!, cwd);
  });

  it("with -d3 is understood as well", async () => {
    const files = { "test.cfg": `${hla}${chip}adapter speed 100\nprogram x.elf verify exit\n` };
    expect(chains(await explained(files, ["-d3", "-f", "test.cfg"]))).toEqual([
      ["probe-not-found", "init-failed"],
    ]);
    const broken = { "test.cfg": "proc x {} { frobnicate }\nx\n" };
    const explanation = await explained(broken, ["-d3", "-f", "test.cfg"]);
    expect(chains(explanation)).toEqual(["command-unknown"]);
    expect(explanation.diagnoses[0]!.places).toEqual([
      { at: { file: "test.cfg", line: 1 }, calledFrom: [{ file: "test.cfg", line: 2, proc: "x" }] },
    ]);
  });

  it("leads back to the file that it was given", async () => {
    const files = {
      "board.cfg": "# mine\nsource chip.cfg\n",
      "chip.cfg": "proc outer {} {\n  inner\n}\nproc inner {} { frobnicate 1 }\nouter\n",
    };
    const { diagnoses } = await explained(files, ["-f", "board.cfg"]);
    expect(diagnoses[0]!.places).toEqual([
      {
        at: { file: "chip.cfg", line: 4 },
        calledFrom: [
          { file: "chip.cfg", line: 2, proc: "inner" },
          { file: "chip.cfg", line: 5, proc: "outer" },
          { file: "board.cfg", line: 2 },
        ],
      },
    ]);
  });

  it("finds a place for a message without one", async () => {
    const { diagnoses } = await explained({ "test.cfg": `${hla}${chip}\na.dap apcsw 0\n` }, [
      "-f",
      "test.cfg",
    ]);
    expect(diagnoses[0]!.places[0]!.at).toEqual({ file: "test.cfg", line: 9 });
  });

  it("of ST's older scripts under HLA is the recursion", async () => {
    const seed = join(fixtures, "seed/openocd_interface_target_stlink.cfg");
    const explanation = await explained({}, ["-s", scripts, "-f", seed]);
    expect(chains(explanation)).toEqual(["swj-newdap-recursion"]);
  });

  it("of a port that is taken", async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => holder.on("listening", resolve));
    const { port } = holder.address() as { port: number };
    const config = `adapter driver dummy\ntransport select jtag\njtag newtap a b -irlen 4\nadapter speed 100\ntelnet_port ${port}\ninit\n`;
    const explanation = await explained({ "test.cfg": config }, ["-f", "test.cfg"]);
    holder.close();
    expect(chains(explanation)).toContain("port-in-use");
  });
});
