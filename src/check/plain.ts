import type { Edit } from "../edit/edit.ts";
import type { Absolute } from "../files/absolute.ts";
import { decoded } from "../files/file-names.ts";
import type { Problem } from "../openocd/model.ts";
import type * as rules from "../rules/finding.ts";
import type { RuleId } from "../rules/rule-texts.ts";
import { Source } from "../tcl/source.ts";
import { cut, longestMessage } from "./cut.ts";
import { locationOf, rangeOf } from "./location.ts";
import { needOf } from "./needs.ts";
import type { Finding, Fix, RunRefusal } from "./result.ts";

/** Converts the results of rules and runs to plain data. */
export class Plain {
  readonly #absolute: Absolute;
  readonly #read: (path: string) => string | undefined;
  readonly #sources = new Map<string, Source>();

  /** `read` gives a file's text before any fix. */
  constructor(absolute: Absolute, read: (path: string) => string | undefined) {
    this.#absolute = absolute;
    this.#read = read;
  }

  /** The texts of the files with findings and fixes so far. */
  get texts(): { path: string; text: string }[] {
    return [...this.#sources].map(([path, { text }]) => ({ path, text }));
  }

  finding({ rule, severity, message, notes, at, transports, fix }: rules.Finding): Finding {
    this.#source(this.#absolute(at.file));
    return {
      rule: rule as RuleId,
      severity,
      message: shown(message),
      notes: notes.map(shown),
      at: locationOf(at, this.#absolute),
      transports: [...transports],
      ...(fix && { fix: this.#fix(fix) }),
    };
  }

  /** Whether earlier fixes had changed the text in which a finding was made. */
  isLater({ at }: rules.Finding): boolean {
    return this.#source(this.#absolute(at.file)).text !== at.source.text;
  }

  refusal(problem: Problem, config: string): RunRefusal {
    const { code, message, file, line, at, stack, subject } = problem;
    const needs = needOf(problem, config);
    return {
      code,
      message: shown(message),
      file,
      line,
      ...(at && { location: locationOf(at, this.#absolute) }),
      stack: stack.map((level) => ({ ...level })),
      ...(subject !== undefined && { subject: shown(subject) }),
      ...(needs !== undefined && { needs }),
    };
  }

  #fix({ safety, title, edits }: rules.Fix): Fix {
    return {
      safety,
      title: shown(title),
      edits: edits.map(({ file, edits }) => ({ file, edits: edits.map((edit) => this.#edit(file, edit)) })),
    };
  }

  #edit(file: string, { offset, length, content }: Edit): Fix["edits"][number]["edits"][number] {
    return { offset, length, content, ...rangeOf(this.#source(file), offset, offset + length) };
  }

  #source(path: string): Source {
    const known = this.#sources.get(path) ?? new Source(path, this.#read(path) ?? "");
    this.#sources.set(path, known);
    return known;
  }
}

/** Bytes as text, cut where they are long. */
function shown(bytes: string): string {
  return cut(decoded(bytes), longestMessage);
}
