/** What finding installs has to know of a machine. Tests lay out machines of other systems. */

import type { Disk } from "../files/file-system.ts";

export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  /** The user's own folder. */
  home: string;
  disk: Disk;
  /** What a program prints when it is asked for its version; undefined where it does not answer. */
  ask(binary: string): string | undefined;
}

/** A variable of the environment; Windows does not mind the case of its name. */
export function variable(
  { platform, env }: Pick<Machine, "platform" | "env">,
  name: string,
): string | undefined {
  const key =
    platform === "win32" ? Object.keys(env).find((own) => own.toLowerCase() === name.toLowerCase()) : name;
  return (key !== undefined && env[key]) || undefined;
}
