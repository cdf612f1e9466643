import type { FlashBankView, Loaded, TargetView } from "./answer.ts";

type View = Omit<Loaded, "loaded" | "log" | "warnings" | "errors">;

/** Puts the records that `tcl/after.tcl` wrote together. */
export function viewOf(records: readonly string[][]): View {
  const view: View = {
    initialised: false,
    targets: [],
    daps: [],
    taps: [],
    flashBanks: [],
    procs: {},
    variables: {},
    arrays: {},
  };
  for (const [kind, name = "", ...rest] of records) take(view, kind, name, rest);
  return view;
}

function take(view: View, kind: string | undefined, name: string, rest: string[]): void {
  const [first = "", second = "", third] = rest;
  // Options and events follow their target.
  const target = view.targets.at(-1);
  switch (kind) {
    case "mode":
      view.initialised = name === "exec";
      break;
    case "target":
      view.targets.push(newTarget(name));
      break;
    case "option":
      if (target) setOption(target, name, first);
      break;
    case "event":
      if (target) target.events[name] = first;
      break;
    case "dap":
      view.daps.push(name);
      break;
    case "tap":
      view.taps?.push(name);
      break;
    case "untold":
      view.taps = undefined;
      break;
    case "bank":
      view.flashBanks.push(bankOf(pairs([name, ...rest])));
      break;
    case "proc":
      view.procs[name] = { args: first, body: second, replaced: third === "1" };
      break;
    case "variable":
      view.variables[name] = first;
      break;
    case "array":
      view.arrays[name] = pairs(rest);
      break;
  }
}

/** Names and values in turn. */
function pairs(fields: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (let at = 0; at + 1 < fields.length; at += 2) record[fields[at]!] = fields[at + 1]!;
  return record;
}

function newTarget(name: string): TargetView {
  return {
    name,
    type: "",
    endian: "",
    coreid: undefined,
    workArea: { phys: 0, virt: 0, size: 0, backup: false },
    events: {},
  };
}

/** Takes what `TARGET cget OPTION` said. */
function setOption(target: TargetView, option: string, value: string): void {
  switch (option) {
    case "-type":
      target.type = value;
      break;
    case "-endian":
      target.endian = value;
      break;
    case "-coreid":
      target.coreid = Number(value);
      break;
    case "-dap":
      target.dap = value;
      break;
    case "-chain-position":
      target.chainPosition = value;
      break;
    case "-work-area-phys":
      target.workArea.phys = address(value);
      break;
    case "-work-area-virt":
      target.workArea.virt = address(value);
      break;
    case "-work-area-size":
      target.workArea.size = Number(value);
      break;
    case "-work-area-backup":
      target.workArea.backup = value !== "0";
      break;
  }
}

/** OpenOCD prints what has no sign as if it had one. */
function address(text: string): number {
  return /^-?\d+$/.test(text) ? Number(BigInt.asUintN(64, BigInt(text))) : Number(text);
}

/** One element of `flash list`. */
function bankOf(fields: Record<string, string>): FlashBankView {
  return {
    name: fields.name ?? "",
    driver: fields.driver ?? "",
    base: address(fields.base ?? ""),
    size: Number(fields.size),
    busWidth: Number(fields.bus_width),
    chipWidth: Number(fields.chip_width),
    target: fields.target,
  };
}
