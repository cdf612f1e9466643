import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { ADAPTER_DRIVERS } from "../openocd/data/adapter-drivers.ts";
import { FLASH_DRIVERS } from "../openocd/data/flash-drivers.ts";
import { allNames } from "../openocd/data/table.ts";
import type { ProgramFacts } from "../openocd/program-facts.ts";

/** Timeout in milliseconds. A program normally answers within hundredths of a second. */
const LONGEST = 5000;
const LARGEST = 8 * 1024 * 1024;

/** The answers of programs, by the state of their files at that time. */
const kept = new Map<string, ProgramFacts | undefined>();

/**
 * Asks an OpenOCD program for its abilities, with fixed commands and without a config. Undefined where it does not
 * answer like an OpenOCD. An unchanged file is asked only once. Warning: this runs the program. Call it only for a
 * program that the user named, or one in a known install location.
 */
export function askFacts(binary: string): ProgramFacts | undefined {
  const stat = statSync(binary, { throwIfNoEntry: false });
  if (!stat?.isFile()) return undefined;
  const key = `${stat.size} ${stat.mtimeMs} ${binary}`;
  if (!kept.has(key)) kept.set(key, factsOf(binary));
  return kept.get(key);
}

function factsOf(binary: string): ProgramFacts | undefined {
  const words = candidates(binary);
  const said = run(binary, question(words));
  const names = (kind: string) =>
    Array.from(said.matchAll(new RegExp(`^${kind}:(.+)$`, "gm")), ([, name]) => name!.trim());
  const [jim, isRefused] = names("jim")[0]?.split(" ") ?? [];
  const adapters = Array.from(said.matchAll(/^(?:\d+: )?([\w-]+)(?:\s+\{([^}]*)\})?$/gm));
  const isListed = said.includes("drivers-end:");
  const events = names("events")[0]?.match(/try one of:? (.*)/)?.[1];
  if (jim === undefined || !isListed || events === undefined) return undefined;
  const drivers = adapters.filter(([line, , transports]) => transports !== undefined || /^\d+: /.test(line));
  const [adapter = ""] = names("adapter");
  const isAdapters = (name: string) => name.replaceAll("_", "-").startsWith(adapter.replaceAll("_", "-"));
  const before = new Set(names("before"));
  const lacking = new Set(Array.from(said.matchAll(/flash driver '(.*)' not found/g), ([, name]) => name));
  const facts = {
    jim,
    joinsExpr: isRefused === "0",
    commands: names("all").filter((name) => !name.startsWith("_") && (before.has(name) || !isAdapters(name))),
    adapterDrivers: drivers.map(([, name]) => name!),
    transports: Object.fromEntries(
      drivers.flatMap(([, name, list]) => (list ? [[name!, list.trim().split(/\s+/)]] : [])),
    ),
    targetTypes: names("type"),
    targetEvents: events.split(/,\s*(?:or )?/).map((event) => event.trim()),
    flashDrivers: words.filter((name) => !lacking.has(name)),
  };
  return { ...facts, brought: broughtBy(binary, facts.adapterDrivers, said) };
}

/** The commands that target types and unknown adapters define. */
function broughtBy(binary: string, drivers: readonly string[], said: string): ProgramFacts["brought"] {
  const brought: Record<string, string[]> = {};
  for (const [, type, list] of said.matchAll(/^brought:(\S+) (.*)$/gm)) brought[type!] = list!.split("|");
  const known = new Set(allNames(ADAPTER_DRIVERS));
  for (const driver of drivers.filter((name) => !known.has(name)).slice(0, 4)) {
    const answer = run(binary, [
      `${list("before")}\ncatch {adapter driver ${driver}}\n${list("chosen")}\ncatch {stdout flush}\nshutdown`,
    ]);
    const had = new Set(Array.from(answer.matchAll(/^before:(.+)$/gm), ([, name]) => name));
    const has = Array.from(answer.matchAll(/^chosen:(.+)$/gm), ([, name]) => name!);
    brought[driver] = has.filter((name) => !had.has(name));
  }
  return brought;
}

function list(kind: string): string {
  return `foreach __name [info commands] {puts "${kind}:$__name"}`;
}

/**
 * Words in the program's file that may be names of flash drivers, and the known ones: a program cannot list its
 * drivers.
 */
function candidates(binary: string): string[] {
  const words = new Set(allNames(FLASH_DRIVERS));
  const bytes = statSync(binary).size > LARGEST_PROGRAM ? Buffer.alloc(0) : readFileSync(binary);
  let start = 0;
  // The strings of a program, each between two zeros; a pass by hand takes a tenth of what a pattern does.
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte === 0) {
      if (at - start >= 3 && at - start <= LONGEST_NAME) {
        const word = bytes.toString("latin1", start, at);
        if (/^[a-z][a-z\d]*(?:\d[a-z\d]*|[-_][a-z\d]+)$/.test(word)) words.add(word);
      }
      start = at + 1;
    }
  }
  return [...words, "no-such-driver"];
}

/** The largest file to search. OpenOCD programs have a few megabytes. */
const LARGEST_PROGRAM = 64 * 1024 * 1024;

/** The longest name of an unknown driver. */
const LONGEST_NAME = 16;

/** The longest argument that every system accepts: 128 KiB. */
const WORDS_AT_ONCE = 2000;

/** The scripts to run, one run each. */
function question(flashDrivers: readonly string[]): string[] {
  const asked: string[] = [];
  for (let i = 0; i < flashDrivers.length; i += WORDS_AT_ONCE) {
    const words = flashDrivers.slice(i, i + WORDS_AT_ONCE).join(" ");
    asked.push(`foreach __d {${words}} {catch {flash bank __a.flash $__d 0 0 0 0 __a.asked}}`);
  }
  return [aTarget, ...asked, whatTypesBring];
}

const aTarget = `puts "jim:[info version] [catch {expr 1 + 1}]"
    if {[catch {adapter list} __all]} {catch {interface_list} __all}
    puts "\\n$__all\\ndrivers-end:"
    ${list("before")}
    foreach __a {dummy remote_bitbang jtag_vpi parport ftdi jlink cmsis-dap} {
      if {![catch {adapter driver $__a}] || ![catch {interface $__a}]} break
    }
    puts "adapter:$__a"
    catch {transport select jtag}
    ${list("all")}
    foreach __t [target types] {puts "type:$__t"}
    jtag newtap __a cpu -irlen 4
    target create __a.asked testee -chain-position __a.cpu
    catch {__a.asked cget -event no-such-event} __events
    puts "events:$__events"
    catch {dap create __a.dap -chain-position __a.cpu}
    catch {flash bank __a.flash faux 0 0x1000 4 4 __a.asked}
    list`;

const whatTypesBring = `foreach __t [target types] {
      set __had {}
      foreach __name [info commands] {dict set __had $__name 1}
      if {[catch {target create __a.$__t $__t -chain-position __a.cpu}]} {
        catch {target create __a.$__t $__t -dap __a.dap -ap-num 0}
      }
      set __new {}
      foreach __name [info commands] {
        if {![dict exists $__had $__name] && ![string match __a.* $__name]} {lappend __new $__name}
      }
      if {[llength $__new]} {puts "brought:$__t [join $__new |]"}
    }
    catch {stdout flush}
    shutdown`;

function run(binary: string, scripts: readonly string[]): string {
  const { stdout, stderr } = spawnSync(
    binary,
    scripts.flatMap((script) => ["-c", script]),
    {
      cwd: dirname(binary),
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "latin1",
      timeout: LONGEST,
      maxBuffer: LARGEST,
      killSignal: "SIGKILL",
      windowsHide: true,
    },
  );
  return `${stdout}\n${stderr}`;
}
