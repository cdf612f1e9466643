import { byId, element, show } from "./dom.ts";
import { showLog } from "./log-panel.ts";
import type { LogView } from "./log-view.ts";
import { showMissing } from "./missing-view.ts";
import { showPatch } from "./patch-view.ts";
import type { Checked } from "./protocol.ts";
import { count } from "./status.ts";

/** Shows the result of a check. Answers it in a sentence. */
export function showChecked(checked: Checked): string {
  const { title, lead, openocd, entries, texts, files, milliseconds } = checked;
  const found = foundText(checked);
  heading(title, [...lead, openocd]);
  showMissing(byId("missing", HTMLElement), checked);
  // Escaped where it was made; and no script can run here that this page did not come with.
  byId("entries", HTMLElement).innerHTML = entries;
  byId("texts", HTMLElement).innerHTML = texts;
  const nothing = byId("nothing", HTMLElement);
  nothing.hidden = texts !== "";
  nothing.textContent = `${found[0]!.toUpperCase()}${found.slice(1)}.`;
  showPatch(byId("patch", HTMLElement), checked);
  const patched = files.length === 0 ? "" : ` The patch changes ${files.map(({ name }) => name).join(", ")}.`;
  return `Checked in ${Math.round(milliseconds)} ms: ${found}.${patched}`;
}

/** That there is nothing to fix is no praise where OpenOCD stops all the same. */
function foundText({ findings, refused }: Checked): string {
  if (findings > 0) return count(findings, "finding");
  return refused === 0
    ? "nothing to fix"
    : `nothing that a rule could fix, but OpenOCD stops in ${count(refused, "config")}; see the reason above`;
}

/** Shows what a log means; it is all there is where no config was dropped. Answers it in a sentence. */
export function showExplained(name: string, log: LogView, isAlone: boolean): string {
  showLog(byId("log", HTMLElement), name, log);
  if (isAlone) {
    heading(`Explanation of ${name}`, []);
    byId("missing", HTMLElement).hidden = true;
  }
  const errors = log.diagnoses.length + log.unknown.length;
  if (!log.isOpenocds) return `Nothing in ${name} reads like the output of OpenOCD.`;
  return errors === 0 ? "The log shows no error." : `The log shows ${count(errors, "error")}.`;
}

function heading(title: string, lead: readonly string[]): void {
  byId("results", HTMLElement).hidden = false;
  show(byId("title", HTMLElement), element("bdi", {}, title));
  show(
    byId("lead", HTMLElement),
    lead.map((text) => element("p", {}, element("bdi", {}, text))),
  );
}
