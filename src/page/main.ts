import { version } from "../version.ts";
import { byId, element, show } from "./dom.ts";
import { acceptDrops } from "./drop.ts";
import { example } from "./example.ts";
import { showLog } from "./log-panel.ts";
import { showMissing } from "./missing-view.ts";
import { showModelOf } from "./model-view.ts";
import { showPatch } from "./patch-view.ts";
import type { Answer, Checked, Request } from "./protocol.ts";
import { chosenIn, type Dropped, type Read, readAll } from "./read-dropped.ts";
import { Runner } from "./runner.ts";
import { looseFolder } from "./scripts.ts";
import { Files } from "./state.ts";
import { Tabs } from "./tabs.ts";

const files = new Files();
const runner = new Runner(byId("engine", HTMLScriptElement).text);
const status = byId("status", HTMLElement);
const results = byId("results", HTMLElement);
const config = byId("config", HTMLSelectElement);
const tabs = new Tabs((name) => {
  if (name === "model") void showModel();
});
let checked: Checked | undefined;

function choice() {
  return {
    openocd: byId("openocd", HTMLSelectElement).value,
    transport: byId("transport", HTMLSelectElement).value,
  };
}

/** Asks the engine, and says so. Undefined where another question came meanwhile. */
async function ask(request: Request, doing: string): Promise<Answer | undefined> {
  say(doing, true);
  const answer = await runner.run(request, (text) => say(text, true));
  if (answer?.kind === "error") say(answer.message, false, true);
  return answer;
}

function say(text: string, isBusy = false, isError = false): void {
  status.textContent = text;
  status.className = isError ? "error" : isBusy ? "busy" : "";
  document.body.setAttribute("aria-busy", String(isBusy));
}

async function take(read: Read): Promise<void> {
  const hadLog = files.log;
  files.add(read);
  offerConfigs();
  byId("clear", HTMLButtonElement).hidden = false;
  if (files.configs.length > 0) await check();
  else if (files.log === undefined) say("There is no config and no log among these files.", false, true);
  if (files.log !== undefined && files.log !== hadLog) await explain();
  if (read.left.length > 0)
    status.append(element("span", { class: "left-out" }, ` Left out: ${read.left.slice(0, 5).join("; ")}.`));
}

async function takeDropped(dropped: Promise<Dropped[]>): Promise<void> {
  say("Reading…", true);
  try {
    await take(await readAll(await dropped));
  } catch (error) {
    say(
      `The browser does not let this be read (${(error as Error).message}); the buttons above may.`,
      false,
      true,
    );
  }
}

function offerConfigs(): void {
  const { configs } = files;
  const chosen = config.value;
  show(
    config,
    element("option", { value: "" }, configs.length === 1 ? nameOf(configs[0]!) : "All that were dropped"),
    configs.length > 1 && configs.map((path) => element("option", { value: path }, nameOf(path))),
  );
  if (configs.includes(chosen) && configs.length > 1) config.value = chosen;
  config.disabled = configs.length < 2;
}

function nameOf(path: string): string {
  return path.replace(`${looseFolder}/`, "").replace(/^\//, "");
}

async function check(): Promise<void> {
  const unsafe = byId("unsafe", HTMLInputElement).checked;
  const answer = await ask(
    { kind: "check", files: files.all, config: config.value, unsafe, ...choice() },
    "Checking…",
  );
  if (answer?.kind !== "check") {
    if (answer !== undefined) results.hidden = true;
    return;
  }
  checked = answer;
  results.hidden = false;
  show(byId("title", HTMLElement), element("bdi", {}, answer.title));
  show(
    byId("lead", HTMLElement),
    [...answer.lead, answer.openocd].map((text) => element("p", {}, element("bdi", {}, text))),
  );
  showMissing(byId("missing", HTMLElement), answer);
  // Escaped where it was made; and no script can run here that this page did not come with.
  byId("entries", HTMLElement).innerHTML = answer.entries;
  byId("texts", HTMLElement).innerHTML = answer.texts;
  byId("nothing", HTMLElement).hidden = answer.texts !== "";
  showPatch(byId("patch", HTMLElement), answer);
  tabs.offer(
    files.log === undefined ? ["findings", "patch", "model"] : ["findings", "patch", "model", "log"],
  );
  const fixed =
    answer.files.length === 0 ? "" : ` The patch changes ${answer.files.map(({ name }) => name).join(", ")}.`;
  say(
    `${answer.findings === 0 ? "Nothing to fix" : `${answer.findings} finding${answer.findings === 1 ? "" : "s"}`}, in ${Math.round(answer.milliseconds)} ms.${fixed}`,
  );
}

async function showModel(isFixed = true): Promise<void> {
  const which = checked?.configs.find(({ path }) => path === config.value) ?? checked?.configs[0];
  if (checked === undefined || which === undefined) return;
  const { openocd, transport } = choice();
  const patched = new Map(isFixed ? checked.files.map(({ path, after }) => [path, after]) : []);
  const answer = await ask(
    {
      kind: "model",
      files: files.all.map(([path, text]) => [path, patched.get(path) ?? text]),
      config: which.path,
      openocd,
      transport: transport || which.transport,
    },
    "Running…",
  );
  if (answer?.kind !== "model") return;
  say(`The model of ${nameOf(which.path)} under ${answer.transport || "no transport"}.`);
  showModelOf(byId("model", HTMLElement), nameOf(which.path), answer, {
    isFixed: patched.size > 0,
    canBeFixed: checked.files.length > 0,
    again: (fixed) => void showModel(fixed),
  });
}

async function explain(): Promise<void> {
  const { log } = files;
  if (log === undefined) return;
  const answer = await ask({ kind: "log", text: log.text }, "Reading the log…");
  if (answer?.kind !== "log") return;
  results.hidden = false;
  showLog(byId("log", HTMLElement), log.name, answer);
  const isAlone = files.configs.length === 0;
  if (isAlone) {
    show(byId("title", HTMLElement), "Explanation of ", element("bdi", {}, log.name));
    show(byId("lead", HTMLElement));
    byId("missing", HTMLElement).hidden = true;
  }
  tabs.offer(isAlone ? ["log"] : ["findings", "patch", "model", "log"]);
  tabs.open("log");
  const count = answer.diagnoses.length + answer.unknown.length;
  say(count === 0 ? "The log shows no error." : `The log shows ${count} error${count === 1 ? "" : "s"}.`);
}

function paste(): void {
  const text = byId("pasted", HTMLTextAreaElement).value;
  if (text.trim() === "") return;
  const isConfig = !/^(?:Open On-Chip Debugger|Info *:|Error *:|Warn *:|\*\* )/m.test(text);
  const bytes = unescape(encodeURIComponent(text));
  byId("paste", HTMLDialogElement).close();
  void take({ files: [[`${looseFolder}/${isConfig ? "pasted.cfg" : "pasted.log"}`, bytes]], left: [] });
}

function clear(): void {
  runner.stop();
  files.clear();
  checked = undefined;
  results.hidden = true;
  offerConfigs();
  byId("clear", HTMLButtonElement).hidden = true;
  say("");
  byId("choose", HTMLButtonElement).focus();
}

function listen(): void {
  const on = (id: string, event: string, act: () => void) =>
    byId(id, HTMLElement).addEventListener(event, act);
  for (const [button, input] of [
    ["choose", "file-input"],
    ["choose-folder", "folder-input"],
  ] as const) {
    const field = byId(input, HTMLInputElement);
    on(button, "click", () => field.click());
    field.addEventListener("change", () => {
      const chosen = chosenIn(field.files ?? []);
      field.value = "";
      if (chosen.length > 0) void takeDropped(Promise.resolve(chosen));
    });
  }
  on("open-paste", "click", () => byId("paste", HTMLDialogElement).showModal());
  on("paste-done", "click", paste);
  on("try", "click", () => void take({ files: [[...example]], left: [] }));
  on("clear", "click", clear);
  for (const id of ["openocd", "transport", "config", "unsafe"]) {
    on(id, "change", () => {
      if (files.configs.length > 0) void check();
    });
  }
  acceptDrops(byId("drop", HTMLElement), (dropped) => void takeDropped(dropped));
}

byId("version", HTMLElement).textContent = `l5cfg-fix ${version}`;
listen();
