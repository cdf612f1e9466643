import { choices, nameOf, offerConfigs } from "./choices.ts";
import { byId } from "./dom.ts";
import { Files } from "./dropped-files.ts";
import { showModelOf } from "./model-view.ts";
import type { Answer, Checked, Request } from "./protocol.ts";
import { type Dropped, type Read, readAll } from "./read-dropped.ts";
import { showChecked, showExplained } from "./results.ts";
import { Runner } from "./runner.ts";
import { say, sayMore } from "./status.ts";
import { Tabs } from "./tabs.ts";

/** What was dropped since the page was opened, or since it was started over, and what came of it. */
export class Session {
  readonly #files = new Files();
  readonly #runner = new Runner(byId("engine", HTMLScriptElement).text);
  readonly #tabs = new Tabs((name) => {
    if (name === "model") void this.#model(true);
  });
  #checked: Checked | undefined;

  /** Reads what was dropped or chosen, and looks at it. */
  async takeDropped(dropped: Dropped[] | Promise<Dropped[]>): Promise<void> {
    say("Reading…", "busy");
    try {
      await this.take(await readAll(await dropped));
    } catch (error) {
      say(
        `The browser does not let this be read (${(error as Error).message}); the buttons above may.`,
        "error",
      );
    }
  }

  /** Looks at what was read: at all configs again, and at a new log. */
  async take(read: Read): Promise<void> {
    const known = this.#files.log;
    this.#files.add(read);
    const { configs, log, left } = this.#files;
    offerConfigs(configs);
    byId("clear", HTMLElement).hidden = false;
    if (configs.length === 0 && log === undefined) {
      say("There is no config and no log among these files.", "error");
    }
    await this.check();
    if (log !== undefined && log !== known) await this.#explain(log);
    if (left.length > 0) sayMore(`Left out: ${left.slice(0, 5).join("; ")}.`);
  }

  /** Checks what was chosen of the configs, if there is any. */
  async check(): Promise<void> {
    if (this.#files.configs.length === 0) return;
    const answer = await this.#ask({ kind: "check", files: this.#files.all, ...choices() }, "Checking…");
    if (answer?.kind === "error") byId("results", HTMLElement).hidden = true;
    if (answer?.kind !== "check") return;
    this.#checked = answer;
    const sentence = showChecked(answer);
    this.#offerTabs();
    say(sentence);
  }

  /** Forgets everything. */
  clear(): void {
    this.#runner.stop();
    this.#files.clear();
    this.#checked = undefined;
    offerConfigs([]);
    for (const id of ["results", "clear"]) byId(id, HTMLElement).hidden = true;
    say("");
    byId("choose", HTMLElement).focus();
  }

  async #explain({ name, text }: { name: string; text: string }): Promise<void> {
    const answer = await this.#ask({ kind: "log", text }, "Reading the log…");
    if (answer?.kind !== "log") return;
    const sentence = showExplained(name, answer, this.#files.configs.length === 0);
    this.#offerTabs();
    this.#tabs.open("log");
    say(sentence);
  }

  /** Shows the model of the chosen config, or the first: as it is, or with its fixes. */
  async #model(isFixed: boolean): Promise<void> {
    const { config, openocd, transport } = choices();
    const { configs = [], files = [] } = this.#checked ?? {};
    const which = configs.find(({ path }) => path === config) ?? configs[0];
    if (which === undefined) return;
    const { path } = which;
    const patched = new Map(isFixed ? files.map((file) => [file.path, file.after]) : []);
    const all = this.#files.all.map(([path, text]): [string, string] => [path, patched.get(path) ?? text]);
    const answer = await this.#ask(
      { kind: "model", files: all, config: path, openocd, transport: transport || which.transport },
      "Running…",
    );
    if (answer?.kind !== "model") return;
    showModelOf(byId("model", HTMLElement), nameOf(path), answer, {
      isFixed: patched.size > 0,
      canBeFixed: files.length > 0,
      again: (fixed) => void this.#model(fixed),
    });
    say(`The model of ${nameOf(path)} under ${answer.transport || "no transport"}.`);
  }

  #offerTabs(): void {
    const configs = this.#files.configs.length > 0 ? (["findings", "patch", "model"] as const) : [];
    this.#tabs.offer([...configs, ...(this.#files.log === undefined ? [] : (["log"] as const))]);
  }

  /** Asks the engine. Undefined where another question came meanwhile. */
  async #ask(request: Request, doing: string): Promise<Answer | undefined> {
    say(doing, "busy");
    const answer = await this.#runner.run(request, (text) => say(text, "busy"));
    if (answer?.kind === "error") say(answer.message, "error");
    return answer;
  }
}
