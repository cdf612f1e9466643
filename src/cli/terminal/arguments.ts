import { readFileSync, readlinkSync } from "node:fs";
import { fileNameText, isText } from "../../files/file-names.ts";

/**
 * The words of the command line, with names as they are on disk: on Linux those need not be UTF-8, and the system still
 * has the bytes that node lost. The working directory is corrected, too, for all that resolves paths.
 */
export function argumentsOf(process: NodeJS.Process): string[] {
  const { argv, platform } = process;
  const words = argv.slice(2);
  if (platform !== "linux") return words;
  try {
    const cwd = fileNameText(readlinkSync("/proc/self/cwd", "latin1"));
    if (!isText(cwd)) process.cwd = () => cwd;
    if (words.length === 0 || !words.some((word) => word.includes("\ufffd"))) return words;
    // The words of node itself come first.
    return readFileSync("/proc/self/cmdline", "latin1")
      .split("\0")
      .slice(0, -1)
      .map(fileNameText)
      .slice(-words.length);
  } catch {
    // Without /proc nothing else knows the bytes.
    return words;
  }
}
