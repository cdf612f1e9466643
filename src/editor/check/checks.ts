import { checkAsync } from "../../check/api.ts";
import type { CheckResult } from "../../check/result.ts";
import type { Documents } from "../documents.ts";
import type { Folders } from "../folders.ts";
import type { Projects } from "../projects.ts";
import type { Checked } from "./checked.ts";

/** Milliseconds without a change after which a file is checked. */
const PAUSE = 20;
/** After a check of more milliseconds the pause is as many times as long: hostile text leaves the processor to others. */
const SLOW = 100;
const SHARE = 2;
const LONGEST_PAUSE = 3000;

/** Gets the results of checks. */
export interface Listener {
  checked(checked: Checked): void;
  /** The project file says that a file is not to be checked. */
  excluded(root: string): void;
  /** A file could not be checked. */
  failed(root: string, error: unknown): void;
}

/**
 * Checks each file that is open as a config, again when it or a file that it reads changes. It runs in the thread of the
 * server, in portions: a check takes a few milliseconds, and no dry run more than the engine's deadline. A thread of its
 * own would need a second copy of the engine and of every text for that.
 */
export class Checks {
  readonly #documents: Documents;
  readonly #folders: Folders;
  readonly #projects: Projects;
  readonly #listener: Listener;
  /** By file, what its last check came to. */
  readonly #last = new Map<string, Checked>();
  readonly #waiting = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #running: { root: string; stop: AbortController } | undefined;
  #lastTook = 0;
  /** Before the editor has said how it is set, what is found may be wrong. */
  #isHeld = true;
  #isOver = false;

  constructor(documents: Documents, folders: Folders, projects: Projects, listener: Listener) {
    this.#documents = documents;
    this.#folders = folders;
    this.#projects = projects;
    this.#listener = listener;
  }

  /** What the last check of a file came to. */
  last(root: string): Checked | undefined {
    return this.#last.get(root);
  }

  /** What the last checks came to of the files that read a file, its own first. */
  reading(path: string): Checked[] {
    const own = this.#last.get(path);
    const others = [...this.#last.values()].filter((one) => one !== own && one.result.read.includes(path));
    return own === undefined ? others : [own, ...others];
  }

  /** A file that is open has another text now: it is checked, and so are those that read it. */
  changed(path: string): void {
    const readers = [...this.#last.values()].filter(
      ({ open, result }) => result.read.includes(path) || (!open.has(path) && lacksFile(result)),
    );
    this.#wait([path, ...readers.map(({ root }) => root)]);
  }

  /** Anything may have changed, or the editor is set now: all files that are open are checked. */
  changedAll(): void {
    this.#isHeld = false;
    this.#wait([...this.#documents.open.keys()]);
  }

  closed(path: string): void {
    this.#waiting.delete(path);
    if (this.#running?.root === path) this.#running.stop.abort();
    const readers = this.reading(path).filter(({ root }) => root !== path);
    this.#last.delete(path);
    this.#wait(readers.map(({ root }) => root));
  }

  /** Nothing is checked from now on. */
  end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#running?.stop.abort();
  }

  #wait(roots: readonly string[]): void {
    for (const root of roots) {
      this.#waiting.add(root);
      if (this.#running?.root === root) this.#running.stop.abort();
    }
    clearTimeout(this.#timer);
    if (this.#isOver || this.#isHeld || this.#waiting.size === 0) return;
    const pause = this.#lastTook < SLOW ? PAUSE : Math.min(this.#lastTook * SHARE, LONGEST_PAUSE);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#work();
    }, pause);
  }

  async #work(): Promise<void> {
    if (this.#running !== undefined) return;
    for (;;) {
      const [root] = this.#waiting;
      // What was typed meanwhile has its own pause.
      if (root === undefined || this.#isOver || this.#timer !== undefined) return;
      this.#waiting.delete(root);
      if (this.#documents.open.has(root)) await this.#check(root);
    }
  }

  #hasChanged({ open, result }: Checked): boolean {
    const now = this.#documents.open;
    return result.read.some((path) => open.get(path)?.version !== now.get(path)?.version);
  }

  async #check(root: string): Promise<void> {
    const stop = new AbortController();
    this.#running = { root, stop };
    const begun = performance.now();
    try {
      const { open, files: fs } = this.#documents;
      const { path: cwd } = this.#folders.of(root);
      const { project, options, isExcluded } = this.#projects.of(root);
      if (isExcluded) {
        this.#listener.excluded(root);
        return;
      }
      const result = await checkAsync(project, { ...options, fs, cwd, signal: stop.signal });
      const checked = { root, cwd, open, fs, project, options, result };
      this.#last.set(root, checked);
      this.#listener.checked(checked);
      // That it reads these was not known when they changed.
      if (this.#hasChanged(checked)) this.#wait([root]);
    } catch (error) {
      if (!stop.signal.aborted) this.#listener.failed(root, error);
    } finally {
      this.#running = undefined;
      this.#lastTook = performance.now() - begun;
    }
  }
}

/** Whether a check missed a file: one that is opened may be it. */
function lacksFile({ runs, findings }: CheckResult): boolean {
  return (
    runs.some(({ refusal }) => refusal?.code === "file-not-found") ||
    findings.some(({ rule }) => rule === "source-not-found")
  );
}
