import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Log, Result } from "sarif";
import { expect, it } from "vitest";
import { applyEdits } from "../../../src/edit/edit.ts";
import { rules } from "../../../src/rules/index.ts";
import { folderWith } from "../../install/fixtures.ts";
import { l5cfgFix, packageVersion } from "../../support/command.ts";
import { bytes, install, scripts } from "../../support/fixtures.ts";
import { sarifErrors } from "../../support/sarif.ts";

async function sarif(args: readonly string[], cwd = folderWith()) {
  const { status, stdout } = await l5cfgFix([...args, "--format", "sarif"], { cwd });
  const log: Log = JSON.parse(Buffer.from(stdout, "latin1").toString("utf8"));
  expect(sarifErrors(log)).toEqual([]);
  return { status, run: log.runs[0]!, results: log.runs[0]!.results! };
}

it("is refused by the schema when it is wrong", () => {
  expect(sarifErrors({ version: "2.1.0", runs: [{ tool: {} }] })).toEqual([
    "/runs/0/tool must have required property 'driver'",
  ]);
});

it("lists the findings, and the rules that they are of", async () => {
  const { status, run, results } = await sarif(["--check", install]);
  expect(status).toBe(1);
  expect(run.tool.driver).toMatchObject({ name: "l5cfg-fix", version: packageVersion });
  expect(run.tool.driver.rules!.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
    ["work-area-missing", "error"],
    ["dap-command-under-hla", "error"],
    ["dap-command-under-hla", "error"],
  ]);
  for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex!]!.id).toBe(ruleId);
  const { artifactLocation, region } = results[1]!.locations![0]!.physicalLocation!;
  expect(fileURLToPath(artifactLocation!.uri!)).toBe(join(scripts, "target/stm32l5x.cfg"));
  expect(region).toMatchObject({ startLine: 127, startColumn: 2, endLine: 127, endColumn: 33 });
});

it("has fixes that make the bytes of the overlay", async () => {
  const cwd = folderWith();
  const { status, results } = await sarif([install, "-o", "overlay"], cwd);
  expect(status).toBe(0);
  expect(results).toHaveLength(3);
  const l5 = join(scripts, "target/stm32l5x.cfg");
  const edits = results.flatMap((result) => editsOf(result, l5));
  expect(applyEdits(bytes(l5), edits)).toBe(bytes(join(cwd, "overlay/target/stm32l5x.cfg")));
});

function editsOf({ fixes = [] }: Result, file: string) {
  const changes = fixes[0]!.artifactChanges.filter(
    ({ artifactLocation }) => fileURLToPath(artifactLocation.uri!) === file,
  );
  return changes.flatMap(({ replacements }) =>
    replacements.map(({ deletedRegion, insertedContent }) => ({
      offset: deletedRegion.byteOffset!,
      length: deletedRegion.byteLength!,
      content: insertedContent!.text!,
    })),
  );
}

it("names files from the working directory, and counts columns in characters", async () => {
  const text = 'set _CHIPNAME é; flash bank x nowhere 0 0 0 0 é.cpu ;# "ü"\n';
  const cwd = folderWith({ "sub dir/ünï.cfg": Buffer.from(text).toString("latin1") });
  const { run, results } = await sarif(["--check", join(cwd, "sub dir/ünï.cfg")], cwd);
  expect(fileURLToPath(run.originalUriBaseIds!["%SRCROOT%"]!.uri!)).toBe(`${cwd}/`);
  const { artifactLocation, region } = results[0]!.locations![0]!.physicalLocation!;
  expect(artifactLocation).toEqual({ uri: "sub%20dir/%C3%BCn%C3%AF.cfg", uriBaseId: "%SRCROOT%" });
  const { startColumn, endColumn, byteOffset, byteLength } = region!;
  const chosen = text.slice(startColumn! - 1, endColumn! - 1);
  const raw = readFileSync(join(cwd, "sub dir/ünï.cfg")).subarray(byteOffset!, byteOffset! + byteLength!);
  expect(raw.toString("utf8")).toBe(chosen);
  expect(chosen).toContain("é.cpu");
});

it("reports a config that OpenOCD refuses", async () => {
  const cwd = folderWith({ "x.cfg": "\nerror no\n" });
  const { status, run } = await sarif(["--check", "x.cfg"], cwd);
  expect(status).toBe(1);
  expect(run.invocations![0]!.executionSuccessful).toBe(true);
  expect(run.results).toMatchObject([
    {
      ruleId: "config-refused",
      message: { text: "OpenOCD refuses this: no" },
      locations: [{ physicalLocation: { artifactLocation: { uri: "x.cfg" }, region: { startLine: 2 } } }],
    },
  ]);
});

it.each([["--diff", install], ["-"]])("is no patch, and says so: %s", async (...args) => {
  const { status, stderr } = await l5cfgFix([...args, "--format", "sarif"]);
  expect(status).toBe(2);
  expect(stderr).toContain("use --check");
});
