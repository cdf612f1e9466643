#!/usr/bin/env node
import { keepCompiledCode } from "../compile-cache.ts";

/** Put in by the build. */
declare const L5CFG_FIX_VERSION: string | undefined;

// The commonest question is answered before anything else is loaded.
const asksVersion = process.argv.length === 3 && ["--version", "-V"].includes(process.argv[2]!);
if (asksVersion && typeof L5CFG_FIX_VERSION === "string") {
  process.stdout.write(`${L5CFG_FIX_VERSION}\n`);
} else {
  keepCompiledCode(process);
  const { run } = await import("./program.ts");
  const { argumentsOf } = await import("../terminal/arguments.ts");
  const { systemOf } = await import("../terminal/process-system.ts");
  const words = argumentsOf(process);
  process.exitCode = await run(words, systemOf(process));
}
