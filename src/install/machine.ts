import type { ProgramFacts } from "../openocd/program-facts.ts";
/** The facts about a machine that are needed to find installs. Tests simulate machines with other systems. */

import type { Disk } from "../files/file-system.ts";

/** Node's names of systems, written out so that importing the library needs no types of Node. */
type Platform =
  | ("aix" | "android" | "cygwin" | "darwin" | "freebsd" | "haiku")
  | ("linux" | "netbsd" | "openbsd" | "sunos" | "win32");

export interface Machine {
  platform: Platform;
  env: Readonly<Record<string, string | undefined>>;
  /** The user's own folder. */
  home: string;
  disk: Disk;
  /** What a program prints when it is asked for its version; undefined where it does not answer. */
  ask(binary: string): string | undefined;
  /** What a program says that it can do; undefined where it does not answer. */
  askFacts?(binary: string): ProgramFacts | undefined;
}

/** An environment variable; on Windows the case of its name does not matter. */
export function variable(
  { platform, env }: Pick<Machine, "platform" | "env">,
  name: string,
): string | undefined {
  const key =
    platform === "win32" ? Object.keys(env).find((own) => own.toLowerCase() === name.toLowerCase()) : name;
  return (key !== undefined && env[key]) || undefined;
}
