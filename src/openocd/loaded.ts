import type { Config, Use } from "./model.ts";

/** The result of a run. What the config uses is computed at the first request: it takes as long as the run itself. */
export class Loaded implements Config {
  readonly file: string;
  transport: string;
  adapter: string;
  choosesAdapter = false;
  readonly openocd: string;
  readonly taps: Config["taps"] = [];
  readonly daps: Config["daps"] = [];
  readonly targets: Config["targets"] = [];
  readonly flashBanks: Config["flashBanks"] = [];
  readonly events: Config["events"] = [];
  readonly settings: Config["settings"] = [];
  readonly procs: Config["procs"] = [];
  readonly sources: Config["sources"] = [];
  // A variable may be called as what objects have of their own.
  readonly variables: Config["variables"] = Object.create(null);
  readonly variablesSetAt: Config["variablesSetAt"] = new Map();
  readonly problems: Config["problems"] = [];
  reached = Number.POSITIVE_INFINITY;
  complete = true;
  #uses: Use[] = [];
  #findUses: (() => Use[]) | undefined;

  constructor({
    file,
    transport,
    adapter,
    openocd,
  }: Pick<Config, "file" | "transport" | "adapter" | "openocd">) {
    this.file = file;
    this.transport = transport;
    this.adapter = adapter;
    this.openocd = openocd;
  }

  get uses(): Use[] {
    const find = this.#findUses;
    this.#findUses = undefined;
    if (find !== undefined) this.#uses = find();
    return this.#uses;
  }

  /** Says how what the config uses is found out. */
  findUsesBy(find: () => Use[]): void {
    this.#findUses = find;
  }
}
