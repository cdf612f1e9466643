import { expect, it } from "vitest";
import { run } from "../../src/compare/runs.ts";
import { memoryFiles } from "../../src/files/memory-files.ts";
import { COMMANDS } from "../../src/openocd/data/commands.ts";
import { names } from "../../src/openocd/data/table.ts";

const facts = {
  jim: "0.81",
  joinsExpr: true,
  commands: [...names(COMMANDS, "0.12.0"), "fork_command"],
  ...{ adapterDrivers: ["dummy"], transports: {}, targetTypes: [], targetEvents: [], flashDrivers: [] },
  brought: {},
};

const subject = (text: string, more: object = {}) => ({
  file: "/a.cfg",
  job: { searchPaths: [], openocd: "0.12.0", cwd: "/", ...more },
  fs: memoryFiles(new Map([["/a.cfg", text]])),
});

it("configs are compared for what the program that was asked can do", () => {
  const words = ({ problems }: ReturnType<typeof run>) => problems.map(({ message }) => message);
  expect(words(run(subject("fork_command 1"), "jtag"))).not.toEqual([]);
  expect(words(run(subject("fork_command 1", { facts }), "jtag"))).toEqual([]);
});
