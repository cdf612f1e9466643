#!/usr/bin/env node
// The commonest question is answered before anything else is loaded.
const asksVersion = process.argv.length === 3 && ["--version", "-V"].includes(process.argv[2]!);
if (asksVersion && typeof L5CFG_FIX_VERSION === "string") {
  console.log(L5CFG_FIX_VERSION);
} else {
  const { run } = await import("./program.ts");
  process.exitCode = await run(process);
}
