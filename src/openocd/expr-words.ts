import { runExprOfWords } from "../tcl/commands/procedures.ts";
import type { Interp } from "../tcl/interp.ts";
import { CommandError } from "./errors.ts";
import type { Lenience } from "./lenience.ts";

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
