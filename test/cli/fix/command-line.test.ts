import { join } from "node:path";
import { expect, it } from "vitest";
import { shellWords } from "../../../src/openocd/shell-words.ts";
import { folderWith } from "../../install/fixtures.ts";
import { runBounded } from "../../oracle/bounded.ts";
import { l5cfgFix } from "../../support/command.ts";
import { describeWithOpenocd, openocd } from "../../support/openocd.ts";

const chip = `swd newdap a cpu -expected-id 0
dap create a.dap -chain-position a.cpu
target create a.cpu cortex_m -dap a.dap
reset_config srst-only
`;
const probe = "adapter driver cmsis-dap\ntransport select swd\n";

describeWithOpenocd("the same command line with the overlay in front", () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      "of a search folder",
      { "probe.cfg": probe, "lib/chip.cfg": chip },
      ["-s", "lib", "-f", "probe.cfg", "-f", "chip.cfg"],
    ],
    [
      "of the working directory",
      { "probe.cfg": probe, "chip.cfg": chip },
      ["-f", "probe.cfg", "-f", "chip.cfg"],
    ],
    ["in a folder of it", { "probe.cfg": probe, "my/chip.cfg": chip }, ["-f", "probe.cfg", "-fmy/chip.cfg"]],
    [
      "as one text",
      { "probe.cfg": probe, "chip.cfg": chip },
      ["--command", "$ openocd -f probe.cfg -f 'chip.cfg' 2>&1 | tee log"],
    ],
    [
      "that another one sources",
      { "probe.cfg": probe, "board.cfg": "source probe.cfg\nsource [find chip.cfg]\n", "lib/chip.cfg": chip },
      ["-s", "lib", "-f", "board.cfg"],
    ],
  ])("is accepted: a file %s", async (_, files, words) => {
    const cwd = folderWith(files);
    const { status, stdout } = await l5cfgFix([...words, "-o", "overlay"], { cwd });
    expect(status, stdout).toBe(0);
    const [, command] = /The same command line with them:\n\n {2}(.*)\n/.exec(stdout) ?? [];
    const bounds = { cwd, env: process.env, timeoutMs: 60_000, maxBytes: 1 << 20 };
    const [, ...args] = shellWords(command!);
    expect(args.slice(0, 2)).toEqual(["-s", join(cwd, "overlay")]);
    const { status: ended, stderr } = await runBounded(openocd!, [...args, "-c", "shutdown"], bounds);
    expect(ended, stderr).toBe(0);
  });
});

it("is checked together, and names the files", async () => {
  const cwd = folderWith({ "probe.cfg": probe, "chip.cfg": chip });
  const { status, stdout } = await l5cfgFix(
    ["--check", "-f", "probe.cfg", "-c", "adapter speed 100", "-f", "chip.cfg"],
    { cwd },
  );
  expect(status).toBe(1);
  expect(stdout).toContain("chip.cfg:4:1 error reset-config-unknown");
});

it.each(["openocd", "/usr/bin/openocd ", "openocd -d3"])("%j alone reads openocd.cfg", async (line) => {
  const cwd = folderWith({ "openocd.cfg": `${probe}${chip}` });
  const { stdout } = await l5cfgFix(["--check", "--command", line], { cwd });
  expect(stdout).toContain("openocd.cfg:6:1 error reset-config-unknown");
});

it.each([
  [["-f", "a.cfg", "b.cfg"], "b.cfg needs a -f in front"],
  [["-f", "a.cfg", "--in-place"], "--in-place does not go with a command line"],
  [["-f", "a.cfg", "--transport", "swd"], "--transport does not go with a command line"],
  [["-f", "a.cfg", "--check", "--confirm"], "a command line cannot be confirmed"],
  [["-c", "openocd -x"], "OpenOCD does not take this command line: there is no option -x"],
  [["-c", "openocd -f a.cfg", "-f", "b.cfg"], "needs no other -f and -c"],
])("%j is wrong use", async (words, says) => {
  const cwd = folderWith({ "a.cfg": "", "b.cfg": "" });
  const { status, stderr } = await l5cfgFix(words, { cwd });
  expect([status, stderr]).toEqual([2, expect.stringContaining(says)]);
});
