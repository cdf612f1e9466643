import { modelReport } from "../../report/json.ts";
import { rules as all } from "../../rules/index.ts";
import { ExitCode } from "../exit-codes.ts";
import type { OutputOptions, Terminal } from "../terminal/terminal.ts";

export interface RulesOptions extends OutputOptions {
  format: "text" | "json";
}

/** `l5cfg-fix rules`: prints a table of all rules. */
export function rules(terminal: Terminal, { format }: RulesOptions): number {
  if (format === "json") terminal.write(modelReport(rulesJson()));
  else terminal.print(rulesText());
  return ExitCode.Ok;
}

function rulesJson(): object {
  const rows = all.map(({ id, severity, title, why }) => ({ id, severity, title, why }));
  return { rules: rows };
}

function rulesText(): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  const rows = all.map(({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${title}`);
  return [...rows, "", "l5cfg-fix explain RULE says why one matters, with an example."].join("\n");
}
