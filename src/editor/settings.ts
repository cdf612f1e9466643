import { knownTransports } from "../check/options.ts";
import { isVersion } from "../openocd/version.ts";
import { inBytes } from "../project/read.ts";

/** What an editor is set to, for a folder: the options of the command, by the names of the library. */
export interface Settings {
  openocd?: string;
  searchPaths?: string[];
  install?: string;
  transports?: string[];
  /** In bytes, one character each. */
  variables?: Record<string, string>;
}

/** What of an editor's settings has a meaning; what is wrong with the rest is reported. */
export function settingsFrom(given: unknown, report: (message: string) => void): Settings {
  if (typeof given !== "object" || given === null) return {};
  const { openocd, searchPaths, install, transports, variables } = given as Record<string, unknown>;
  const settings: Settings = {};
  if (isGiven(openocd)) {
    if (typeof openocd === "string" && isVersion(openocd)) settings.openocd = openocd;
    else report(`openocd: ${JSON.stringify(openocd)} is not a version of OpenOCD, such as "0.12.0"`);
  }
  if (isGiven(install)) {
    if (typeof install === "string") settings.install = install;
    else report(`install: ${JSON.stringify(install)} is not a folder's name`);
  }
  if (isGiven(searchPaths)) {
    if (isTexts(searchPaths)) settings.searchPaths = searchPaths;
    else report("searchPaths is not a list of folders");
  }
  if (isGiven(transports)) {
    const known = knownTransports();
    if (isTexts(transports) && transports.every((name) => known.includes(name)))
      settings.transports = transports;
    else report(`transports: OpenOCD has ${known.join(", ")}`);
  }
  if (isGiven(variables)) {
    if (isRecord(variables)) settings.variables = inBytes(variables);
    else report("variables is not an object of names and texts");
  }
  return settings;
}

/** Editors write an empty value for what is not set. */
function isGiven(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isRecord(value: unknown): value is Record<string, string> {
  return typeof value === "object" && value !== null && isTexts(Object.values(value));
}
