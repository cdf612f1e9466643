import type { Readable } from "node:stream";
import type { WatchDog } from "vscode-languageserver";

/** How often, in milliseconds, it is looked whether the editor is still there. */
const INTERVAL = 3000;

/** When the server has to end: with its editor, however that ends. */
export interface Lifetime {
  /** Given to the connection. */
  watchDog: WatchDog;
  /** The exit status: 0 where the editor said that it is about to leave, as the protocol asks, 1 otherwise. */
  ended: Promise<number>;
  /** Also ends with a process, by its number. */
  follow(pid: number): void;
}

/** Ends on the notification `exit`, at the end of the input, and when the editor's process is gone. */
export function lifetimeOf(input: Readable, interval = INTERVAL): Lifetime {
  let end: (status: number) => void = () => {};
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  const watchDog = {
    shutdownReceived: false,
    initialize: ({ processId }: { processId: number | null }) => {
      if (typeof processId === "number") follow(processId);
    },
    exit: (status: number) => end(status),
  };
  const leave = () => end(watchDog.shutdownReceived ? 0 : 1);
  const follow = (pid: number) => {
    const timer = setInterval(() => {
      if (!isRunning(pid)) leave();
    }, interval);
    timer.unref();
    void ended.then(() => clearInterval(timer));
  };
  input.once("end", leave);
  input.once("close", leave);
  input.once("error", leave);
  return { watchDog, ended, follow };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user exists, too.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
