import type { Rule } from "./rule.ts";

export const modelDiffers: Rule = {
  id: "model-differs",
  severity: "error",
  title: "OpenOCD does with the config what l5cfg-fix does not expect",
  why:
    "With `--confirm`, the OpenOCD at hand runs the configs, too. Where it accepts what l5cfg-fix expects it to refuse, or the " +
    "other way round, or makes other targets or flash banks, l5cfg-fix is wrong about this OpenOCD: what it says of the config " +
    "may be wrong as well, and its fixes with it. OpenOCD counts. Report it with the config, so that it can be corrected.",
  // `--confirm` finds it, where it asks OpenOCD itself.
  check: () => [],
};
