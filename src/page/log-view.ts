import { type Explanation, explainLog, type Sighting } from "../core.ts";
import { printable, printableLines } from "../report/printable.ts";

/** A diagnosis as the page shows it. */
export interface LogItem {
  id: string;
  what: string;
  advice: readonly string[];
  /** The rules that fix the config. */
  rules: readonly string[];
  effects: readonly string[];
  places: readonly string[];
  lines: readonly string[];
}

/** What a log shows. */
export interface LogView {
  /** Whether anything in it reads like OpenOCD's output. */
  isOpenocds: boolean;
  openocd: string;
  diagnoses: readonly LogItem[];
  unknown: readonly LogItem[];
  harmless: readonly string[];
  omitted: number;
}

/** Explains a log. */
export function logView(text: string): LogView {
  const explanation = explainLog(text);
  return {
    isOpenocds: explanation.isOpenocds,
    openocd: printable(explanation.openocd ?? ""),
    diagnoses: explanation.diagnoses.map((one) => ({
      ...item(one),
      id: one.id,
      what: printable(one.what),
      advice: one.advice.map((text) => printableLines(text)),
      rules: one.rules,
    })),
    unknown: explanation.unknown.map((one) => ({
      ...item(one),
      id: "unknown",
      what: printable(one.message),
      advice: [],
      rules: [],
    })),
    harmless: explanation.harmless.map(({ what }) => printable(what)),
    omitted: explanation.omitted,
  };
}

type Shown = Explanation["diagnoses"][number] | Explanation["unknown"][number];

function item({ effects, places, ...sighting }: Shown): Pick<LogItem, "effects" | "places" | "lines"> {
  return {
    effects: effects.map(({ what }) => printable(what)),
    places: places.map(({ at, event }) =>
      printable(`${at.file}:${at.line}${event === undefined ? "" : `, in the handler of ${event}`}`),
    ),
    lines: linesOf(sighting),
  };
}

function linesOf({ lines, times }: Sighting): string[] {
  const shown = lines.map(({ number, text }) => `${String(number).padStart(5)}  ${printable(text)}`);
  return times > lines.length ? [...shown, `       said ${times} times in all`] : shown;
}
