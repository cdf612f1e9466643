import type { LogStage } from "./entry.ts";
import type { Frame } from "./stack.ts";

/** Lines of a log that say one thing. */
export interface Sighting {
  /** The first ones, as they are. Numbers count from 1. */
  lines: readonly { number: number; text: string }[];
  /** How often it is said in all. */
  times: number;
}

/** What a diagnosis brought about. */
export interface Effect extends Sighting {
  id: string;
  what: string;
}

/** A place in the scripts to which an error led back. */
export interface DiagnosisPlace {
  /** Where it happened. */
  at: Frame;
  /** How Tcl got there, the nearest call first; the last one is in the file that OpenOCD was given. */
  calledFrom: readonly Frame[];
  /** The event in whose handler that was. */
  event?: string;
}

/** A fault that a log shows, with all that follows from it. */
export interface Diagnosis extends Sighting {
  /** The id of its entry in the table; that of a rule where one fixes it and nothing else is meant. */
  id: string;
  stage: LogStage;
  /** What happened, in one sentence without a full stop. */
  what: string;
  /** What to do about it, the likeliest first. */
  advice: readonly string[];
  /** The ids of the rules that fix the config. */
  rules: readonly string[];
  /** In the order of cause and effect. */
  effects: readonly Effect[];
  places: readonly DiagnosisPlace[];
  /** The target that it is about, where the log says so. */
  target?: string;
  /** The event of that target in whose handler it happened first. */
  event?: string;
}

/** An error that the table does not know. */
export interface UnknownError extends Sighting {
  /** As OpenOCD says it. */
  message: string;
  effects: readonly Effect[];
  places: readonly DiagnosisPlace[];
}

/** What a log shows. */
export interface Explanation {
  /** Whether anything in it reads like OpenOCD's output. */
  isOpenocds: boolean;
  /** The other program whose words the last run has, such as `STM32CubeProgrammer`. */
  program?: string;
  /** As the banner of the last run says it: `0.10.0+dev-g30d1303`. */
  openocd?: string;
  /** The words of the command that started the last run, the program first, where the log shows it. */
  command?: readonly string[];
  /** Whether the last run used an HLA adapter; undefined where the log does not show it. */
  isHla?: boolean;
  /** Whether the last run ends with a firmware that was verified: what is named below did not keep it from that. */
  isVerified: boolean;
  /** Each fault once: first those that others follow from, then in the order of the log. */
  diagnoses: readonly Diagnosis[];
  /** Errors that the table does not know, as they are. */
  unknown: readonly UnknownError[];
  /** How many more messages there were: a log with thousands of errors is cut. */
  omitted: number;
  /** What reads like diagnosis and is none. */
  harmless: readonly Effect[];
  /** The scripts that the log names, those compiled into OpenOCD left out. */
  files: readonly string[];
  /** The files that OpenOCD was given with `-f`, where the log shows the command. */
  given: readonly string[];
}
