import { describe, expect, it } from "vitest";
import { toEnd } from "../../src/check/steps.ts";
import { survey } from "../../src/check/survey.ts";
import { memoryFiles } from "../../src/files/memory-files.ts";

const scripts = {
  "/s/interface/cmsis-dap.cfg": "adapter driver cmsis-dap\n",
  "/s/interface/stlink.cfg": "adapter driver hla\nhla_layout stlink\n",
  "/s/target/swj-dp.tcl":
    'if [catch {transport select}] {\n  echo "none"\n  shutdown\n}\nproc swj_newdap {chip tag args} {\n' +
    "  if [using_jtag] {eval jtag newtap $chip $tag $args} else {eval swd newdap $chip $tag $args}\n}\n",
  "/s/target/chip.cfg":
    "source [find target/swj-dp.tcl]\nswj_newdap a cpu -irlen 4\ndap create a.dap -chain-position a.cpu\n",
};

/** The refusals of a config's runs, one line each, by the adapter. */
function refusals(text: string): Record<string, string> {
  const fs = memoryFiles(new Map(Object.entries({ ...scripts, "/b/board.cfg": text })));
  const job = { configs: ["/b/board.cfg"], searchPaths: ["/s"], openocd: "0.12.0" };
  const all = toEnd(survey(job, fs)).runs;
  return Object.fromEntries(
    all.map(({ transport, reached, problems: [first] }) => {
      return [transport || "none", first ? `${reached}: ${first.message}` : "accepted"];
    }),
  );
}

describe("an adapter is chosen beforehand only where the config names none", () => {
  it("lets the run that got furthest be known", () => {
    const all = refusals("jtag newtap a cpu -irlen 4\ntarget create a.cpu cortex_m3 -chain-position a.cpu\n");
    expect(all.jtag).toMatch(/^2: Unknown target type cortex_m3/);
    expect(all.swd).toMatch(/^1: session transport is "swd"/);
  });
  it("accepts what is right under one of the transports", () => {
    const all = refusals(
      "swd newdap a cpu -expected-id 0\ndap create a.dap -chain-position a.cpu\ntarget create a.cpu cortex_m -dap a.dap\n",
    );
    expect(all.swd).toBe("accepted");
    expect(all.hla_swd).toBe("accepted");
  });
  it.each([
    [
      "transport select swd\nsource [find interface/cmsis-dap.cfg]\n",
      "1: Debug adapter doesn't support any transports?",
    ],
    [
      "jtag newtap a cpu -irlen 4\nsource [find interface/cmsis-dap.cfg]\n",
      "1: Debug adapter does not support any transports? Check config file order.",
    ],
    [
      "source [find target/chip.cfg]\nsource [find interface/stlink.cfg]\n",
      "1: Debug adapter does not support any transports? Check config file order.",
    ],
    [
      "source [find interface/cmsis-dap.cfg]\ntransport select swd\nsource [find target/chip.cfg]\n",
      "accepted",
    ],
  ])("runs %s once, as it stands", (text, refusal) => {
    expect(Object.values(refusals(text))).toEqual([refusal]);
  });
});

it("finds nothing in a config that is whole under one of the usual transports, for the words that another has not", () => {
  const board =
    "swd newdap a cpu -expected-id 0\ndap create a.dap -chain-position a.cpu\ntarget create a.cpu cortex_m -dap a.dap\n";
  const fs = memoryFiles(new Map([["/b/board.cfg", board]]));
  const job = { configs: ["/b/board.cfg"], searchPaths: ["/s"], openocd: "0.12.0" };
  expect(toEnd(survey(job, fs)).found).toEqual([]);
  const asked = toEnd(survey({ ...job, transports: ["jtag"] }, fs)).found;
  expect(asked.map(({ rule }) => rule)).toContain("tap-missing");
});
