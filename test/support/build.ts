import { execFileSync } from "node:child_process";
import { packageFolder } from "./command.ts";

/** Builds `dist` once, for the tests of what people get. */
export function setup(): void {
  execFileSync(process.execPath, ["build/index.js"], { cwd: packageFolder, stdio: "inherit" });
}
