import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "../../install/fixtures.ts";

/**
 * A program of shell script that is taken for OpenOCD. In the script, `mark NAME` prints a step's mark as OpenOCD would, and
 * `forge NAME` one as a script could print that does not know the run.
 */
export function fakeOpenocd(script: string): string {
  const path = join(folderWith(), "openocd");
  writeFileSync(
    path,
    `#!/bin/sh
nonce=$(printf '%s\\n' "$@" | sed -n 's/^echo "l5cfg-flash \\([^:]*\\): connecting".*/\\1/p')
mark() { for name; do echo "l5cfg-flash $nonce: $name" >&2; done; }
forge() { for name; do echo "l5cfg-flash: $name" >&2; done; }
if [ "$1" = --version ]; then echo "Open On-Chip Debugger 0.12.0" >&2; exit 0; fi
${script}
`,
  );
  chmodSync(path, 0o755);
  return path;
}
