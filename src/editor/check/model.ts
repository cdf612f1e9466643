import { diskFiles } from "../../files/disk-files.ts";
import { withFiles } from "../../files/layered-files.ts";
import { loadConfigSync } from "../../openocd/load.ts";
import type { Config } from "../../openocd/model.ts";
import { assumed } from "../../rules/settings.ts";
import type { Checked } from "./checked.ts";

/** What a checked file makes, under the transport that the check had the least against. */
export function modelOf({ root, cwd, open, project, result }: Checked): Config {
  const { searchPaths, openocd } = project;
  const runs = result.runs.filter(({ config }) => config === root);
  const run = runs.find(({ refusal }) => refusal === undefined) ?? runs[0];
  const fs = withFiles(new Map([...open].map(([path, { text }]) => [path, text.bytes])), diskFiles);
  return loadConfigSync(root, {
    searchPaths,
    openocd: openocd.version,
    facts: openocd.facts,
    fs,
    cwd,
    lenient: true,
    assume: assumed,
    ...(run && !run.choosesAdapter && { transport: run.transport }),
  });
}
