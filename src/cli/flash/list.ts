import { diskFiles } from "../../files/disk-files.ts";
import { openOverlay } from "../../flash/overlay.ts";
import { type Probe, probesIn } from "../../flash/probes.ts";
import { targetName } from "../../overlay/openocd-cfg.ts";
import { pathName } from "../../report/path-name.ts";
import { printable, printableJson } from "../../report/printable.ts";
import { version } from "../../version.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { FlashExit } from "./exit-codes.ts";
import type { FlashCommandOptions } from "./options.ts";

/** `l5cfg-flash --list`: prints the targets of the overlay and the probes that are plugged in. */
export function listAll(terminal: Terminal, { overlay: named, format }: FlashCommandOptions): number {
  const { folder, manifest } = openOverlay(named);
  const targets = manifest.targets.map((script) => ({ name: targetName(script), script }));
  const probes = terminal.system.platform === "linux" ? probesIn(diskFiles) : undefined;
  if (format === "json") {
    const report = {
      tool: `l5cfg-flash ${version}`,
      schema: 2,
      overlay: folder,
      targets,
      ...(probes && { probes }),
    };
    terminal.write(`${printableJson(report)}\n`);
    return FlashExit.Ok;
  }
  terminal.print(`Targets of ${pathName(folder, terminal.cwd)}, for --target:`);
  for (const [i, { name, script }] of targets.entries())
    terminal.print(printable(`  ${name}  ${script}${i === 0 ? " (the usual one)" : ""}`));
  terminal.print("\nProbes, for --serial:");
  if (probes === undefined) terminal.print("  only Linux can be asked for them");
  else if (probes.length === 0) terminal.print("  none is plugged in");
  else for (const probe of probes) terminal.print(printable(`  ${probeText(probe)}`));
  return FlashExit.Ok;
}

function probeText({ name, adapter, usbId, serial }: Probe): string {
  return `${serial ?? "(no serial number)"}  ${name} (${usbId}, ${adapter})`;
}
