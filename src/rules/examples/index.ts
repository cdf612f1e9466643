import type { Explanation } from "./example.ts";
import { mismatchExamples } from "./mismatch.ts";
import { missingExamples } from "./missing.ts";
import { orderExamples } from "./order.ts";
import { refusedExamples } from "./refused.ts";
import { slipExamples } from "./slips.ts";
import { suppressionExamples } from "./suppression.ts";

export type { Example, Explanation } from "./example.ts";

/** What there is to show of each rule, by its id. Apart from the rules, as only `explain` needs it. */
export const explanations: Readonly<Record<string, Explanation>> = {
  ...refusedExamples,
  ...missingExamples,
  ...mismatchExamples,
  ...orderExamples,
  ...slipExamples,
  ...suppressionExamples,
};
