import { fileNameText } from "../files/file-names.ts";
import { closedPorts } from "../flash/adapter-commands.ts";
import type { Interfaces } from "../manifest/manifest.ts";
import { stlinkServerCommand } from "../openocd/stlink-server.ts";
import { releaseNamed } from "../openocd/version.ts";
import { adapterLines } from "../overlay/adapter-lines.ts";
import { targetName } from "../overlay/openocd-cfg.ts";
import { type OverlayAt, sessionCommand } from "../overlay/openocd-command.ts";
import { slashed, tcl, tclWord } from "../overlay/tcl.ts";
import type { Binary } from "./binary.ts";
import { type ProvenFirmware, programCommand } from "./firmware.ts";

/** A config that is run as it is. */
export interface PlainSide {
  /** Absolute, so that nothing in the working directory is taken for it. */
  config: string;
  /** Absolute, in order. */
  searchPaths: readonly string[];
  interfaces: Interfaces;
}

/** A config that is run from an overlay, by the overlay's own `openocd.cfg`. */
export interface OverlaySide {
  /** As `find` takes it. */
  config: string;
  overlay: OverlayAt;
}

export interface SessionPlan {
  binary: Binary;
  side: PlainSide | OverlaySide;
  transport: string;
  /** Whether the config chooses adapter and transport itself. */
  isBoard: boolean;
  /** Names and values in bytes. */
  variables: Readonly<Record<string, string>>;
  firmware: ProvenFirmware;
  /** Where the board listens. */
  port: number;
  /** A word of this run, which OpenOCD prints when it has taken the config. */
  nonce: string;
}

/** The words that start an OpenOCD which writes a firmware to a virtual board. */
export function provingCommand(plan: SessionPlan): string[] {
  const { binary, transport, firmware, port, nonce } = plan;
  return [
    ...("overlay" in plan.side ? overlayWords(plan, plan.side) : plainWords(plan, plan.side)),
    ...c(stlinkServerCommand(transport, port, binary.version)),
    ...c(closedPorts),
    ...c(`echo ${nonce}`),
    ...c(programCommand(firmware)),
  ];
}

function overlayWords(
  { binary, transport, isBoard, variables }: SessionPlan,
  { overlay, config }: OverlaySide,
): string[] {
  return sessionCommand(overlay, {
    binary: binary.path,
    variables: {
      ...inText(variables),
      TARGET: targetName(config),
      ...(!isBoard && { TRANSPORT: transport }),
    },
  });
}

function plainWords(
  { binary, transport, isBoard, variables }: SessionPlan,
  { config, searchPaths, interfaces }: PlainSide,
): string[] {
  const release = releaseNamed(binary.version).id;
  const adapter = tcl`switch -glob ${transport} {\n${adapterLines(interfaces, release)}\n}`.text;
  return [
    binary.path,
    ...searchPaths.flatMap((folder) => ["-s", folder]),
    ...Object.entries(inText(variables)).flatMap(([name, value]) =>
      c(`set ${tclWord(name)} ${tclWord(value)}`),
    ),
    ...(isBoard ? [] : c(adapter, `transport select ${transport}`)),
    ...["-f", slashed(config)],
  ];
}

/** Names and values as text, as a command line has them. */
export function inText(variables: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [fileNameText(name), fileNameText(value)]),
  );
}

/** Commands as OpenOCD's options. */
export function c(...commands: readonly string[]): string[] {
  return commands.flatMap((command) => ["-c", command]);
}
