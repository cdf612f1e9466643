// Draws the pictures of the documents that show what the command prints.
import { writeFileSync } from "node:fs";
import { recordedRun } from "./recorded-run.ts";

writeFileSync("docs/images/run.svg", recordedRun());
