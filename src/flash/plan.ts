import { resolve } from "node:path";
import { checkTrust } from "../install/trust.ts";
import type { ReleaseId } from "../openocd/data/releases.ts";
import { adapterOf } from "../openocd/transport.ts";
import { releaseNamed } from "../openocd/version.ts";
import { targetName, usualTransport } from "../overlay/openocd-cfg.ts";
import { type OverlayAt, sessionCommand } from "../overlay/openocd-command.ts";
import { closedPorts, serialCommand, speedCommand } from "./adapter-commands.ts";
import { FlashError } from "./errors.ts";
import { type Firmware, readFirmware } from "./firmware.ts";
import type { FlashOptions } from "./options.ts";
import { openOverlay, scriptOf } from "./overlay.ts";
import { stepCommands, stepsOf } from "./step-commands.ts";
import type { StepName } from "./steps.ts";
import { requireTarget } from "./target.ts";

/** A flash run that is ready to start. */
export interface FlashPlan {
  firmware: Firmware;
  overlay: OverlayAt;
  /** The target or board, as one names it: `stm32l5x`. */
  target: string;
  /** The transport, where the overlay selects it; a board selects its own. */
  transport?: string;
  verify: boolean;
  /** The steps that the command goes through, in order. */
  steps: StepName[];
  /** The one command that is run, word by word, with absolute paths. */
  command: string[];
}

/**
 * Plans a flash run; runs nothing. Throws FlashError, ProjectError or ImageError where it is not possible; the message
 * says what to do instead.
 *
 * @example
 * ```ts
 * import { planFlash } from "l5cfg-fix/flash";
 *
 * const { target, transport, firmware } = planFlash({ firmware: "firmware.bin", speed: 1000 });
 * console.log(target, transport, firmware.size); // prints stm32l5x hla_swd 5000
 * ```
 */
export function planFlash(options: FlashOptions): FlashPlan {
  const { verify = true, reset = "run", openocdBinary } = options;
  const overlay = openOverlay(options.overlay);
  const own = overlay.manifest.openocd.binary;
  if (openocdBinary === undefined && own !== undefined && !options.trust) checkTrust(overlay.folder, own);
  const firmware = readFirmware(options.firmware, options.address);
  const { target, transport, variables } = choices(overlay, options);
  const release = releaseNamed(overlay.manifest.openocd.version).id;
  const commands = [
    closedPorts,
    ...adapterCommands(options, release, transport),
    ...(options.commands ?? []),
    ...stepCommands(firmware, verify, reset),
  ];
  const binary = openocdBinary && (/[\\/]/.test(openocdBinary) ? resolve(openocdBinary) : openocdBinary);
  return {
    firmware,
    overlay,
    target,
    ...(transport !== undefined && { transport }),
    verify,
    steps: stepsOf(verify, reset),
    command: [
      ...sessionCommand(overlay, { binary, variables }),
      ...commands.flatMap((command) => ["-c", command]),
    ],
  };
}

/** The overlay's choices, by Tcl variable (see the beginning of its `openocd.cfg`). */
function choices(overlay: OverlayAt, { target, transport, variables = {} }: FlashOptions) {
  const { manifest } = overlay;
  const usual = manifest.targets[0];
  const named = target ?? variables.TARGET ?? (usual && targetName(usual));
  if (named === undefined) {
    throw new FlashError(`the overlay ${overlay.folder} has no target; name one with --target`);
  }
  const script = scriptOf(overlay, named) ?? named;
  // Of a board that is not patched only the name is known.
  const isOther = script.startsWith("board/") && !manifest.targets.includes(script);
  const isBoard = isOther || manifest.boards.includes(script);
  if (isBoard && transport !== undefined) {
    throw new FlashError(
      `${named} is a board, which selects its transport itself; --transport cannot change it`,
    );
  }
  requireTarget(overlay, named);
  const isChosen = isBoard || variables.INTERFACE !== undefined;
  const selected = transport ?? variables.TRANSPORT ?? usualTransport(manifest.transports);
  return {
    target: named,
    transport: isChosen ? transport : selected,
    variables: {
      ...variables,
      ...((target !== undefined || manifest.targets.length > 1) && { TARGET: named }),
      ...(transport !== undefined && { TRANSPORT: transport }),
    },
  };
}

function adapterCommands(
  { speed, serial }: FlashOptions,
  release: ReleaseId,
  transport: string | undefined,
): string[] {
  const adapter = transport === undefined ? undefined : adapterOf(transport);
  return [
    ...(serial === undefined ? [] : [serialCommand(serial, release, adapter)]),
    ...(speed === undefined ? [] : [speedCommand(speed, release)]),
  ];
}
