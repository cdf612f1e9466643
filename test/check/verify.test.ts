import { describe, expect, it } from "vitest";
import { fixJob } from "../../src/check/fix.ts";
import type { Job } from "../../src/check/job.ts";
import { memoryFiles } from "../../src/files/memory-files.ts";
import type { Change } from "../../src/rules/change.ts";
import { rules } from "../../src/rules/index.ts";
import type { Observation, Rule } from "../../src/rules/rule.ts";

/** Chips as OpenOCD's configs make them. */
const chip = [
  "swd newdap chip cpu -expected-id 0",
  "dap create chip.dap -chain-position chip.cpu",
  "target create chip.cpu cortex_m -dap chip.dap",
  "chip.cpu configure -work-area-phys 0x20000000 -work-area-size 0x1000",
  "flash bank chip.flash stm32f1x 0x08000000 0 0 0 chip.cpu",
  "flash bank chip.flash_sec stm32f1x 0x0C000000 0 0 0 chip.cpu",
  "",
].join("\n");

/** A rule that finds the echo of a word, and replaces that command by others, which is what its fix announces or not. */
function replaces(word: string, by: string, changes: Change[] = []): Rule {
  return {
    ...{ id: `wrong-${word}`, severity: "error", title: "", why: "" },
    *check({ config }): Iterable<Observation> {
      for (const { text, path } of config.sources) {
        const offset = text.indexOf(`echo ${word}`);
        if (offset === -1) continue;
        const at = config.events[0]?.at ?? config.targets[0]!.at;
        const edits = [{ file: path, edits: [{ offset, length: `echo ${word}`.length, content: by }] }];
        yield { message: word, notes: [], at, fix: { safety: "safe", title: by, edits, changes } };
      }
    },
  };
}

function fix(text: string, own: readonly Rule[], job: Partial<Job> = {}, files: Record<string, string> = {}) {
  const fs = memoryFiles(new Map(Object.entries({ "/s/x.cfg": text, ...files })));
  const configs = ["/s/x.cfg"];
  return fixJob(
    {
      ...{ configs, searchPaths: ["/s"], openocd: "0.12.0", cwd: "/s", transports: ["swd"] },
      rules: [...rules, ...own],
      ...job,
    },
    { fs },
  );
}

const because = (patch: ReturnType<typeof fix>) => patch.left.map(({ why }) => why);

describe("a safe fix that does more than it announces", () => {
  it.each<[what: string, by: string, changes: Change[], why: string]>([
    [
      "a target's work area",
      "chip.cpu configure -work-area-size 0x800",
      [],
      "it would change target chip.cpu workArea as well",
    ],
    [
      "another bank, whose name begins alike",
      "flash bank chip.flash_ter stm32f1x 0x10000000 0 0 0 chip.cpu",
      [{ kind: "bank", name: "chip.flash" }],
      "it would change bank chip.flash_ter as well",
    ],
    [
      "a handler",
      "chip.cpu configure -event halted {echo b}",
      [{ kind: "proc", name: "x" }],
      "it would change event chip.cpu halted as well",
    ],
    [
      "a handler of another target",
      "chip.cpu configure -event halted {echo b}",
      [{ kind: "event", target: "chip", name: "halted" }],
      "it would change event chip.cpu halted as well",
    ],
    ["a setting", "adapter speed 1", [], "it would change setting adapter speed as well"],
    ["a variable", "set x 1", [{ kind: "variable", name: "y" }], "it would change variable x as well"],
    ["what OpenOCD accepts", "no_such_command", [], "OpenOCD would say"],
  ])("is taken back: %s", (_, by, changes, why) => {
    const patch = fix(`${chip}echo here\n`, [replaces("here", by, changes)]);
    expect(patch.files).toEqual([]);
    expect(because(patch)).toEqual([expect.stringContaining(why)]);
  });

  it("is applied where it announces just that", () => {
    const changes: Change[] = [{ kind: "target", name: "chip.cpu", part: "workArea" }];
    const by = "chip.cpu configure -work-area-size 0x800";
    expect(fix(`${chip}echo here\n`, [replaces("here", by, changes)]).left).toEqual([]);
  });

  it("is not applied because a script that cannot be found announces anything", () => {
    const text = `${chip}source [find target/More.cfg]\necho here\n`;
    const wrong = replaces("here", "chip.cpu configure -work-area-size 0x800");
    const patch = fix(text, [wrong], {}, { "/s/target/more.cfg": "echo more\n" });
    expect(patch.fixed.map(({ rule }) => rule)).toEqual(["source-not-found"]);
    expect(patch.files[0]!.after).toContain("source [find target/more.cfg]\necho here");
    expect(because(patch)).toEqual(["it would change target chip.cpu workArea as well"]);
  });

  it("is taken back without those that are right", () => {
    const text = `jtag_khz 100\n${chip}echo here\n`;
    const patch = fix(text, [replaces("here", "adapter srst delay 5")]);
    expect(patch.fixed.map(({ rule }) => rule)).toEqual(["command-unknown"]);
    expect(because(patch)).toEqual(["it would change setting adapter srst delay as well"]);
  });
});

describe("a fix of a script that others source", () => {
  const board =
    "adapter driver st-link\ntransport select dapdirect_swd\nset SIZE 0x8000\nsource [find target/chip.cfg]\n";
  const files = { "/s/target/chip.cfg": `${chip}echo here\n` };

  it("is taken back where the script would no longer load by itself", () => {
    const changes: Change[] = [{ kind: "target", name: "chip.cpu", part: "workArea" }];
    const wrong = replaces("here", "chip.cpu configure -work-area-size $SIZE", changes);
    const inChip: Rule = {
      ...wrong,
      check: (run) => [...wrong.check(run)].filter(({ fix }) => fix!.edits[0]!.file.endsWith("chip.cfg")),
    };
    const patch = fix(board, [inChip], { transports: ["dapdirect_swd"] }, files);
    expect(patch.files).toEqual([]);
    expect(because(patch)).toEqual([
      'OpenOCD would say "can\'t read "SIZE": no such variable" (/s/target/chip.cfg:7)',
    ]);
  });

  it("takes the size that the script itself has, not the board's", () => {
    const text = [
      ...["set _WORKAREASIZE 0x1000", "if {[info exists WORKAREASIZE]} { set _WORKAREASIZE $WORKAREASIZE }"],
      ...["swd newdap stm32l5 cpu -expected-id 0", "dap create stm32l5.dap -chain-position stm32l5.cpu"],
      ...[
        "target create stm32l5.cpu cortex_m -dap stm32l5.dap",
        "flash bank stm32l5.flash stm32l4x 0x08000000 0 0 0 stm32l5.cpu",
      ],
      "",
    ].join("\n");
    const all = { "/s/target/stm32l5x.cfg": text };
    const main = board.replace("set SIZE", "set WORKAREASIZE").replace("chip.cfg", "stm32l5x.cfg");
    const patch = fix(main, [], {}, all);
    expect(patch.files).toMatchObject([{ path: "/s/target/stm32l5x.cfg" }]);
    expect(patch.files[0]!.after).toContain("-work-area-size $_WORKAREASIZE");
    expect(patch.left).toEqual([]);
  });
});

describe("the work of a fix", () => {
  it("is bounded where many fixes have to be taken back", () => {
    const lines = Array.from({ length: 300 }, (_, i) => `echo w${i}x\n`).join("");
    const own = Array.from({ length: 300 }, (_, i) => replaces(`w${i}x`, `adapter srst delay ${i + 1}`));
    const patch = fix(`${chip}${lines}`, own);
    expect(patch.files).toEqual([]);
    expect(patch.left).toHaveLength(300);
    expect(patch.dryRuns).toBeLessThan(80);
  });

  it("does not begin where the config cannot be run to its end", () => {
    const patch = fix("jtag_khz 100\nwhile 1 { incr i }\n", [], { transports: ["swd", "jtag"] });
    expect(patch.files).toEqual([]);
    expect(patch.left.map(({ finding }) => finding.rule)).toEqual(["command-unknown", "config-refused"]);
    expect(because(patch)[0]).toBe("no fix can be verified: /s/x.cfg cannot be run to its end");
    expect(patch.dryRuns).toBeLessThan(4);
  });

  it("keeps a thousand findings, and counts the others", () => {
    const patch = fix("adapter speeed 1\n".repeat(1500), []);
    expect(patch.left.length + patch.omitted).toBe(1500);
    expect(patch.left.length).toBeLessThanOrEqual(1000);
  });
});

describe("where the release in use is treated as another one", () => {
  const severities = (isStandIn: boolean) =>
    fix("adapter speeed 1\nset x $nothing\n", [], { isStandIn }).left.map(
      ({ finding }) => `${finding.rule} ${finding.severity}`,
    );

  it("what only its tables say is a warning", () => {
    expect(severities(true)).toEqual(["command-unknown warning", "variable-unset error"]);
    expect(severities(false)).toEqual(["command-unknown error", "variable-unset error"]);
  });
});
