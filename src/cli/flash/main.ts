#!/usr/bin/env node
import { version } from "../../version.ts";

// The commonest question is answered before anything else is loaded.
if (process.argv.length === 3 && (process.argv[2] === "--version" || process.argv[2] === "-V")) {
  console.log(version);
} else {
  const { asTyped } = await import("../terminal/as-typed.ts");
  const { run } = await import("./program.ts");
  process.exitCode = await run(asTyped(process));
}
