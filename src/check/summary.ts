import type { Config } from "../openocd/model.ts";

/** A config's model as keys and values, to find what a patch changed. A key is for example `target/stm32l5.cpu/workArea`. */
export function summarize(config: Config): Map<string, string> {
  const summary = new Map<string, string>();
  const put = (key: string, value: unknown) => summary.set(key, JSON.stringify(value));
  for (const { name, irLength, expectedIds, enabled } of config.taps)
    put(`tap/${name}`, [irLength, expectedIds, enabled]);
  for (const { name, chainPosition } of config.daps) put(`dap/${name}`, chainPosition);
  for (const target of config.targets) {
    const key = `target/${target.name}`;
    put(`${key}/kind`, [target.type, target.endian, target.coreId, target.dap]);
    put(`${key}/chain`, target.chainPosition);
    put(`${key}/workArea`, target.workArea);
  }
  for (const { name, driver, base, size, target } of config.flashBanks)
    put(`bank/${name}`, [driver, base, size, target]);
  for (const { target, name, body } of config.events) put(`event/${target}/${name}`, body);
  for (const { name, args, body } of config.procs) put(`proc/${name}`, [args, body]);
  for (const [name, value] of Object.entries(config.variables)) put(`variable/${name}`, value);
  put(
    "order/targets",
    config.targets.map((target) => target.name),
  );
  // Other problems may appear only after a fix of the problem that hid them.
  for (const { code, subject, message } of config.problems)
    if (code === "exists" || code === "syntax") put(`problem/${code}/${subject ?? message}`, true);
  return summary;
}

/** The keys whose values differ. */
export function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key));
}
