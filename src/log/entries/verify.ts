import { before, idsOf, since } from "../../openocd/data/releases.ts";
import type { LogEntry } from "../entry.ts";

/** Where drivers write nothing without a loader, and say that all is well. */
const silent = idsOf(since("st-1.0.0") & before("st-1.6.0"));

/** What is in the flash is not what should be. */
export const verify: readonly LogEntry[] = [
  {
    id: "checksum-mismatch",
    stage: "verify",
    patterns: ["checksum mismatch - attempting binary compare", "checksum mismatch"],
    what: "what is in the flash is not the firmware: its checksum is another one",
    advice: [
      "Erase and write again, and look at what the log says before this: a write that failed, or that never happened.",
      "A firmware that runs while it is verified may change its memory: use `reset halt` first.",
      "Sections in RAM cannot be verified after a reset: verify the flash only.",
    ],
    follows: [
      // Later drivers write without a loader, slowly.
      { id: "no-flash-loader", in: silent },
      { id: "work-area-missing", in: silent },
      { id: "work-area-too-small", in: silent },
      "flash-write-failed",
      "flash-write-protected",
      "section-outside-flash",
    ],
    source: [
      { file: "src/target/target.c handle_verify_image_command_internal()", versions: "0.10 to 0.12.0" },
    ],
    example: ["Error: checksum mismatch - attempting binary compare"],
  },
  {
    id: "flash-still-erased",
    stage: "verify",
    patterns: ["diff {n} address {address}. Was 0xff instead of {byte}"],
    what: "the flash still holds 0xff, as after an erase: nothing was written there",
    advice: ["Look at what the log says of writing: the driver gave up, or wrote somewhere else."],
    follows: ["checksum-mismatch"],
    source: [
      { file: "src/target/target.c handle_verify_image_command_internal()", versions: "0.10 to 0.12.0" },
    ],
    example: ["diff 0 address 0x08000000. Was 0xff instead of 0x00"],
  },
  {
    id: "bytes-differ",
    stage: "verify",
    patterns: ["diff {n} address {address}. Was {was} instead of {byte}"],
    what: "bytes in the flash are not those of the firmware",
    advice: [
      "Erase and write again; where the same bytes differ each time, look for a firmware that writes its own flash.",
    ],
    follows: ["checksum-mismatch"],
    source: [
      { file: "src/target/target.c handle_verify_image_command_internal()", versions: "0.10 to 0.12.0" },
    ],
    example: ["diff 3 address 0x08000010. Was 0x12 instead of 0x34"],
  },
  {
    id: "verify-failed",
    stage: "verify",
    patterns: ["** Verify Failed **"],
    what: "`program` wrote the firmware, compared, and found another one in the flash",
    advice: ["Look at the errors before this one."],
    follows: "any",
    source: [{ file: "src/flash/startup.tcl program", versions: "0.10 to 0.12.0" }],
    example: ["** Verify Failed **"],
  },
];
