import type { Command } from "commander";
import { ExitCode } from "../exit-codes.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { bashScript } from "./bash.ts";
import { type CommandShape, shapeOf } from "./command-shape.ts";
import { fishScript } from "./fish.ts";
import { powershellScript } from "./powershell.ts";
import { zshScript } from "./zsh.ts";

const scripts: Readonly<Record<string, (program: CommandShape) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

/** `l5cfg-fix completion SHELL`: prints a script that completes the words of a program. */
export function completion(terminal: Terminal, shell: string, program: Command): number {
  terminal.write(scripts[shell]!(shapeOf(program)));
  return ExitCode.Ok;
}
