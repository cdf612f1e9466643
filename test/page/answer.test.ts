import { expect, it } from "vitest";
import { answer } from "../../src/page/answer.ts";
import type { Checked, DroppedFiles, Request } from "../../src/page/protocol.ts";

type CheckRequest = Extract<Request, { kind: "check" }>;

/** What the page's engine makes of dropped files. */
function checked(files: DroppedFiles, choice: Partial<CheckRequest> = {}): Checked {
  const request = { kind: "check", files, config: "", openocd: "", transport: "", unsafe: false } as const;
  return answer({ ...request, ...choice }, () => {}) as Checked;
}

it("never calls what OpenOCD refuses clean", () => {
  const own: DroppedFiles = [["/dropped/a.cfg", "transport select swd\n"]];
  expect(checked(own)).toMatchObject({ findings: 0, refused: 0 });
  const other = checked(own, { transport: "hla_swd" });
  expect(other).toMatchObject({ findings: 0, refused: 1 });
  expect(other.lead.join(" ")).toContain("OpenOCD stops under hla_swd: Can't change session's transport");
  const both = checked([...own, ["/dropped/b.cfg", ""]], { transport: "hla_swd" });
  expect(both.lead.join(" ")).toMatch(/1 of them OpenOCD does not read to their ends .* such as a\.cfg/);
});

it("names the scripts that were not dropped", () => {
  const files: DroppedFiles = [["/dropped/a.cfg", "source [find mem_helper.tcl]\nsource [find b.tcl]\n"]];
  expect(checked(files).missing).toEqual(["mem_helper.tcl", "b.tcl"]);
  expect(checked([...files, ["/scripts/mem_helper.tcl", ""], ["/scripts/target/x.cfg", ""]]).missing).toEqual(
    ["b.tcl"],
  );
});

it("checks all configs of a folder that is laid out like nothing of OpenOCD's", () => {
  const files: DroppedFiles = [
    ["/mine/deep/a.cfg", "reset_config srst_onyl\n"],
    ["/mine/other/b.cfg", "adapter speed 1\n"],
    ["/mine/other/c.tcl", ""],
  ];
  const { title, findings, configs } = checked(files);
  expect(title).toBe("Check of mine");
  expect(findings).toBe(1);
  expect(configs.map(({ path }) => path)).toEqual(["/mine/deep/a.cfg", "/mine/other/b.cfg"]);
});

it("says that there is no config, or what is wrong with a choice", () => {
  expect(checked([["/dropped/readme", "x"]])).toMatchObject({
    kind: "error",
    message: expect.stringContaining("no config"),
  });
  expect(checked([["/dropped/a.cfg", ""]], { openocd: "new" })).toMatchObject({ kind: "error" });
});
