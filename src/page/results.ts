import { byId, element, show } from "./dom.ts";
import { showLog } from "./log-panel.ts";
import type { LogView } from "./log-view.ts";
import { showMissing } from "./missing-view.ts";
import { showPatch } from "./patch-view.ts";
import type { Checked } from "./protocol.ts";
import { count } from "./status.ts";

/** Shows what a check came to. Answers it in a sentence. */
export function showChecked(checked: Checked): string {
  const { title, lead, openocd, entries, texts, files, findings, milliseconds } = checked;
  heading(title, [...lead, openocd]);
  showMissing(byId("missing", HTMLElement), checked);
  // Escaped where it was made; and no script can run here that this page did not come with.
  byId("entries", HTMLElement).innerHTML = entries;
  byId("texts", HTMLElement).innerHTML = texts;
  byId("nothing", HTMLElement).hidden = texts !== "";
  showPatch(byId("patch", HTMLElement), checked);
  const found = findings === 0 ? "Nothing to fix" : count(findings, "finding");
  const patched = files.length === 0 ? "" : ` The patch changes ${files.map(({ name }) => name).join(", ")}.`;
  return `${found}, in ${Math.round(milliseconds)} ms.${patched}`;
}

/** Shows what a log means; it is all there is where no config was dropped. Answers it in a sentence. */
export function showExplained(name: string, log: LogView, isAlone: boolean): string {
  showLog(byId("log", HTMLElement), name, log);
  if (isAlone) {
    heading(`Explanation of ${name}`, []);
    byId("missing", HTMLElement).hidden = true;
  }
  const errors = log.diagnoses.length + log.unknown.length;
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
