import type { LogEntry } from "../entry.ts";

const ALL = "0.10 to master";

/** The firmware's file. */
export const image: readonly LogEntry[] = [
  {
    id: "image-not-found",
    stage: "image",
    patterns: ["couldn't open {file}"],
    what: "the file {file} cannot be opened",
    advice: [
      "Names are relative to the folder that OpenOCD was started in. Give an absolute one.",
      "On Windows write it with `/`, or in braces: a backslash is an escape in Tcl.",
    ],
    source: [{ file: "src/helper/fileio.c fileio_open_local()", versions: ALL }],
    example: ["Error: couldn't open firmware.elf"],
  },
  {
    id: "image-invalid",
    stage: "image",
    patterns: [
      "invalid ELF file, {what}",
      "cannot read ELF {part}",
      "incorrect record checksum found in IHEX file",
      "incorrect record checksum found in S19 file",
      "premature end of IHEX file, no matching end-of-file record found",
      "premature end of S19 file, no matching end-of-file record found",
      "unhandled IHEX record type: {type}",
      "unhandled S19 record type: {type}",
      "failed buffering IHEX image, check server output for additional information",
      "failed buffering S19 image, check server output for additional information",
      "Too many sections found in IHEX file",
    ],
    what: "the firmware's file is damaged, or not of the kind that its beginning or name says",
    advice: [
      "Build it again. A raw binary needs its address, `program firmware.bin 0x08000000`, or its kind, `bin`.",
    ],
    source: [
      {
        file: "src/target/image.c image_elf_read_headers(), image_ihex_buffer_complete_inner()",
        versions: ALL,
      },
    ],
    example: ["Error: invalid ELF file, no loadable segments"],
  },
  {
    id: "section-empty",
    stage: "image",
    patterns: ["empty section {n}"],
    what: "a section of the firmware has no bytes",
    advice: ["Look at the linker script; a firmware in which all sections are empty was built from nothing."],
    source: [{ file: "src/flash/nor/core.c flash_write_unlock_verify()", versions: ALL }],
    example: ["Warn : empty section 0"],
  },
];
