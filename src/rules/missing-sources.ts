import { familyOf, layoutOf } from "../chips/index.ts";
import { fileNameBytes } from "../files/file-names.ts";
import type { Config, Use } from "../openocd/model.ts";
import { Place } from "../openocd/place.ts";
import { Source } from "../tcl/source.ts";
import { stemOf } from "./chip.ts";
import type { Library } from "./library.ts";
import type { RuleContext } from "./rule.ts";

/** A script that a config needs and does not source. */
export interface MissingSource {
  /** As `find` takes it: `target/swj-dp.tcl`. */
  script: string;
  /** A library of procs, which OpenOCD names `.tcl`, or a config that makes things. */
  kind: "helper" | "config";
  /** What it would bring: names of procs. */
  procs: string[];
  /** The first command that needs it, and how it was reached. */
  at: Place;
  calledFrom: readonly Place[];
  /** Whether nothing but procs that somebody may call need it. */
  onlyProcs: boolean;
}

/** Procs that OpenOCD's own helpers define. */
const helpers: Readonly<Record<string, readonly string[]>> = {
  "target/swj-dp.tcl": ["swj_newdap"],
  "mem_helper.tcl": ["mrw", "mrh", "mrb", "mmw", "mmh", "mmb"],
};

const known = new WeakMap<Config, MissingSource[]>();

/** The scripts that a run lacks. Without a library only OpenOCD's helpers are told. */
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

/** Whether a whole config is missing, so that what else is missing cannot be told. */
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

/** The one script that defines a proc, if it was not read. */
function definer(config: Config, library: Library | undefined, proc: string): string | undefined {
  const scripts = library?.definers(proc) ?? [];
  const [script] = scripts;
  const isRead = scripts.some((one) => config.sources.some(({ path }) => path.endsWith(`/${one}`)));
  return scripts.length === 1 && !isRead ? script : undefined;
}

/** `stm32l0_dual_bank.cfg` only adds to `stm32l0.cfg`: one that makes no target lacks that. */
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
