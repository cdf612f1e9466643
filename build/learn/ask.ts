import { transportsOf } from "../../src/openocd/data/transports.ts";
import { flashDriversOf } from "./flash-drivers.ts";
import { banner, runScript } from "./run.ts";

/** What a program says of itself. */
export interface Answers {
  readonly banner: string;
  /** The version of its Jim Tcl, and whether `expr` takes several words. */
  readonly jim: string;
  readonly joinsExpr: boolean;
  /** Those that it was built with. */
  readonly adapterDrivers: readonly string[];
  /** With the transport `jtag`, without what the adapter brings that was chosen for it. */
  readonly commands: readonly string[];
  readonly flashDrivers: readonly string[];
  readonly targetEvents: readonly string[];
  readonly targetTypes: readonly string[];
  /** The adapter that was chosen: `dummy`, where the program has it. */
  readonly adapter: string;
}

/** Asks a program. `knownDrivers`: flash drivers that it may have. Throws where it does not answer as those known do. */
export function ask(program: string, knownDrivers: Iterable<string>, preferred = "dummy"): Answers {
  const adapterDrivers = adapterDriversOf(program);
  const adapter = [preferred, ...adapterDrivers.filter(isApart)].find((name) =>
    adapterDrivers.includes(name),
  );
  if (adapter === undefined)
    throw new Error(`${program} has neither ${preferred} nor another adapter for jtag`);
  const chosen = `if {[catch {adapter driver ${adapter}}]} {interface ${adapter}}`;
  const aTarget = `${chosen}
    ${jtag}
    jtag newtap asked cpu -irlen 4
    target create asked testee -chain-position asked.cpu`;
  return {
    banner: banner(program),
    ...jimOf(program),
    adapterDrivers,
    adapter,
    commands: commandsOf(program, chosen, adapter),
    flashDrivers: flashDriversOf(program, aTarget, knownDrivers),
    ...targetWordsOf(program, aTarget),
  };
}

/** With the one transport that an adapter has, builds select it at once, and some refuse to do so again. */
const jtag = "catch {transport select jtag}";

/** Whether an adapter has jtag among others, so that what it brings can be told from what jtag brings. */
function isApart(adapter: string): boolean {
  const transports = transportsOf(adapter) ?? [];
  return transports.includes("jtag") && transports.length > 1;
}

function jimOf(program: string): Pick<Answers, "jim" | "joinsExpr"> {
  const { stdout } = runScript(program, 'puts "jim:[info version] [catch {expr 1 + 1}]"');
  const [, jim, refused] = /^jim:(\S+) (\d)/m.exec(stdout) ?? [];
  if (jim === undefined) throw new Error(`${program} does not say which Jim Tcl it has`);
  return { jim, joinsExpr: refused === "0" };
}

function adapterDriversOf(program: string): string[] {
  const list = "if {[catch {adapter list} all]} {set all [interface_list]}; puts $all";
  const { stdout, stderr } = runScript(program, list);
  // Some builds log the list; newer ones give each driver's transports with it.
  const rows = (stdout + stderr).matchAll(/^(?:\d+: (\S+)|(\S+) +\{ .* \})$/gm);
  const names = Array.from(rows, ([, numbered, listed]) => (numbered ?? listed)!);
  if (names.length === 0) throw new Error(`${program} does not list its adapter drivers`);
  return names;
}

function commandsOf(program: string, chosen: string, adapter: string): string[] {
  const list = (kind: string) => `foreach name [info commands] {puts "${kind}:$name"}`;
  const script = `${list("before")}\n${chosen}\n${list("chosen")}\n${jtag}\n${list("all")}`;
  const { stdout } = runScript(program, script);
  const [before, withAdapter, all] = ["before", "chosen", "all"].map((kind) =>
    Array.from(stdout.matchAll(new RegExp(`^${kind}:(.+)`, "gm")), ([, name]) => name!),
  ) as [string[], string[], string[]];
  // What `dummy` brings is in the table.
  const own = adapter === "dummy" ? [] : withAdapter.filter((name) => !before.includes(name));
  const listed = all.includes("target create") ? all : [...all, ...longNames(program, chosen)];
  const isOwn = (name: string) =>
    own.includes(name) || (!all.includes(name) && own.includes(name.split(" ")[0]!));
  return listed.filter((name) => !name.startsWith("_") && !isOwn(name));
}

/** The names of several words: up to 0.11 only `usage` lists them, indented by two for each word before the last. */
function longNames(program: string, chosen: string): string[] {
  const { stdout } = runScript(program, `${chosen}\n${jtag}\nputs [capture {usage}]`);
  const names: string[] = [];
  const parents: string[] = [];
  for (const line of stdout.split("\n")) {
    const depth = line.search(/\S/) / 2;
    const name = line
      .trim()
      .split(" ", depth + 1)
      .join(" ");
    // What goes on from the line before is indented further than any command.
    if (depth === 0 || name.startsWith(`${parents[depth - 1]} `)) parents.splice(depth, Infinity, name);
    else continue;
    if (depth > 0) names.push(name);
  }
  return names;
}

function targetWordsOf(program: string, aTarget: string): Pick<Answers, "targetEvents" | "targetTypes"> {
  const script = `${aTarget}
    puts "types:[join [target types] ,]"
    catch {asked cget -event no-such-event} refusal; puts "refusal:$refusal"`;
  const { stdout, stderr } = runScript(program, script);
  const types = /^types:(.*)/m.exec(stdout)?.[1]?.split(",");
  const events = /no-such-event, try one of:? (.*)/.exec(stdout + stderr)?.[1]?.split(/,\s*(?:or )?/);
  if (!types?.includes("testee")) throw new Error(`${program} does not list its target types`);
  if (!events?.includes("halted")) throw new Error(`${program} does not list its target events`);
  return { targetTypes: types, targetEvents: events };
}
