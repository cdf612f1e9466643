import type { Finding, FixResult } from "../../check/result.ts";
import { fixJson, resultsReport } from "../../report/json.ts";
import { pathName } from "../../report/path-name.ts";
import { fixSummary, headerText } from "../../report/text/check-text.ts";
import { fixTexts } from "../../report/text/finding-text.ts";
import type { Work } from "../input/work.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { fixed } from "./engine.ts";
import type { FixCommandOptions } from "./options.ts";
import { sayParts } from "./say-parts.ts";
import { statusOf } from "./verdict.ts";

/** `l5cfg-fix -`: the config on standard input comes out patched, byte for byte; the report goes to standard error. */
export async function filter(terminal: Terminal, work: Work, options: FixCommandOptions): Promise<number> {
  const { project, options: how } = work;
  const { quiet } = options;
  const result = ownPart(await fixed(terminal, work, options));
  if (options.format === "json") terminal.write(resultsReport([fixJson(result)]));
  else {
    terminal.writeBytes(result.files[0]?.after ?? how.fs.read(project.location)!);
    if (!quiet) terminal.say(headerText(result, terminal.cwd));
    for (const finding of fixTexts(result, terminal.cwd)) terminal.say(`${finding}\n`);
    sayParts(terminal, result, options);
    if (!quiet) terminal.say(fixSummary(result));
  }
  return statusOf([result], options);
}

/** Only what is fixed in standard input itself: nothing else comes out. */
function ownPart(result: FixResult): FixResult {
  const { location, root } = result.project;
  const elsewhere = ({ fix }: Finding) => fix!.edits.find(({ file }) => file !== location)?.file;
  const [own, others] = [
    result.fixed.filter((finding) => elsewhere(finding) === undefined),
    result.fixed.filter((finding) => elsewhere(finding) !== undefined),
  ];
  const why = (finding: Finding) =>
    `its fix belongs in ${pathName(elsewhere(finding)!, root)}, and only standard input comes out here; --diff has both`;
  return {
    ...result,
    files: result.files.filter(({ path }) => path === location),
    fixed: own,
    left: [...result.left, ...others.map((finding) => ({ ...finding, why: why(finding) }))],
  };
}
