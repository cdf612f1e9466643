/**
 * Scripts that took another one's place and do the same. Source: the scripts of OpenOCD 0.5.0 to 0.12.0; those of the
 * left side are gone, or were for some releases wrappers around those of the right. picoprobe.cfg is of raspberrypi's fork, for a
 * probe whose firmware is a CMSIS-DAP since 2023.
 */
const RENAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "interface/picoprobe.cfg": "interface/cmsis-dap.cfg",
    "interface/stlink-v1.cfg": "interface/stlink.cfg",
    "interface/stlink-v2.cfg": "interface/stlink.cfg",
    "interface/stlink-v2-1.cfg": "interface/stlink.cfg",
    "target/stm32.cfg": "target/stm32f1x.cfg",
    "target/stm32f1x_stlink.cfg": "target/stm32f1x.cfg",
    "target/stm32f2x_stlink.cfg": "target/stm32f2x.cfg",
    "target/stm32f3x_stlink.cfg": "target/stm32f3x.cfg",
    "target/stm32f4x_stlink.cfg": "target/stm32f4x.cfg",
    "target/stm32l1x.cfg": "target/stm32l1.cfg",
    "target/stm32l1x_stlink.cfg": "target/stm32l1.cfg",
    "target/stm32lx_stlink.cfg": "target/stm32l1.cfg",
  }),
);

/** The script that took a script's place; undefined for those that have kept their names. */
export function successorOfScript(name: string): string | undefined {
  return RENAMED.get(name.replaceAll("\\", "/"));
}

/** The scripts whose place a script took. */
export function predecessorsOfScript(name: string): string[] {
  return [...RENAMED].filter(([, successor]) => successor === name).map(([script]) => script);
}
