import { serve } from "../../editor/server.ts";
import type { Terminal } from "../terminal/terminal.ts";

export interface LspOptions {
  clientProcessId?: string;
}

/** `l5cfg-fix lsp`: serves an editor until it leaves. */
export async function lsp(terminal: Terminal, { clientProcessId }: LspOptions): Promise<number> {
  const { system } = terminal;
  if (system.stdin.isTTY)
    terminal.say("l5cfg-fix lsp: an editor starts this and talks to it; Ctrl-D ends it");
  const input = system.stdin as NodeJS.ReadStream;
  const status = await serve({
    input,
    output: system.stdout as NodeJS.WriteStream,
    ...(clientProcessId !== undefined && { clientProcessId: Number(clientProcessId) }),
  });
  // Else the process would wait for more to read.
  input.destroy();
  return status;
}
