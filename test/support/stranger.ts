import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packageFolder } from "./command.ts";

/** A project of somebody who has never seen this repository, with the package installed as npm would pack it. */
export interface Stranger {
  folder: string;
  /** The package as it was packed. */
  tarball: string;
  /** Writes a file of the project's own. */
  write(name: string, text: string): void;
  /** Runs a program in the project. */
  run(program: string, ...args: string[]): { status: number | null; stdout: string; stderr: string };
}

/** Packs what was built, and installs it in an empty folder. */
export function strangerIn(folder: string): Stranger {
  const options = { encoding: "utf8", stdio: "pipe" } as const;
  // It was built for these tests already.
  const pack = ["build/pack.js", folder];
  const packed = execFileSync(process.execPath, pack, { ...options, cwd: packageFolder }).trim();
  const tarball = join(folder, packed);
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write("package.json", JSON.stringify({ name: "stranger", private: true }));
  const install = ["install", tarball, "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", install, { ...options, cwd: folder });
  const run: Stranger["run"] = (program, ...args) => {
    const options = { cwd: folder, encoding: "utf8", timeout: 60_000, killSignal: "SIGKILL" } as const;
    const { status, stdout, stderr } = spawnSync(program, args, options);
    return { status, stdout, stderr };
  };
  return { folder, tarball, write, run };
}
