import { ANSWERS, CONTEXT_WORDS, DATA, HARNESS, WINDOW, WINDOW_BYTES } from "./layout.ts";

/**
 * A program for Linux that asks what instructions do. Each case begins by returning from a signal's handler, which sets
 * all registers at once, and ends with the next signal, which hands all of them over: so no register is needed to save
 * the others, and instructions that fault are cases as well. Machine code, so that no assembler is needed.
 *
 * The handler writes an answer (signal, address of the fault, registers, window), puts the window back to what it was,
 * and returns to the next question (registers); after the last one it prints all answers. The first answer is that of
 * the signal which begins all this.
 */
const program = `
  ; start: sigaltstack(stack, 0), then sigaction for SIGILL, SIGTRAP, SIGBUS, SIGSEGV, and the first signal
  4827       ldr r0, stack
  2100       movs r1, #0
  27ba       movs r7, #186
  df00       svc 0
  2004       movs r0, #4
  f000 f80a  bl catch
  2005       movs r0, #5
  f000 f807  bl catch
  2007       movs r0, #7
  f000 f804  bl catch
  200b       movs r0, #11
  f000 f801  bl catch
  de00       udf #0
  ; catch: sigaction(r0, action, 0, 8)
  4920       ldr r1, action
  2200       movs r2, #0
  2308       movs r3, #8
  27ae       movs r7, #174
  df00       svc 0
  4770       bx lr
  ; copy: r3 bytes from r0 to r1; both end up behind them
  6807       ldr r7, [r0]
  600f       str r7, [r1]
  3004       adds r0, #4
  3104       adds r1, #4
  3b04       subs r3, #4
  d1f9       bne copy
  4770       bx lr
  ; restorer: rt_sigreturn()
  27ad       movs r7, #173
  df00       svc 0
  ; handler: handler(signal r0, information r1, context r2)
  b500       push {lr}
  4c19       ldr r4, cursor
  6865       ldr r5, [r4, #4]
  000e       movs r6, r1
  6821       ldr r1, [r4, #0]
  6008       str r0, [r1, #0]
  68f0       ldr r0, [r6, #12]
  6048       str r0, [r1, #4]
  3108       adds r1, #8
  3220       adds r2, #32
  0016       movs r6, r2
  0030       movs r0, r6
  2344       movs r3, #68
  f7ff ffe8  bl copy
  4813       ldr r0, window
  4b13       ldr r3, size
  f7ff ffe4  bl copy
  6021       str r1, [r4, #0]
  68a0       ldr r0, [r4, #8]
  42a8       cmp r0, r5
  d00b       beq finish
  0028       movs r0, r5
  0031       movs r1, r6
  2344       movs r3, #68
  f7ff ffdb  bl copy
  6060       str r0, [r4, #4]
  480e       ldr r0, before
  490b       ldr r1, window
  4b0c       ldr r3, size
  f7ff ffd5  bl copy
  bd00       pop {pc}
  ; finish: write(1, answers, as many as there are), until all are written
  490c       ldr r1, answers
  ; more:
  6822       ldr r2, [r4, #0]
  1a52       subs r2, r2, r1
  d005       beq exit
  2001       movs r0, #1
  2704       movs r7, #4
  df00       svc 0
  1809       adds r1, r1, r0
  2800       cmp r0, #0
  dcf6       bgt more
  ; exit: exit_group(0)
  2000       movs r0, #0
  27f8       movs r7, #248
  df00       svc 0
`;

const RESTORER = 0x3c;
const HANDLER = 0x40;

const SA_SIGINFO = 4;
const SA_ONSTACK = 0x0800_0000;
const SA_RESTORER = 0x0400_0000;
const STACK_BYTES = 0x4000;

export interface Harness {
  /** Goes to HARNESS; its first instruction is where to begin. */
  code: Buffer;
  /** Goes to DATA. */
  data: Buffer;
  answerBytes: number;
}

/** The program for these questions: one context each; `window` is what the window holds before each. */
export function harnessFor(questions: Buffer, window: Buffer): Harness {
  const questionsAt = DATA + 0x1_0000;
  const end = questionsAt + questions.length;
  const [stackAt, actionAt, cursorAt] = [DATA, DATA + 0x20, DATA + 0x40];
  const data = Buffer.alloc(0x1_0000);
  const put = (at: number, ...values: readonly number[]) => {
    wordsOf(...values).copy(data, at - DATA);
  };
  put(stackAt, DATA + 0x8000, 0, STACK_BYTES);
  put(actionAt, HARNESS + HANDLER + 1, SA_SIGINFO | SA_ONSTACK | SA_RESTORER, HARNESS + RESTORER + 1, 0, 0);
  put(cursorAt, ANSWERS, questionsAt, end);
  const literals = wordsOf(stackAt, actionAt, cursorAt, WINDOW, WINDOW_BYTES, end, ANSWERS);
  const count = questions.length / (4 * CONTEXT_WORDS);
  return {
    code: Buffer.concat([assembled(), literals]),
    data: Buffer.concat([data, questions, window]),
    answerBytes: (count + 1) * ANSWER_BYTES,
  };
}

/** Signal, address, context, window. */
export const ANSWER_BYTES = 4 * (2 + CONTEXT_WORDS) + WINDOW_BYTES;

export function wordsOf(...values: readonly number[]): Buffer {
  return Buffer.from(new Uint8Array(Uint32Array.from(values).buffer));
}

function assembled(): Buffer {
  const halfwords = program
    .split("\n")
    .flatMap((line) => line.match(/^ {2}([0-9a-f]{4})(?: ([0-9a-f]{4}))? /)?.slice(1) ?? [])
    .filter((digits) => digits !== undefined)
    .map((digits) => Number.parseInt(digits, 16));
  return Buffer.from(new Uint8Array(Uint16Array.from(halfwords).buffer));
}
