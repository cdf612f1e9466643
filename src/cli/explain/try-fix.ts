import { fix } from "../../check/api.ts";
import type { Finding, FixResult } from "../../check/result.ts";
import { L5cfgFixError } from "../../errors.ts";
import { diskFiles } from "../../files/disk-files.ts";
import type { Diagnosis } from "../../log/explanation.ts";
import type { FixCommand } from "../../log/fix-command.ts";
import { none } from "../commands/options.ts";
import { workForCommand } from "../input/command-line.ts";
import { workFor } from "../input/work.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Where the scripts of a log are here, and what was found in it. */
interface Log {
  diagnoses: readonly Diagnosis[];
  onDisk: ReadonlyMap<string, string>;
}

/**
 * Runs a command as far as it writes nothing: the numbers of the diagnoses that it fixes. Undefined where what it names is not
 * on this machine.
 */
export async function fixedBy(
  terminal: Terminal,
  command: FixCommand,
  search: readonly string[],
  log: Log,
): Promise<number[] | undefined> {
  if (!isHere(command, log)) return undefined;
  const result = await resultOf(terminal.as({ quiet: true }), command, search).catch((error) => {
    // A project file that cannot be used, say: the command will say so itself.
    if (error instanceof L5cfgFixError) return undefined;
    throw error;
  });
  if (result === undefined) return undefined;
  return command.fixes.filter((number) => isFixed(log.diagnoses[number - 1]!, result, log));
}

function isHere({ words, isCommandLine, isKnown }: FixCommand, { onDisk }: Log): boolean {
  return isCommandLine ? onDisk.size > 0 : isKnown && diskFiles.kind(words[0]!) !== undefined;
}

async function resultOf(
  terminal: Terminal,
  { words, isCommandLine, openocd }: FixCommand,
  search: readonly string[],
): Promise<FixResult> {
  const options = { ...none, search: [...search], ...(openocd !== undefined && { openocd }) };
  const work = isCommandLine
    ? await workForCommand(terminal, [], { ...options, file: [...words] })
    : await workFor(terminal, words[0]!, options);
  return fix(work.project, work.options);
}

/** Whether something was fixed where a diagnosis says it happened, and nothing of the kind is left there. */
function isFixed({ rules, places }: Diagnosis, { fixed, left }: FixResult, { onDisk }: Log): boolean {
  const known = places.filter(({ at }) => onDisk.has(at.file));
  const isMeant = ({ rule, at }: Finding) =>
    rules.includes(rule) &&
    (known.length === 0 ||
      known.some((place) => onDisk.get(place.at.file) === at.file && place.at.line === at.line));
  return fixed.some(isMeant) && !left.some(isMeant);
}
