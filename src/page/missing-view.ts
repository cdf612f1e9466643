import { element, show } from "./dom.ts";
import type { Checked } from "./protocol.ts";

/** More names than these are counted. */
const MOST = 12;

/** What could not be looked at, and how that is put right. */
export function showMissing(
  where: HTMLElement,
  { missing, warnings }: Pick<Checked, "missing" | "warnings">,
): void {
  const names = missing.slice(0, MOST).flatMap((name, i) => [i === 0 ? "" : ", ", element("code", {}, name)]);
  const more = missing.length > MOST ? ` and ${missing.length - MOST} more` : "";
  where.hidden = missing.length + warnings.length === 0;
  show(
    where,
    missing.length > 0 && [
      element(
        "p",
        {},
        element("strong", {}, "Not all of it could be checked: "),
        "the config sources ",
        names,
        more,
        ", which this page does not have. OpenOCD stops there without it.",
      ),
      element(
        "p",
        {},
        "Drop the scripts folder here, too: ",
        element("code", {}, "/usr/share/openocd/scripts"),
        ", or ",
        element("code", {}, "st_scripts"),
        " in STM32CubeIDE’s plugin ",
        element("code", {}, "com.st.stm32cube.ide.mcu.debug.openocd"),
        ".",
      ),
    ],
    warnings.map((warning) => element("p", {}, warning)),
  );
}
