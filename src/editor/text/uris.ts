import { fileURLToPath } from "node:url";
import { fileNameText } from "../../files/file-names.ts";

/** The path of a file that an editor names; undefined for what is no file on this machine, such as an unnamed buffer. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return fileURLToPath(uri);
  } catch (error) {
    // A file of another machine, or a name that is not UTF-8.
    return error instanceof URIError ? fileNameText(bytesIn(new URL(uri).pathname)) : undefined;
  }
}

function bytesIn(name: string): string {
  return name.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
