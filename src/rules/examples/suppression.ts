import { type Explanation, lines } from "./example.ts";

/** Of rules about the comments that silence rules. */
export const suppressionExamples: Readonly<Record<string, Explanation>> = {
  "suppression-unused": {
    versions: "all",
    example: {
      before: lines(
        "# l5cfg-fix disable-next-line work-area-missing -- the board file sets it",
        "adapter speed 480",
      ),
      after: lines("adapter speed 480"),
    },
  },
  "suppression-unknown": {
    versions: "all",
    example: {
      before: lines("# l5cfg-fix disable-next-line no-such-rule -- it is fine", "adapter speed 480"),
      after: lines("adapter speed 480"),
    },
  },
};
