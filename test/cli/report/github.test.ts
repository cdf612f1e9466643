import { expect, it } from "vitest";
import { folderWith } from "../../install/fixtures.ts";
import { l5cfgFix } from "../../support/command.ts";
import { bytes, scripts } from "../../support/fixtures.ts";

async function annotations(args: readonly string[], cwd: string): Promise<string[]> {
  const { stdout } = await l5cfgFix(["--check", ...args, "--format", "github"], { cwd });
  return stdout.split("\n").slice(0, -1);
}

it("annotates each finding in one line", async () => {
  const cwd = folderWith({ "target/stm32l5x.cfg": bytes(`${scripts}/target/stm32l5x.cfg`) });
  const lines = await annotations(["target", "-s", scripts, "--openocd", "0.10.0+dev-g30d1303"], cwd);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toBe(
    "::error file=target/stm32l5x.cfg,line=66,endLine=66,col=1,endColumn=83,title=work-area-missing::" +
      "target stm32l5.cpu has flash (stm32l5.flash and stm32l5.flash_sec) but no work area when the configuration stage ends" +
      "%0Athe handler of gdb-attach sets one (line 203 and line 205), but it runs only when a debugger attaches, not when flashing from the command line" +
      "%0Afix: give stm32l5.cpu a work area at 0x20000000, $_WORKAREASIZE bytes large",
  );
});

it("lets no config write commands of its own", async () => {
  const cwd = folderWith({
    "a,b:c.cfg": 'set _CHIPNAME 100%\nflash bank x "no\n::error::%where" 0 0 0 0 x\n',
  });
  const lines = await annotations(["a,b:c.cfg"], cwd);
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).toMatch(/^::(error|warning) file=a%2Cb%3Ac\.cfg,line=\d/);
  expect(lines.join()).toContain("·::error::%25where");
});

it("annotates what OpenOCD refuses", async () => {
  const cwd = folderWith({ "x.cfg": "\nerror no\n" });
  expect(await annotations(["x.cfg"], cwd)).toEqual([
    "::error file=x.cfg,line=2,endLine=2,col=1,endColumn=9,title=config-refused::OpenOCD refuses this: no",
  ]);
});
