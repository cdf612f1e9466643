import { byId } from "./dom.ts";

/** The tabs by the names of their panels. */
const names = ["findings", "patch", "model", "log"] as const;

export type TabName = (typeof names)[number];

/** Tabs as a keyboard works them: arrows move, Home and End go to the ends (WAI-ARIA Authoring Practices, Tabs). */
export class Tabs {
  readonly #opened: (name: TabName) => void;

  /** `opened` is called whenever a person opens one. */
  constructor(opened: (name: TabName) => void) {
    this.#opened = opened;
    for (const name of names) {
      const tab = tabOf(name);
      tab.addEventListener("click", () => this.open(name));
      tab.addEventListener("keydown", (event) => this.#move(event, name));
    }
  }

  /** Which there are; the first of them is opened. */
  offer(offered: readonly TabName[]): void {
    for (const name of names) tabOf(name).hidden = !offered.includes(name);
    this.open(offered[0] ?? "findings");
  }

  open(opened: TabName): void {
    for (const name of names) {
      const isOpen = name === opened;
      tabOf(name).setAttribute("aria-selected", String(isOpen));
      tabOf(name).tabIndex = isOpen ? 0 : -1;
      byId(name, HTMLElement).hidden = !isOpen;
    }
    this.#opened(opened);
  }

  #move(event: KeyboardEvent, from: TabName): void {
    const offered = names.filter((name) => !tabOf(name).hidden);
    const at = offered.indexOf(from);
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const name = offered.at(to % offered.length)!;
    this.open(name);
    tabOf(name).focus();
  }
}

function tabOf(name: TabName): HTMLButtonElement {
  return byId(`tab-${name}`, HTMLButtonElement);
}
