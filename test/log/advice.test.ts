import { expect, it } from "vitest";
import { entries } from "../../src/log/entries/index.ts";
import { isKnownCommand } from "../../src/openocd/command-names.ts";
import { folderWith } from "../install/fixtures.ts";
import { runBounded } from "../oracle/bounded.ts";
import { describeWithOpenocd, openocd } from "../support/openocd.ts";

/** Commands that advice names as they are to be typed, without a part to fill in. */
const commands = [
  ...new Set(
    entries.flatMap(({ advice }) =>
      advice
        .flatMap((one) => [...(typeof one === "string" ? one : one.text).matchAll(/`([^`]+)`/g)])
        .map(([, code]) => code!)
        .filter(
          (code) => code.includes(" ") && isKnownCommand(code.split(" ", 1)[0]!) && !isKnownCommand(code),
        )
        .filter((code) => !/[A-Z]{4}|…|[{}]/.test(code.replace(/set [A-Z\d_]+ /, ""))),
    ),
  ),
];

const chip =
  "swd newdap a cpu -expected-id 0\ndap create a.dap -chain-position a.cpu\ntarget create a.cpu cortex_m -dap a.dap\nflash bank f stm32l4x 0x08000000 0 0 0 a.cpu\n";
const adapters = {
  hla: "adapter driver hla\nhla_layout stlink\ntransport select hla_swd\n",
  "st-link": "adapter driver st-link\ntransport select dapdirect_swd\n",
  "cmsis-dap": "adapter driver cmsis-dap\ntransport select swd\n",
  jtag: "adapter driver cmsis-dap\ntransport select jtag\njtag newtap a cpu -irlen 4\n",
};

/** Other transports, and what belongs to newer releases or to GDB. */
const elsewhere = ["hla_layout stlink", "set remotetimeout 20"];

/** Which of the commands OpenOCD refuses with an adapter; that one needs `init` is no refusal. */
async function refused(adapter: string): Promise<string[]> {
  const tries = commands.map((one) => `if {[catch {${one}} e]} {echo "refused {${one}} $e"}`);
  const own = adapter.includes("jtag") ? "" : chip;
  const config = `${adapter}${own}${tries.join("\n")}\nshutdown\n`;
  const bounds = {
    cwd: folderWith({ "a.cfg": config }),
    env: process.env,
    timeoutMs: 60_000,
    maxBytes: 4 << 20,
  };
  const { stderr } = await runBounded(openocd!, ["-f", "a.cfg"], bounds);
  return commands.filter((one) => stderr.includes(`refused {${one}}`) && !needsInit(one));
}

function needsInit(command: string): boolean {
  return /^(?:program|flash|reset|scan_chain|stm32l4x) /.test(`${command} `);
}

describeWithOpenocd("what is advised", () => {
  it("is accepted by OpenOCD 0.12.0, with one adapter or another", async () => {
    expect(commands.length, commands.join("; ")).toBeGreaterThan(15);
    const all = await Promise.all(Object.values(adapters).map(refused));
    const everywhere = commands.filter((one) => all.every((some) => some.includes(one)));
    expect(everywhere.filter((one) => !elsewhere.includes(one))).toEqual([]);
  });
});
