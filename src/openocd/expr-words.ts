import { runExprOfWords } from "../tcl/commands/procedures.ts";
import type { Interp } from "../tcl/interp.ts";
import type { Source } from "../tcl/source.ts";
import { CommandError } from "./errors.ts";
import type { Lenience } from "./lenience.ts";
import type { Recorder } from "./recorder.ts";

/** Refuses `expr` of several words, as a release does whose Jim takes one; a lenient run goes on as if they were joined. */
export function refuseExprOfWords({ interp, lenience }: { interp: Interp; lenience: Lenience }): void {
  interp.commands.define("expr", (_, argv) => {
    if (argv.length === 2) return interp.expr(argv[1]!);
    const message = 'wrong # args: should be "expr expression"';
    lenience.refuse(
      new CommandError(message, argv.length === 1 ? {} : { code: "expr-words", subject: "expr" }),
    );
    return runExprOfWords(interp, argv);
  });
}

/** Joins the words of `expr` as a release does that warns of it, and notes each place where it does. */
export function noteExprOfWords({ interp, recorder }: { interp: Interp; recorder: Recorder }): void {
  // A loop reaches the same location many times.
  const known = new WeakMap<Source, Set<number>>();
  interp.commands.define("expr", (_, argv) => {
    const { running } = interp;
    if (argv.length > 2 && running !== undefined && running.source.name !== "") {
      const places = known.get(running.source) ?? new Set();
      known.set(running.source, places);
      if (!places.has(running.at)) recorder.use({ kind: "deprecated", what: "expr", name: "expr" });
      places.add(running.at);
    }
    return runExprOfWords(interp, argv);
  });
}
