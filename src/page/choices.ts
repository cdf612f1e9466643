import { byId, element, show } from "./dom.ts";
import { looseFolder } from "./scripts.ts";

/** What a person chose; what is empty is left to the engine. */
export interface Choices {
  openocd: string;
  transport: string;
  config: string;
  unsafe: boolean;
}

/** The controls above the results. */
export const controls = ["openocd", "transport", "config", "unsafe"] as const;

export function choices(): Choices {
  const value = (id: string) => byId(id, HTMLSelectElement).value;
  return {
    openocd: value("openocd"),
    transport: value("transport"),
    config: value("config"),
    unsafe: byId("unsafe", HTMLInputElement).checked,
  };
}

/** Offers the configs that were dropped; the one that was chosen stays so. */
export function offerConfigs(configs: readonly string[]): void {
  const select = byId("config", HTMLSelectElement);
  const chosen = select.value;
  const all =
    configs.length === 0 ? "none yet" : configs.length === 1 ? nameOf(configs[0]!) : "All that were dropped";
  show(
    select,
    element("option", { value: "" }, all),
    configs.length > 1 && configs.map((path) => element("option", { value: path }, nameOf(path))),
  );
  if (configs.length > 1 && configs.includes(chosen)) select.value = chosen;
  select.disabled = configs.length < 2;
}

/** The name by which a person knows a dropped file. */
export function nameOf(path: string): string {
  return path.replace(`${looseFolder}/`, "").replace(/^\//, "");
}
