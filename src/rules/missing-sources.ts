import { familyOf, layoutOf } from "../chips/index.ts";
import { fileNameBytes } from "../files/file-names.ts";
import type { Config, Use } from "../openocd/model.ts";
import { Place } from "../openocd/place.ts";
import { Source } from "../tcl/source.ts";
import { stemOf } from "./chip.ts";
import type { Library } from "./library.ts";
import type { RuleContext } from "./rule.ts";

/** A script that a config needs but does not source. */
export interface MissingSource {
  /** The name for `find`: `target/swj-dp.tcl`. */
  script: string;
  /** Whether it is a library of procs, which OpenOCD names `.tcl`, or a config that creates objects. */
  kind: "helper" | "config";
  /** The missing names of procs that it defines. */
  procs: string[];
  /** The first command that needs it, and the calls that lead there. */
  at: Place;
  calledFrom: readonly Place[];
  /** Whether only procs need it that nothing calls while the config is read. */
  onlyProcs: boolean;
}

/** Procs that OpenOCD's own helper scripts define. */
const helpers: Readonly<Record<string, readonly string[]>> = {
  "target/swj-dp.tcl": ["swj_newdap"],
  "mem_helper.tcl": ["mrw", "mrh", "mrb", "mmw", "mmh", "mmb"],
};

const known = new WeakMap<Config, MissingSource[]>();

/** The scripts that a run lacks. Without a library, only OpenOCD's helper scripts are found. */
export function missingSources({ config, library }: RuleContext): MissingSource[] {
  const before = known.get(config);
  if (before !== undefined) return before;
  const found = new Map<string, MissingSource>();
  for (const use of config.uses) {
    if (use.kind === "unknown-command" && !use.caught) note(found, config, library, use);
  }
  const own = found.size === 0 ? ownConfig(config, library) : undefined;
  const all = [...found.values(), ...(own ? [own] : [])];
  known.set(config, all);
  return all;
}

/** Whether a whole config is missing, so that no further missing scripts can be determined. */
export function lacksConfig(context: RuleContext): boolean {
  return missingSources(context).some(({ kind }) => kind === "config");
}

function note(
  found: Map<string, MissingSource>,
  config: Config,
  library: Library | undefined,
  { name, at, calledFrom, during }: Use & { kind: "unknown-command" },
): void {
  const helper = Object.keys(helpers).find((script) => helpers[script]!.includes(name));
  const script = helper ?? definer(config, library, name);
  if (script === undefined) return;
  const onlyProcs = during.kind === "proc" && config.problems.length === 0;
  const already = found.get(script);
  if (already === undefined) {
    const kind = script.endsWith(".tcl") ? "helper" : "config";
    found.set(script, { script, kind, procs: [name], at, calledFrom, onlyProcs });
    return;
  }
  if (!already.procs.includes(name)) already.procs.push(name);
  already.onlyProcs &&= onlyProcs;
}

/** The only script that defines a proc, if it was not read. */
function definer(config: Config, library: Library | undefined, proc: string): string | undefined {
  const scripts = library?.definers(proc) ?? [];
  const [script] = scripts;
  const isRead = scripts.some((one) => config.sources.some(({ path }) => path.endsWith(`/${one}`)));
  return scripts.length === 1 && !isRead ? script : undefined;
}

/** `stm32l0_dual_bank.cfg` only adds to `stm32l0.cfg`: a config that creates no target lacks the other one. */
function ownConfig(config: Config, library: Library | undefined): MissingSource | undefined {
  const family = familyOf(config.file);
  const layout = family && layoutOf(family);
  if (layout === undefined || config.targets.length > 0) return undefined;
  const stem = stemOf(config.file);
  const isVariant = layout.banks.some(({ variant }) => variant !== undefined && stem.includes(variant));
  const script = `target/${layout.config}`;
  const isRead = config.sources.some(({ path }) => path.endsWith(`/${script}`));
  if (!isVariant || isRead || library?.find(script) === undefined) return undefined;
  const text = config.sources[0]?.text ?? "";
  const source = new Source(fileNameBytes(config.file), text);
  const at = config.problems[0]?.at ?? new Place({ source, start: text.length, end: text.length });
  return { script, kind: "config", procs: [], at, calledFrom: [], onlyProcs: false };
}
