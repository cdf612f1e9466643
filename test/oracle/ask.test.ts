import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeWithOpenocd, scriptsDir } from "../support/openocd.ts";
import { type Answer, askOpenocd, type Question, TRANSPORTS } from "./ask.ts";

describeWithOpenocd("askOpenocd", () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), "ask-"));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  /** Asks about a config with this text, as `a.cfg` in the current directory. */
  const ask = (text: string, question: Partial<Question> = {}): Promise<Answer> => {
    writeFileSync(join(dir, "a.cfg"), text, "latin1");
    return askOpenocd({ file: "a.cfg", transport: "jtag", cwd: dir, ...question });
  };

  it.each(TRANSPORTS)("knows the STM32L5 under %s", async (transport) => {
    const answer = await askOpenocd({ file: "target/stm32l5x.cfg", transport });
    expect(answer).toMatchObject({
      loaded: true,
      initialised: false,
      daps: ["stm32l5x.dap"],
      taps: transport === "jtag" ? ["stm32l5x.cpu", "stm32l5x.bs"] : ["stm32l5x.cpu"],
      targets: [
        {
          name: "stm32l5x.cpu",
          type: transport === "hla_swd" ? "hla_target" : "cortex_m",
          endian: "little",
          coreid: 0,
          dap: "stm32l5x.dap",
          chainPosition: "stm32l5x.cpu",
          workArea: { phys: 0x20000000, virt: 0, size: 0x10000, backup: false },
          events: {
            "reset-init": "\n\tstm32l5x_clock_config\n\t# Boost JTAG frequency\n\tadapter speed 4000\n",
          },
        },
      ],
      variables: { _CHIPNAME: "stm32l5x", _WORKAREASIZE: "0x10000" },
      procs: { swj_newdap: { args: "chip tag args", replaced: false } },
    });
    if (!answer.loaded) return;
    expect(answer.flashBanks.map(({ name, driver, base, target }) => [name, driver, base, target])).toEqual([
      ["stm32l5x.flash_ns", "stm32l4x", 0x08000000, "stm32l5x.cpu"],
      ["stm32l5x.flash_alias_s", "stm32l4x", 0x0c000000, "stm32l5x.cpu"],
      ["stm32l5x.otp", "stm32l4x", 0x0bfa0000, "stm32l5x.cpu"],
    ]);
    expect(answer.warnings).toEqual(
      transport === "hla_swd"
        ? ["The selected adapter does not support debugging this device in secure mode"]
        : [],
    );
  });

  it("brings values through as they are", async () => {
    const odd = 'a b} {\nc\\d "$e" [f]; \xff\xe9 # g';
    const quoted = odd.replace(/[\\{}"$[\];#]/g, "\\$&");
    const answer = await ask(
      `set odd "${quoted}\\x00\\x01"\nset empty {}\nset regs(r0) 1\nset {regs(r 1)} {2 3}\n`,
    );
    expect(answer).toMatchObject({
      loaded: true,
      targets: [],
      variables: { odd: `${odd}\x00\x01`, empty: "", regs: "r0 1 {r 1} {2 3}" },
      arrays: { regs: { r0: "1", "r 1": "2 3" } },
    });
  });

  it("tells the config’s procs and variables from those given before and from OpenOCD’s", async () => {
    const before = ["set CHIPNAME x", "set SIZE 1", "proc given {} {}"];
    const text =
      "set CHIPNAME x\nset SIZE 2\nproc mine {a {b 3} args} { set b }\nproc init_reset {mode} {}\n";
    expect(await ask(text, { before })).toMatchObject({
      loaded: true,
      variables: { SIZE: "2" },
      procs: {
        mine: { args: "a {b 3} args", body: " set b ", replaced: false },
        init_reset: { args: "mode", body: "", replaced: true },
      },
    });
    const answer = await ask(text, { before });
    if (answer.loaded) {
      expect(Object.keys(answer.variables)).toEqual(["SIZE"]);
      expect(Object.keys(answer.procs).sort()).toEqual(["init_reset", "mine"]);
    }
  });

  it("looks for files as OpenOCD does", async () => {
    writeFileSync(join(dir, "b.cfg"), "set b 1\n");
    const found = await askOpenocd({ file: "b.cfg", searchPaths: [dir] });
    expect(found).toMatchObject({ loaded: true, variables: { b: "1" } });
    expect(await askOpenocd({ file: "b.cfg" })).toMatchObject({
      loaded: false,
      error: { message: "Can't find b.cfg", file: "embedded:startup.tcl", line: 28 },
    });
  });

  it("reports where and why a config fails", async () => {
    const answer = await ask("proc foo {} {\n  bar\n}\nproc baz {} {\n  foo\n}\nbaz\n");
    expect(answer).toMatchObject({
      loaded: false,
      error: {
        reason: "error",
        file: "a.cfg",
        line: 2,
        message: 'invalid command name "bar"',
        stack: [
          { proc: "script" },
          { file: "embedded:startup.tcl", line: 28 },
          { proc: "baz", file: "a.cfg", line: 7 },
          { proc: "foo", file: "a.cfg", line: 5 },
          { file: "a.cfg", line: 2 },
        ],
      },
    });
  });

  it("finds the place of a failure OpenOCD gives none for", async () => {
    expect(await ask("echo one\nif 1 {\n  adapter speed\n}\n")).toMatchObject({
      loaded: false,
      error: {
        reason: "error",
        file: "a.cfg",
        line: 3,
        message: "BUG: unknown adapter clock mode",
        traced: true,
        command: "adapter speed",
      },
    });
  });

  it("names the installed file a board fails in", async () => {
    expect(await askOpenocd({ file: "board/stm3220g_eval.cfg" })).toMatchObject({
      loaded: false,
      error: {
        reason: "shutdown",
        file: `${scriptsDir}/target/swj-dp.tcl`,
        message: expect.stringMatching(/unable to select a session transport\. Can't continue\.$/),
        command: "shutdown",
      },
    });
  });

  it.each([
    ["shutdown", { reason: "shutdown", message: "the config called shutdown", command: "shutdown" }],
    [
      "shutdown error",
      { reason: "shutdown", message: "the config called shutdown", command: "shutdown error" },
    ],
    ["exit", { reason: "error", message: "The 'exit' command must be used after 'init'.", line: 1 }],
    ["set x {", { reason: "error", message: "missing close-brace", line: 1 }],
    ["error {}", { reason: "error", message: "", file: "a.cfg", line: 1 }],
  ])("tells what became of `%s`", async (text, error) => {
    expect(await ask(text)).toMatchObject({ loaded: false, error });
  });

  it("goes on after an `init` that succeeds", async () => {
    expect(await ask("init\nset x 1\n")).toMatchObject({
      loaded: true,
      initialised: true,
      variables: { x: "1" },
    });
  });

  it("kills a config that does not end", async () => {
    const start = Date.now();
    expect(await ask("while 1 {}", { timeoutMs: 300 })).toMatchObject({
      loaded: false,
      error: { reason: "timeout" },
    });
    expect(await ask("exec sleep 60", { timeoutMs: 300 })).toMatchObject({ error: { reason: "timeout" } });
    expect(Date.now() - start).toBeLessThan(3000);
  });

  it("kills a config that prints without end", async () => {
    const answer = await ask("while 1 {echo 0123456789abcdef}");
    expect(answer).toMatchObject({ loaded: false, error: { reason: "output" } });
    expect(answer.log.join("\n").length).toBeLessThanOrEqual(1_000_000);
  });

  it("survives a crash of OpenOCD", async () => {
    expect(await ask("exec kill -SEGV [pid]\n")).toMatchObject({
      loaded: false,
      error: { reason: "crash", message: "openocd died of SIGSEGV" },
    });
  });

  it("does not need the commands a config replaces", async () => {
    const text = "proc puts {args} {}\nproc echo {args} {}\nset x 1\n";
    expect(await ask(text)).toMatchObject({ loaded: true, variables: { x: "1" } });
  });
});
