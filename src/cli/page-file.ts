import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { readBounded } from "../files/read-bounded.ts";
import { exists } from "../files/stat.ts";
import { systemPath } from "../files/system-path.ts";
import { pageHtml } from "../report/html/page.ts";
import type { Page } from "../report/html/page-model.ts";
import type { Terminal } from "./terminal/terminal.ts";
import { UsageError } from "./usage-error.ts";

/** What each of our pages has at its beginning. */
const MARK = '<meta name="generator" content="l5cfg-fix ';

/** The path that means standard output. */
export const stdoutWord = "-";

/** No page is larger than this, in bytes. */
const LARGEST_PAGE = 512 * 1024 * 1024;

/** Where in a page that mark is, at most. */
const HEAD = 2000;

/**
 * Writes a page where `--html` says: to standard output for `-`, else to a file, over an earlier page of ours and nothing else. Throws UsageError where that cannot
 * be.
 */
export function writePage(terminal: Terminal, file: string, page: Page): void {
  if (file === stdoutWord) {
    terminal.write(pageHtml(page));
    return;
  }
  const path = resolve(terminal.cwd, file);
  try {
    if (
      exists(path) &&
      !readBounded(path, { largest: LARGEST_PAGE }).toString("latin1", 0, HEAD).includes(MARK)
    ) {
      throw new UsageError(`--html ${file}: that is a file already, and no page of l5cfg-fix; name another`);
    }
    writeFileSync(systemPath(path), pageHtml(page));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--html ${file}: ${(error as Error).message}`);
  }
}
