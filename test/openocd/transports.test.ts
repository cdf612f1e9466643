import { describe, expect, it } from "vitest";
import { load } from "./memory.ts";

describe("the transport", () => {
  it.each([
    ["an adapter's only one at once", "adapter driver dummy", "jtag", "dummy"],
    ["none before it is asked for", "adapter driver st-link", "", "st-link"],
    ["the first one where it is asked for", "adapter driver st-link\nusing_jtag", "dapdirect_swd", "st-link"],
    ["the first one where `transport select` asks", "adapter driver hla\ntransport select", "hla_swd", "hla"],
    ["the one selected", "adapter driver hla\ntransport select hla_jtag", "hla_jtag", "hla"],
    [
      "the one selected twice",
      "adapter driver hla\ntransport select hla_jtag\ntransport select hla_jtag",
      "hla_jtag",
      "hla",
    ],
    ["the first adapter's", "adapter driver dummy\nadapter driver hla", "jtag", "dummy"],
  ])("is %s", (_, text, transport, adapter) => {
    expect(load(text)).toMatchObject({ transport, adapter, problems: [] });
  });

  it.each([
    ["", "transport select swd", "Debug adapter doesn't support any transports?"],
    ["", "transport select", "Debug adapter does not support any transports? Check config file order."],
    ["adapter driver st-link", "transport select swd", "Debug adapter doesn't support 'swd' transport"],
    [
      "adapter driver dummy",
      "transport select swd",
      "Can't change session's transport after the initial selection was made",
    ],
    [
      "adapter driver cmsis-dap",
      "jtag newtap a b -irlen 4",
      'session transport is "swd" but your config requires JTAG',
    ],
  ])("%s; %s is refused", (before, command, message) => {
    expect(load(`${before}\n${command}`).problems).toMatchObject([{ message }]);
  });

  it.each([
    ["jtag", "1 0 0", "jtag newtap"],
    ["swd", "0 1 0", "swd newdap"],
    ["dapdirect_swd", "0 1 0", "swd newdap"],
    ["hla_swd", "0 1 1", "swd newdap"],
    ["hla_jtag", "1 0 1", "jtag newtap"],
  ])("%s is %s to using_jtag, using_swd and using_hla", (transport, answers, newTap) => {
    const text = `set said "[using_jtag] [using_swd] [using_hla]"\n${newTap} a b -irlen 4`;
    expect(load(text, { transport })).toMatchObject({ variables: { said: answers }, problems: [] });
  });
});

describe("the end of the configuration stage", () => {
  it("calls the config's hooks, and brings commands that need hardware", () => {
    const text = `proc init_targets {} { set ::hooks targets }
proc init_board {} { append ::hooks " board" }
set before [catch {mdw 0} message]
init
set mode [command mode]
mdw 0`;
    const { variables, problems } = load(text, { transport: "jtag" });
    expect(variables).toMatchObject({
      before: "1",
      message: 'invalid command name "mdw"',
      hooks: "targets board",
      mode: "exec",
    });
    expect(problems).toEqual([]);
  });

  it("refuses afterwards what only a config may do", () => {
    const { problems } = load("init\njtag newtap a b -irlen 4", { transport: "jtag" });
    expect(problems).toMatchObject([
      { line: 2, message: "The 'jtag newtap' command must be used before 'init'." },
    ]);
  });

  it.each([
    ["shutdown\nset never 1", "the config called shutdown"],
    ["catch {shutdown}\nset never 1", "the config called shutdown"],
  ])("%j ends the run", (text, message) => {
    const { problems, variables } = load(text, { transport: "jtag" });
    expect(problems).toMatchObject([{ code: "stopped", subject: "exit", line: 1, message }]);
    expect(variables).toEqual({});
  });

  it("accepts shutdown after init", () => {
    expect(load("init\nshutdown", { transport: "jtag" }).problems).toEqual([]);
  });
});
