import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith } from "../../install/fixtures.ts";
import { l5cfgFix, packageVersion } from "../../support/command.ts";
import { bytes, cubeOpenocd, fixtures, install, scripts } from "../../support/fixtures.ts";

const l5 = join(scripts, "target/stm32l5x.cfg");

async function json(args: readonly string[], cwd = folderWith()) {
  const { status, stdout } = await l5cfgFix([...args, "--format", "json"], { cwd });
  return { status, report: JSON.parse(stdout) };
}

it("reports findings, with positions as numbers and the fix as edits", async () => {
  const { status, report } = await json(["--check", install]);
  expect(status).toBe(1);
  expect(report).toMatchObject({ tool: `l5cfg-fix ${packageVersion}`, schema: 2 });
  const [result] = report.results;
  expect(result).toMatchObject({ path: install, openocd: { version: cubeOpenocd } });
  expect(result.configs).toHaveLength(3);
  expect(result.findings).toHaveLength(3);
  const guard = result.findings.find(({ line }: { line: number }) => line === 127);
  expect(guard).toMatchObject({
    rule: "dap-command-under-hla",
    severity: "error",
    file: l5,
    line: 127,
    column: 2,
    transports: ["hla_swd"],
    fix: { safety: "safe", edits: [{ file: l5 }] },
  });
  expect(bytes(l5).slice(guard.span.start, guard.span.end)).toBe("$_CHIPNAME.dap apcsw 0x4B000000");
});

it("reports what was fixed, where the overlay is and the next command", async () => {
  const cwd = folderWith();
  const { status, report } = await json([install, "-o", "overlay"], cwd);
  expect(status).toBe(0);
  const [result] = report.results;
  expect(result).toMatchObject({ left: [], overlay: join(cwd, "overlay") });
  expect(result.fixed).toHaveLength(3);
  expect(result.command).toContain(`-f ${cwd}/overlay/openocd.cfg`);
  for (const { path, edits } of result.files) {
    const name = path.slice(scripts.length);
    expect(patched(bytes(path), edits)).toBe(bytes(join(cwd, "overlay", name)));
  }
});

it("reports what is left, and has no overlay then", async () => {
  const unknown = join(fixtures, "variants/unknown-chip");
  const { status, report } = await json([unknown, "-s", scripts, "--openocd", cubeOpenocd]);
  expect(status).toBe(1);
  expect(report.results[0]).toMatchObject({ fixed: [], left: [{ rule: "work-area-missing" }], files: [] });
  expect(report.results[0]).not.toHaveProperty("overlay");
});

it("has the patch of each file in it", async () => {
  const { status, report } = await json(["--diff", install]);
  expect(status).toBe(0);
  const diffs = report.results[0].files.map(({ diff }: { diff: string }) => diff);
  expect(diffs.join("")).toBe((await l5cfgFix(["--diff", install], { cwd: folderWith() })).stdout);
});

it("reports what OpenOCD refuses", async () => {
  const cwd = folderWith({ "x.cfg": "error no\n" });
  const { status, report } = await json(["--check", "x.cfg"], cwd);
  expect(status).toBe(1);
  expect(report.results[0].findings).toMatchObject([
    { rule: "config-refused", file: join(cwd, "x.cfg"), line: 1, message: "OpenOCD refuses this: no" },
  ]);
});

interface JsonEdit {
  offset: number;
  length: number;
  content: string;
}

function patched(text: string, edits: readonly JsonEdit[]): string {
  return [...edits]
    .sort((a, b) => b.offset - a.offset)
    .reduce(
      (so, { offset, length, content }) => so.slice(0, offset) + content + so.slice(offset + length),
      text,
    );
}
