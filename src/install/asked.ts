import { findInstalls } from "./discover.ts";
import type { Machine } from "./machine.ts";
import { type Scope, withAnswer } from "./scope.ts";
import { thisMachine } from "./this-machine.ts";

/**
 * The scope, with its OpenOCD's version as its program tells it, where that may be run. A path is hostile until shown
 * otherwise: whoever checks what strangers sent must not run a program that they sent along. So one is run only where
 * `named` says that a person named the install as such, where it is one that is found by itself, or where the path
 * leads to a whole install outside of the working directory.
 */
export function asked(
  scope: Scope,
  named = false,
  machine: Machine = thisMachine(),
  cwd = process.cwd(),
): Scope {
  const { binary, kind } = scope;
  if (binary === undefined) return scope;
  const isElsewhere = kind === "install" && !isWithin(binary, cwd, machine);
  if (!named && !isElsewhere && !isUsual(binary, machine)) return scope;
  const printed = machine.ask(binary);
  return printed === undefined ? scope : withAnswer(scope, printed);
}

function isWithin(file: string, folder: string, { disk }: Machine): boolean {
  const way = disk.path.relative(disk.real(folder), disk.real(file));
  return way.split(disk.path.sep)[0] !== ".." && !disk.path.isAbsolute(way);
}

/** Whether a program belongs to an install that is found by itself. */
export function isUsual(binary: string, machine: Machine): boolean {
  const { real } = machine.disk;
  return findInstalls(machine).some((install) => install.binary && real(install.binary) === real(binary));
}
