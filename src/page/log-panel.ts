import { element, show } from "./dom.ts";
import type { LogItem, LogView } from "./log-view.ts";

/** The explanation of a log. */
export function showLog(where: Element, name: string, log: LogView): void {
  const { diagnoses, unknown, harmless, omitted, isOpenocds } = log;
  show(
    where,
    element(
      "h2",
      {},
      "What ",
      element("bdi", {}, name),
      " shows",
      log.openocd !== "" && element("small", {}, ` OpenOCD ${log.openocd}`),
    ),
    !isOpenocds && element("p", { class: "notice" }, "Nothing in it reads like the output of OpenOCD."),
    isOpenocds &&
      diagnoses.length + unknown.length === 0 &&
      element("p", { class: "empty" }, "It shows no error that is known, and none that is not."),
    element("ol", { class: "diagnoses" }, [...diagnoses, ...unknown].map(itemOf)),
    omitted > 0 && element("p", { class: "hint" }, `${omitted} more are not shown.`),
    harmless.length > 0 &&
      element(
        "details",
        {},
        element("summary", {}, `${harmless.length} that read like errors and are none`),
        element(
          "ul",
          { class: "lines" },
          harmless.map((text) => element("li", {}, text)),
        ),
      ),
  );
}

function itemOf({ id, what, advice, rules, effects, places, lines }: LogItem): HTMLElement {
  return element(
    "li",
    { class: rules.length > 0 ? "changed" : "left" },
    element("h3", {}, what, " ", element("span", { class: "note" }, id)),
    advice.length > 0 &&
      element(
        "ul",
        { class: "advice" },
        advice.map((text) => element("li", {}, text)),
      ),
    rules.length > 0 && element("p", {}, "l5cfg-fix fixes it in the config: drop that config here, too."),
    places.length > 0 && element("p", { class: "note" }, "At ", places.join("; ")),
    effects.length > 0 && element("p", { class: "note" }, "What follows from it: ", effects.join("; ")),
    element("pre", { class: "lines" }, lines.join("\n")),
  );
}
