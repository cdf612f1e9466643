/**
 * The words of `reset_config` (manual: Reset Configuration), in groups of which one word at most may be given; the first
 * of each is what holds when none was. All known releases have the same. Source: OpenOCD 0.12.0, src/jtag/adapter.c,
 * handle_reset_config_command.
 */
export const RESET_FLAGS = {
  gating: ["srst_gates_jtag", "srst_nogate"],
  signal: ["none", "trst_only", "srst_only", "trst_and_srst"],
  combination: ["separate", "srst_pulls_trst", "trst_pulls_srst", "combined"],
  trst_type: ["trst_push_pull", "trst_open_drain"],
  srst_type: ["srst_open_drain", "srst_push_pull"],
  connect_type: ["connect_deassert_srst", "connect_assert_srst"],
} as const;

/** A group of words, as OpenOCD calls it when two of one group are given. */
export type ResetGroup = keyof typeof RESET_FLAGS;

/** The group that a word belongs to; undefined for a word that means nothing. */
export function resetGroupOf(flag: string): ResetGroup | undefined {
  for (const [group, flags] of Object.entries(RESET_FLAGS) as [ResetGroup, readonly string[]][]) {
    if (flags.includes(flag)) return group;
  }
  return undefined;
}

/** Every word that means something. */
export function resetFlags(): string[] {
  return Object.values(RESET_FLAGS).flat();
}
