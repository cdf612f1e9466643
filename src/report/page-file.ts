import { writeFileSync } from "node:fs";
import { UsageError } from "../cli/errors.ts";
import { type Page, pageHtml } from "./html/page.ts";

/** Writes a page where somebody asked for it. Throws UsageError where that cannot be. */
export function writePage(file: string, page: Page): void {
  try {
    writeFileSync(file, pageHtml(page));
  } catch (error) {
    throw new UsageError(`--html ${file}: ${(error as Error).message}`);
  }
}
