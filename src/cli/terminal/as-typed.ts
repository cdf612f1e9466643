import { readFileSync, readlinkSync } from "node:fs";
import { fileNameText, isText } from "../../files/file-names.ts";

/**
 * The words of the command line, with names as they are on disk: on Linux those need not be UTF-8, and the system still
 * has the bytes that node lost. The working directory is fixed, too, for all that resolves paths.
 */
export function asTyped(process: NodeJS.Process): string[] {
  const { argv, platform } = process;
  if (platform !== "linux") return argv;
  try {
    const cwd = fileNameText(readlinkSync("/proc/self/cwd", "latin1"));
    if (!isText(cwd)) process.cwd = () => cwd;
    if (!argv.some((word) => word.includes("\ufffd"))) return argv;
    const words = readFileSync("/proc/self/cmdline", "latin1").split("\0").slice(0, -1).map(fileNameText);
    // Those of node itself stand in front.
    return [...argv.slice(0, 2), ...words.slice(2 - argv.length)];
  } catch {
    // Without /proc there is nobody to ask.
    return argv;
  }
}
