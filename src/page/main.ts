import { utf8Latin1 } from "../files/latin1.ts";
import { version } from "../version.ts";
import { controls } from "./choices.ts";
import { byId } from "./dom.ts";
import { acceptDrops } from "./drop.ts";
import { example } from "./example.ts";
import { chosenIn } from "./read-dropped.ts";
import { looseFolder } from "./scripts.ts";
import { Session } from "./session.ts";

const session = new Session();

/** What a log begins its lines with. */
const LOG = /^(?:Open On-Chip Debugger|(?:Info|Error|Warn|Debug) *:|\*\* )/m;

function paste(): void {
  const text = byId("pasted", HTMLTextAreaElement).value;
  if (text.trim() === "") return;
  byId("paste", HTMLDialogElement).close();
  const name = LOG.test(text) ? "pasted.log" : "pasted.cfg";
  void session.take({ files: [[`${looseFolder}/${name}`, utf8Latin1(text)]], left: [] });
}

function on(id: string, event: string, act: () => void): void {
  byId(id, HTMLElement).addEventListener(event, act);
}

/** Has a button open the browser's dialog for files or folders. */
function chooseBy(button: string, input: string): void {
  const field = byId(input, HTMLInputElement);
  on(button, "click", () => field.click());
  field.addEventListener("change", () => {
    const chosen = chosenIn(field.files ?? []);
    // Choosing the same again is a change, too.
    field.value = "";
    if (chosen.length > 0) void session.takeDropped(chosen);
  });
}

byId("version", HTMLElement).textContent = `l5cfg-fix ${version}`;
chooseBy("choose", "file-input");
chooseBy("choose-folder", "folder-input");
on("open-paste", "click", () => byId("paste", HTMLDialogElement).showModal());
on("paste-done", "click", paste);
on("try", "click", () => void session.take({ files: [[...example]], left: [] }));
on("clear", "click", () => session.clear());
for (const id of controls) on(id, "change", () => void session.check());
acceptDrops(byId("drop", HTMLElement), (dropped) => void session.takeDropped(dropped));
