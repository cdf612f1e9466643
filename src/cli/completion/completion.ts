import type { Command } from "commander";
import { ExitCode } from "../exit-codes.ts";
import { bashScript } from "./bash.ts";
import { fishScript } from "./fish.ts";
import { type CommandShape, shapeOf } from "./shape.ts";
import { zshScript } from "./zsh.ts";

const scripts: Readonly<Record<string, (program: CommandShape) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** `l5cfg-fix completion SHELL`: prints a script that completes the words of a program. */
export function completion(shell: string, program: Command): number {
  process.stdout.write(scripts[shell]!(shapeOf(program)));
  return ExitCode.Ok;
}
