import type { Dropped } from "./read-dropped.ts";
import { droppedIn } from "./walk.ts";

/** Takes what is dropped anywhere on the page; `marked` shows that it would be. */
export function acceptDrops(marked: HTMLElement, take: (dropped: Promise<Dropped[]>) => void): void {
  let depth = 0;
  const mark = (change: number) => {
    depth = Math.max(0, depth + change);
    marked.classList.toggle("over", depth > 0);
  };
  document.addEventListener("dragenter", () => mark(1));
  document.addEventListener("dragleave", () => mark(-1));
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(-depth);
    if (event.dataTransfer !== null) take(droppedIn(event.dataTransfer));
  });
}
