import type { Command } from "commander";
import { listed, repeatable, whole } from "./options.ts";

/** Options that say which findings count. */
export function findingOptions(command: Command): Command {
  return command
    .addOption(listed("--exclude <patterns>", "leave these configs of folders out, as .gitignore names them"))
    .addOption(listed("--select <rules>", "report only these rules"))
    .addOption(listed("--ignore <rules>", "do not report these rules"))
    .addOption(
      repeatable("--severity <rule=level>", "report a rule as error, warning, info or off (repeatable)"),
    )
    .option("--baseline <file>", "with --check: report only findings that this file does not know")
    .option("--update-baseline", "write the findings as they are now into that file")
    .option("--max-warnings <number>", "end with 0 where there are no errors and no more warnings", whole);
}
