import { diffWordsWithSpace } from "diff";
import { html, type Markup } from "./markup.ts";

/** Words are not marked in lines that are longer than this. */
const LONGEST = 1000;

/** Of a line no more than this is marked; lines with less in common have nothing to point out. */
const MOST_MARKED = 0.6;

/** A line and what it became, with the words marked that differ. */
export function changedWords(own: string, other: string): [Markup, Markup] {
  const lines: [Markup, Markup] = [html`${own}`, html`${other}`];
  if (Math.max(own.length, other.length) > LONGEST) return lines;
  // Indentation is no difference worth a colour.
  const [left, right] = [own, other].map((line) => line.length - line.trimStart().length) as [number, number];
  const changes = diffWordsWithSpace(own.slice(left), other.slice(right));
  const marked = (is: "removed" | "added") =>
    changes.reduce((sum, change) => sum + (change[is] ? change.value.length : 0), 0);
  const share = Math.max(marked("removed") / (own.length - left), marked("added") / (other.length - right));
  if (!(share <= MOST_MARKED)) return lines;
  return [
    html`${own.slice(0, left)}${changes.map(({ value, added, removed }) => (added ? "" : removed ? html`<del>${value}</del>` : value))}`,
    html`${other.slice(0, right)}${changes.map(({ value, added, removed }) => (removed ? "" : added ? html`<ins>${value}</ins>` : value))}`,
  ];
}
