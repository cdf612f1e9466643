/**
 * Where master's `find` looks for a script that is not there under its old name: scripts went into folders of vendors,
 * and some got other names, which a file among the scripts lists (OpenOCD's master, src/helper/startup.tcl).
 */

const VENDORS = ["gigadevice", "nordic", "sifive", "st", "ti"];

/** The names of a script in order, as it was given first. */
export function* newNames(name: string): Generator<string> {
  yield name;
  const inFolder = name.replace(/([/\\])([^/\\_-]*)[_-]([^/\\]*$)/, "$1$2$1$3");
  yield inFolder;
  yield dashed(inFolder);
  for (const vendor of VENDORS) {
    const ofVendor = name.replace(/([/\\])([^/\\]*$)/, `$1${vendor}$1$2`);
    yield ofVendor;
    yield dashed(ofVendor);
  }
}

/** Up to two underscores of a file's name become dashes. */
function dashed(name: string): string {
  const one = name.replace(/([/\\])([^/\\_]*)_([^/\\]*$)/, "$1$2-$3");
  return one.replace(/([/\\])([^/\\_]*)_([^/\\]*$)/, "$1$2-$3");
}

/** The file that lists scripts with other names. */
export const renamingFile = "file_renaming.cfg";

const LISTED = /^(.*\/|)((?:board|chip|cpld|cpu|fpga|interface|target|test|tools)\/.*.cfg)$/s;

/** The name of a script in that file's text; undefined where it does not list it. */
export function listedName(name: string, text: string): string | undefined {
  const [, folder, own] = LISTED.exec(name.replaceAll("\\", "/")) ?? [];
  const words = /\{([^{}]*)\}/.exec(text)?.[1]?.trim().split(/\s+/) ?? [];
  const at = words.findIndex((word, i) => i % 2 === 0 && word === own);
  return at === -1 || own === undefined ? undefined : `${folder}${words[at + 1]}`;
}
