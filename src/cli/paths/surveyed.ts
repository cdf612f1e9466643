import type { Survey } from "./survey.ts";
import type { Work } from "./work.ts";

/** A path of the command line, and what there is to say of it. */
export interface Surveyed extends Survey {
  work: Work;
}
