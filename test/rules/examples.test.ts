import { describe, expect, it } from "vitest";
import { checkJob } from "../../src/check/check.ts";
import { fixJob } from "../../src/check/fix.ts";
import type { Job } from "../../src/check/job.ts";
import type { FileSystem } from "../../src/files/file-system.ts";
import { withFiles } from "../../src/files/layered-files.ts";
import { type Example, explanations } from "../../src/rules/examples/index.ts";
import { rules } from "../../src/rules/index.ts";

const nothing: FileSystem = { read: () => undefined, kind: () => undefined };

/** An example as something to run, and its files. */
function setUp({ before, openocd = "0.12.0", transports, name = "example.cfg", files = {} }: Example) {
  const config = `/scripts/${name}`;
  const others = Object.entries(files).map(([path, text]) => [`/scripts/${path}`, text] as const);
  const fs = withFiles(new Map([[config, before], ...others]), nothing);
  const job: Job = {
    configs: [config],
    searchPaths: ["/scripts"],
    openocd,
    cwd: "/work",
    ...(transports && { transports }),
  };
  return { job, fs, config };
}

it("there is one for each rule, and for nothing else", () => {
  expect(Object.keys(explanations).sort()).toEqual(rules.map(({ id }) => id).sort());
});

const ofConfigs = Object.entries(explanations).filter(([, { example }]) => !example.needsProgram);

describe.each(ofConfigs)("the example of %s", (id, { example }) => {
  const { job, fs, config } = setUp(example);

  it("has the fault and no other", () => {
    expect(new Set(checkJob(job, fs).map(({ rule }) => rule))).toEqual(new Set([id]));
  });

  it("is fixed as it says", () => {
    const { files, left } = fixJob(job, { unsafe: true, fs });
    expect(files.find(({ path }) => path === config)?.after).toBe(example.after);
    if (example.after !== undefined) expect(left).toEqual([]);
  });
});
