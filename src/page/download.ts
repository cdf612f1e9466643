import { latin1Bytes } from "../core.ts";
import { element } from "./dom.ts";

/** Has the browser save a text, whose characters are bytes, under a name. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([latin1Bytes(text)], { type: "application/octet-stream" }));
  const link = element("a", { href: url, download: name.replace(/^.*\//s, "") });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser takes it in its own time.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
