/** A small config that shows a rule at work. */
export interface Example {
  before: string;
  /** The config after fixing with --unsafe. Absent where there is no automatic fix. */
  after?: string;
  /** The version that it is checked against; 0.12.0 by default. */
  openocd?: string;
  /** The transports that it is run under; the usual ones by default. */
  transports?: readonly string[];
  /** The config's name in the scripts folder, because names identify chips; `example.cfg` by default. */
  name?: string;
  /** Other files of the scripts folder, by their names below it. */
  files?: Readonly<Record<string, string>>;
  /** Set where no config shows it by itself, only a program that is asked. */
  needsProgram?: true;
}

/** What `explain` says of a rule besides what the rule says itself. */
export interface Explanation {
  /** The versions of OpenOCD that it concerns, and what is particular about them. */
  versions: string;
  example: Example;
}

/** A config from its lines. */
export function lines(...all: string[]): string {
  return all.map((line) => `${line}\n`).join("");
}
