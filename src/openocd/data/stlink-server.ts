/**
 * How OpenOCD is told to reach an ST-LINK through ST's stlink-server, by adapter driver and release. Source: each of
 * these builds, asked. The port follows.
 */

import type { ReleaseId } from "./releases.ts";

type Driver = "hla" | "st-link";

const older = { hla: "hla_stlink_interface server", "st-link": "st-link interface server" };
const newer = { hla: "hla_stlink_backend tcp", "st-link": "st-link backend tcp" };

export const stlinkServerCommands: Readonly<Record<ReleaseId, Readonly<Record<Driver, string>>>> = {
  "st-r1": { hla: "hla_use_stlink_server", "st-link": "st-link use_stlink_server" },
  "st-r2": older,
  "st-r3": older,
  "0.12.0": newer,
  "st-r6": newer,
  master: { ...newer, hla: "hla stlink_backend tcp" },
};
