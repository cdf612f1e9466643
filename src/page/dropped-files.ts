import type { Read } from "./read-dropped.ts";
import { configName } from "./scripts.ts";

/** What was dropped so far. */
export class Files {
  readonly #texts = new Map<string, string>();
  /** The log that was dropped last. */
  log: { name: string; text: string } | undefined;
  /** What was left out, with the reasons. */
  left: readonly string[] = [];

  /** All but logs. */
  get all(): [path: string, text: string][] {
    return [...this.#texts];
  }

  /** The paths of the configs. */
  get configs(): string[] {
    return [...this.#texts.keys()].filter((path) => configName.test(path)).sort();
  }

  add({ files, left }: Read): void {
    this.left = left;
    for (const [path, text] of files) {
      const name = path.slice(path.lastIndexOf("/") + 1);
      if (configName.test(name) || (files.length > 1 && !/\.log$/i.test(name))) this.#texts.set(path, text);
      else this.log = { name, text };
    }
  }

  clear(): void {
    this.#texts.clear();
    this.log = undefined;
    this.left = [];
  }
}
