import { type Explanation, lines } from "./example.ts";

/** Of rules about what OpenOCD cannot read, or refuses in words that no other rule covers. */
export const refusedExamples: Readonly<Record<string, Explanation>> = {
  "syntax-error": {
    versions: "all",
    example: { before: lines("if { [using_jtag] } {", "adapter speed 480") },
  },
  "dollar-missing": {
    versions: "all",
    example: {
      before: lines("if { [info exists QUADSPI] && QUADSPI } {", "\tadapter speed 1000", "}"),
      after: lines("if { [info exists QUADSPI] && $QUADSPI } {", "\tadapter speed 1000", "}"),
    },
  },
  "config-refused": {
    versions: "all",
    example: { before: lines("adapter speed fast", "reset_config srst_only") },
  },
  "model-differs": {
    versions: "the one that runs with `--confirm`",
    // Whatever config: a build with commands of its own takes it, and no table has that build.
    example: { before: lines("vendor_unlock on", "adapter speed 4000"), needsProgram: true },
  },
};
