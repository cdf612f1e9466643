import type { SignatureHelp } from "vscode-languageserver";
import { calledCommand } from "../model/called-command.ts";
import { writingAt } from "../syntax/writing.ts";
import type { Asked } from "../workspace.ts";

/** What the command takes that is being written, and which of it comes next. */
export function signature({ index, models, offset }: Asked): SignatureHelp | undefined {
  const writing = writingAt(index, offset);
  const [model] = models;
  if (writing === undefined || model === undefined) return undefined;
  const called = calledCommand(writing.command, model);
  if (called === undefined) return undefined;
  const at = Math.max(0, writing.before.length - called.words);
  const proc = model.config.procs.find(({ name }) => name === called.name);
  const takes = proc === undefined ? called.text?.takes : parametersOf(proc.args);
  if (takes === undefined) return undefined;
  const parameters = partsOf(takes);
  const label = `${called.name} ${takes}`.trim();
  return {
    signatures: [
      {
        label,
        ...(proc === undefined && called.text && { documentation: called.text.does }),
        parameters: parameters.map(({ start, end }) => ({
          label: [called.name.length + 1 + start, called.name.length + 1 + end],
        })),
      },
    ],
    activeSignature: 0,
    // The last one is for all that come after it.
    activeParameter: Math.min(at, Math.max(0, parameters.length - 1)),
  };
}

/** A proc's parameter list as a command's: `{a {b 1} args}` is `A [B] …`. */
function parametersOf(args: string): string {
  return [...args.matchAll(/\{\s*(\S+)[^}]*\}|(\S+)/g)]
    .map(([, optional, plain]) => (optional ? `[${optional}]` : plain === "args" ? "…" : plain!))
    .join(" ");
}

/** Where each argument is in what a command takes; what is in brackets is one. */
function partsOf(takes: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i <= takes.length; i++) {
    if (takes[i] === "[") depth++;
    if (takes[i] === "]") depth--;
    if (i < takes.length && (takes[i] !== " " || depth > 0)) continue;
    if (i > start && takes.slice(start, i) !== "…") parts.push({ start, end: i });
    start = i + 1;
  }
  return parts;
}
