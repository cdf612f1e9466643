import { expect, it } from "vitest";
import { fixJob } from "../../src/check/fix.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import { projectAt } from "../../src/install/project-at.ts";
import { install } from "../support/fixtures.ts";

it("a fix runs each config under each transport once before and once after, if it is patched", () => {
  const { configs, searchPaths, openocd } = projectAt(install);
  const job = { configs, searchPaths, openocd: openocd.version };
  const { dryRuns, files } = fixJob(job, { fs: diskFiles });
  expect(configs).toHaveLength(3);
  expect(files).toHaveLength(1);
  expect(dryRuns).toBe(3 * 4 + 1 * 4);
});
