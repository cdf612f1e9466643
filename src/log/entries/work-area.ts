import type { LogEntry } from "../entry.ts";

/** RAM of the chip that OpenOCD may use: without it, no flash loader and no checksum can run there. */
export const workArea: readonly LogEntry[] = [
  {
    id: "work-area-missing",
    stage: "write",
    patterns: ["No working memory available. Specify -work-area-{kind} to target."],
    what: "the target has no work area: there is no RAM for the flash loader and for the checksum to run in",
    advice: [
      "Give the target one, directly after `target create`: `-work-area-phys`, `-work-area-size` and `-work-area-backup`.",
      "A config may do so in its gdb-attach event only, which serves a debugger and not the command line.",
    ],
    rules: ["work-area-missing"],
    source: [
      {
        file: "src/target/target.c target_alloc_working_area_try()",
        versions: "0.10 to 0.12.0, ST's r1 to r6",
      },
    ],
    example: ["Error: No working memory available. Specify -work-area-phys to target."],
  },
  {
    id: "work-area-too-small",
    stage: "write",
    patterns: [
      "not enough working area available(requested {size})",
      "not enough working area available (requested {size})",
    ],
    what: "the target's work area is too small, or taken: {size} bytes were asked for",
    asEffect: "there were no {size} bytes of RAM for a program in the chip",
    advice: [
      "Make it larger (`-work-area-size`), up to the RAM that the chip has in one piece; boards often set WORKAREASIZE.",
    ],
    rules: ["work-area-missing", "work-area-outside-ram"],
    follows: ["work-area-missing"],
    source: [
      {
        file: "src/target/target.c target_alloc_working_area()",
        versions: "0.10 to 0.12.0, ST's r1 to r6",
      },
    ],
    example: ["Warn : not enough working area available(requested 82)"],
  },
  {
    id: "no-flash-loader",
    stage: "write",
    patterns: [
      "no working area available, can't do block memory writes",
      "no large enough working area available, can't do block memory writes",
      "large enough working area not available, can't do block memory writes",
    ],
    what: "the flash loader found no RAM to run in",
    asEffect:
      "the flash loader found no RAM to run in; ST's own drivers of 2020 then write nothing and report success",
    advice: ["Give the target a work area in its RAM, large enough for the loader and a buffer: some KiB."],
    rules: ["work-area-missing", "work-area-outside-ram"],
    follows: ["work-area-missing", "work-area-too-small"],
    source: [
      { file: "src/flash/nor/stm32l4x.c stm32l4_write_block()", versions: "0.10 to 0.12.0" },
      { file: "src/flash/nor/stm32f2x.c stm32x_write_block()", versions: "0.10 to 0.12.0" },
      { file: "src/flash/nor/stm32h7x.c stm32x_write_block()", versions: "0.11 to 0.12.0" },
    ],
    example: ["Warn : no working area available, can't do block memory writes"],
  },
  {
    id: "slow-programming",
    stage: "write",
    patterns: [
      "falling back to programming without a flash loader (slower)",
      "couldn't use block writes, falling back to single memory accesses",
    ],
    what: "the flash is written word by word from the outside, many times slower than by a loader in the chip",
    advice: ["Give the target a work area in its RAM."],
    rules: ["work-area-missing", "work-area-outside-ram"],
    follows: ["no-flash-loader", "work-area-too-small", "work-area-missing"],
    source: [
      { file: "src/flash/nor/stm32l4x.c stm32l4_write()", versions: "0.12.0" },
      { file: "src/flash/nor/stm32f1x.c stm32x_write_block()", versions: "0.10 to 0.12.0" },
    ],
    example: ["Warn : falling back to programming without a flash loader (slower)"],
  },
  {
    id: "slow-erase-check",
    stage: "erase",
    patterns: ["Running slow fallback erase check - add working memory", "Running slow fallback erase check"],
    what: "whether the flash is erased is read byte by byte, as no work area is there to run the check in the chip",
    advice: ["Give the target a work area in its RAM."],
    rules: ["work-area-missing"],
    follows: ["work-area-missing", "work-area-too-small"],
    source: [{ file: "src/flash/nor/core.c default_flash_blank_check()", versions: "0.10 to 0.12.0" }],
    example: ["Running slow fallback erase check - add working memory"],
  },
];
