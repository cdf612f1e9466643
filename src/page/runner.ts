import type { Answer, Reply, Request } from "./protocol.ts";

/** How long the worker may say nothing, in milliseconds. A dry run stops by itself long before. */
const PATIENCE = 20_000;

/** Runs requests in a worker, one at a time: a new one ends the one before. */
export class Runner {
  readonly #code: string;
  #worker: Worker | undefined;
  #giveUp: ((answer: Answer | undefined) => void) | undefined;

  /** `code` is the worker's script. */
  constructor(code: string) {
    this.#code = code;
  }

  /** Answers a request; undefined where another one came meanwhile. `say` gets what the worker says of its progress. */
  run(request: Request, say: (text: string) => void): Promise<Answer | undefined> {
    this.stop();
    this.#worker ??= workerOf(this.#code);
    const worker = this.#worker;
    return new Promise((resolve) => {
      let timer = setTimeout(expire, PATIENCE);
      const end = (answer: Answer | undefined) => {
        clearTimeout(timer);
        this.#giveUp = undefined;
        worker.onmessage = worker.onerror = null;
        resolve(answer);
      };
      const fail = (message: string) => {
        this.#end();
        end({ kind: "error", message });
      };
      function expire() {
        fail(`this was ended: nothing came of it in ${PATIENCE / 1000} seconds`);
      }
      this.#giveUp = end;
      worker.onmessage = ({ data }: MessageEvent<Reply>) => {
        if (data.kind !== "progress") {
          end(data);
          return;
        }
        clearTimeout(timer);
        timer = setTimeout(expire, PATIENCE);
        say(data.text);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        fail(
          `the engine failed: ${event.message || "it ran out of memory, or the browser does not allow workers here"}`,
        );
      };
      worker.postMessage(request);
    });
  }

  /** Ends what is under way. */
  stop(): void {
    if (this.#giveUp === undefined) return;
    this.#giveUp(undefined);
    this.#end();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}

function workerOf(code: string): Worker {
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  return worker;
}
