/** Finds the installs on a machine, ordered by preference. */

import { filesOnPath } from "../files/on-path.ts";
import { cubeIdeAt, type Install, installAround, newestFirst, openocdIn, openocdWith } from "./install.ts";
import {
  cubeIdeLocations,
  cubeIdeVariables,
  openocdLocations,
  openocdVariables,
  scriptsVariable,
} from "./locations.ts";
import { type Machine, variable } from "./machine.ts";
import { placesOf } from "./places.ts";

/** An install, and how it was found. */
export interface FoundInstall extends Install {
  /** Variables, `PATH`, `usual place`: each way by which it was found. */
  foundBy: string[];
}

/**
 * All OpenOCDs in known locations. First those that environment variables name; then STM32CubeIDE, the newest first;
 * then those in `PATH`; then the others. It only reads folders and runs no program.
 */
export function findInstalls(machine: Machine): FoundInstall[] {
  return merged(
    [...named(machine), ...usualCubeIdes(machine), ...onPath(machine), ...usualOpenocds(machine)],
    machine,
  );
}

/** The installs at given paths, in the same form. */
export function installsAt(paths: readonly string[], machine: Machine): FoundInstall[] {
  const { disk } = machine;
  const found = paths.flatMap((path) => {
    const own = installAt(path, machine);
    if (own !== undefined) return [own];
    return disk.list(path).flatMap((name) => installAt(disk.path.join(path, name), machine) ?? []);
  });
  return merged(
    found.sort(newestFirst).map((install) => ({ ...install, foundBy: ["path"] })),
    machine,
  );
}

/** The install at a path: the path may be the install itself, be in it, or be its launcher. */
function installAt(path: string, { disk }: Machine): Install | undefined {
  return (
    cubeIdeAt(path, disk) ??
    openocdIn(path, disk) ??
    openocdWith(path, disk) ??
    installAround(path, disk) ??
    launched(path, disk)
  );
}

/** STM32CubeIDE by its launcher, which is in its folder, or on macOS deep inside the app. */
function launched(path: string, disk: Machine["disk"]): Install | undefined {
  if (disk.kind(path) !== "file") return undefined;
  let folder = disk.realpath(path);
  for (let above = 0; above < 3; above++) {
    folder = disk.path.dirname(folder);
    const install = cubeIdeAt(folder, disk);
    if (install !== undefined) return install;
  }
  return undefined;
}

function named(machine: Machine): FoundInstall[] {
  const { env, disk } = machine;
  const isAbsolute = (path: string | undefined) => path !== undefined && disk.path.isAbsolute(path);
  const found = Object.keys(env)
    .filter((name) => cubeIdeVariables.test(name) || openocdVariables.test(name))
    .filter((name) => isAbsolute(env[name]))
    .flatMap((name) => {
      const install = installAt(env[name]!, machine);
      return install ? [{ ...install, foundBy: [name] }] : [];
    });
  const scripts = variable(machine, scriptsVariable);
  const own = isAbsolute(scripts) ? openocdWith(scripts!, disk) : undefined;
  return own ? [...found, { ...own, foundBy: [scriptsVariable] }] : found;
}

function usualCubeIdes(machine: Machine): FoundInstall[] {
  const places = cubeIdeLocations.flatMap((location) => placesOf(location, machine));
  const installs = places.flatMap((path) => cubeIdeAt(path, machine.disk) ?? []);
  return installs.sort(newestFirst).map((install) => ({ ...install, foundBy: ["usual place"] }));
}

function usualOpenocds(machine: Machine): FoundInstall[] {
  return openocdLocations.flatMap((location) =>
    placesOf(location, machine).flatMap((path) => {
      const install = openocdIn(path, machine.disk);
      return install ? [{ ...install, product: location.product, foundBy: ["usual place"] }] : [];
    }),
  );
}

/**
 * The program that the command `openocd` starts. A relative entry of `PATH` is a different folder in each working
 * directory, so it is ignored.
 */
function onPath(machine: Machine): FoundInstall[] {
  const { platform, disk } = machine;
  const files = filesOnPath("openocd", variable(machine, "PATH"), platform, disk.path);
  return files.flatMap((file) => {
    const install = disk.kind(file) === "file" ? installAround(file, disk) : undefined;
    return install ? [{ ...install, foundBy: ["PATH"] }] : [];
  });
}

/** One install may be found in several ways: the first one counts, together with the packager's name. */
function merged(all: readonly FoundInstall[], { disk }: Machine): FoundInstall[] {
  const byPlace = new Map<string, FoundInstall>();
  for (const install of all) {
    const places = [install.scripts ?? "", install.binary ?? ""].map((path) => path && disk.realpath(path));
    const key = places.join("\0");
    const known = byPlace.get(key);
    if (known === undefined) byPlace.set(key, { ...install });
    else {
      known.foundBy = [...new Set([...known.foundBy, ...install.foundBy])];
      if (known.product === "OpenOCD") known.product = install.product;
    }
  }
  return [...byPlace.values()];
}
