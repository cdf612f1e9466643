import { adapterTooLate } from "./adapter-too-late.ts";
import { adapterUnknown } from "./adapter-unknown.ts";
import { backslashInPath } from "./backslash-in-path.ts";
import { byteOrderMark } from "./byte-order-mark.ts";
import { chipUnsupported } from "./chip-unsupported.ts";
import { commandUnknown } from "./command-unknown.ts";
import { commentInCommand } from "./comment-in-command.ts";
import { configRefused } from "./config-refused.ts";
import { createdTwice } from "./created-twice.ts";
import { dapCommandUnderHla } from "./dap-command-under-hla.ts";
import { dapMissing } from "./dap-missing.ts";
import { dapRequired } from "./dap-required.ts";
import { dapUnsupported } from "./dap-unsupported.ts";
import { deprecated } from "./deprecated.ts";
import { dollarMissing } from "./dollar-missing.ts";
import { eventUnknown } from "./event-unknown.ts";
import { exprWords } from "./expr-words.ts";
import { flashBankAddress } from "./flash-bank-address.ts";
import { flashBankMissing } from "./flash-bank-missing.ts";
import { flashDriverUnknown } from "./flash-driver-unknown.ts";
import { initRequired } from "./init-required.ts";
import { modelDiffers } from "./model-differs.ts";
import { optionUnknown } from "./option-unknown.ts";
import { resetConfigUnknown } from "./reset-config-unknown.ts";
import { rtosUnknown } from "./rtos-unknown.ts";
import type { Rule } from "./rule.ts";
import { sourceMissing } from "./source-missing.ts";
import { sourceNotFound } from "./source-not-found.ts";
import { suppressionUnknown, suppressionUnused } from "./suppression-rules.ts";
import { swjNewdapRecursion } from "./swj-newdap-recursion.ts";
import { swjNewdapTransport } from "./swj-newdap-transport.ts";
import { syntaxError } from "./syntax-error.ts";
import { tapMissing } from "./tap-missing.ts";
import { targetMissing } from "./target-missing.ts";
import { targetTypeUnknown } from "./target-type-unknown.ts";
import { transportNotSelected } from "./transport-not-selected.ts";
import { transportTooLate } from "./transport-too-late.ts";
import { transportUnsupported } from "./transport-unsupported.ts";
import { variableTooLate } from "./variable-too-late.ts";
import { variableUnset } from "./variable-unset.ts";
import { workAreaMissing } from "./work-area-missing.ts";
import { workAreaOutsideRam } from "./work-area-outside-ram.ts";

/** Every rule. Rules about faults that keep a config from being read come first. */
export const rules: readonly Rule[] = [
  syntaxError,
  sourceMissing,
  variableUnset,
  sourceNotFound,
  swjNewdapRecursion,
  swjNewdapTransport,
  commandUnknown,
  exprWords,
  dollarMissing,
  adapterUnknown,
  adapterTooLate,
  transportTooLate,
  transportNotSelected,
  initRequired,
  variableTooLate,
  commentInCommand,
  byteOrderMark,
  backslashInPath,
  rtosUnknown,
  optionUnknown,
  transportUnsupported,
  eventUnknown,
  resetConfigUnknown,
  flashDriverUnknown,
  chipUnsupported,
  createdTwice,
  tapMissing,
  dapMissing,
  targetTypeUnknown,
  dapRequired,
  dapUnsupported,
  targetMissing,
  flashBankMissing,
  flashBankAddress,
  workAreaMissing,
  workAreaOutsideRam,
  dapCommandUnderHla,
  configRefused,
  modelDiffers,
  deprecated,
  suppressionUnused,
  suppressionUnknown,
];
