import { byId } from "./dom.ts";

/** Says what is going on, to the eye and to a screen reader. */
export function say(text: string, kind: "done" | "busy" | "error" = "done"): void {
  const status = byId("status", HTMLElement);
  status.textContent = text;
  status.className = kind;
  document.body.setAttribute("aria-busy", String(kind === "busy"));
}

/** Says something more. */
export function sayMore(text: string): void {
  byId("status", HTMLElement).append(` ${text}`);
}

/** A number of things. */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
