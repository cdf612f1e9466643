import { dapCommandUnderHla } from "./dap-command-under-hla.ts";
import { dapMissing } from "./dap-missing.ts";
import { flashDriverUnknown } from "./flash-driver-unknown.ts";
import type { Rule } from "./rule.ts";
import { swjNewdapRecursion } from "./swj-newdap-recursion.ts";
import { workAreaMissing } from "./work-area-missing.ts";

/** Every rule, those first that keep a config from being read at all. */
export const rules: readonly Rule[] = [
  swjNewdapRecursion,
  flashDriverUnknown,
  dapMissing,
  workAreaMissing,
  dapCommandUnderHla,
];
