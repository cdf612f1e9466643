import { writeFileSync } from "node:fs";
import { type Page, pageHtml } from "../../html/page.ts";
import { UsageError } from "../errors.ts";

/** Writes a page where somebody asked for it. Throws UsageError where that cannot be. */
export function writePage(file: string, page: Page): void {
  try {
    writeFileSync(file, pageHtml(page));
  } catch (error) {
    throw new UsageError(`--html ${file}: ${(error as Error).message}`);
  }
}
