import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { l5cfgFix } from "../support/command.ts";
import { describeUnless, onPath } from "../support/openocd.ts";

/** What is typed, with Tab pressed behind it. */
const lines = [
  "l5cfg-fix in",
  "l5cfg-fix inspect r",
  "l5cfg-fix --",
  "l5cfg-fix inspect --",
  "l5cfg-fix --transport h",
  "l5cfg-fix inspect --format ",
  "l5cfg-fix -o fo",
  "l5cfg-fix explain dap-",
  "l5cfg-flash --",
  "l5cfg-flash --reset ",
  "l5cfg-flash --overlay fo",
] as const;

const marker = "@@@@@";

/** Scripts that print, for each line, what a shell offers, and the marker behind it. */
const shells: Record<string, { args: readonly string[]; script: string }> = {
  bash: {
    args: ["--norc", "-c"],
    script: `source ./script\n${lines.map(bashLine).join("\n")}`,
  },
  // A shell in a terminal of its own, which lists what it has to offer when Tab is pressed.
  zsh: {
    args: ["-f", "-c"],
    script: `
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell "PROMPT= RPROMPT=; stty cols 300 rows 200; autoload -U compinit; compinit -u -d dump; source ./script"
      zpty -w shell "LISTMAX=9999; setopt nobeep; list() { zle list-choices; zle -R; echo LIS''TED }; zle -N list; bindkey '^I' list; echo RE''ADY"
      zpty -r -m shell seen '*READY*'
      ${lines.map(zshLine).join("\n")}`,
  },
  fish: {
    args: ["--no-config", "-c"],
    script: `source script\n${lines.map((line) => `complete -C "${line}"; echo ${marker}`).join("\n")}`,
  },
};

function bashLine(line: string): string {
  const words = line.split(" ");
  const typed = words.map((word) => `"${word}"`).join(" ");
  return `COMP_WORDS=(${typed}); COMP_CWORD=${words.length - 1}; _${words[0]!.replace("-", "_")}; printf '%s\\n' "\${COMPREPLY[@]}" ${marker}`;
}

// When the list has come the line is taken back.
function zshLine(line: string): string {
  return `
      zpty -w -n shell ${JSON.stringify(line)}$'\\t'
      zpty -r -m shell seen '*LISTED*'
      zpty -w -n shell $'\\C-u'
      print -r -- $seen ${marker}`;
}

async function offersOf(shell: string): Promise<Map<string, string[]>> {
  const cwd = mkdtempSync(join(tmpdir(), "l5cfg-fix-"));
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));
  mkdirSync(join(cwd, "folder"));
  const own = (await l5cfgFix(["completion", shell])).stdout;
  writeFileSync(join(cwd, "script"), own + (await l5cfgFix(["completion", shell, "l5cfg-flash"])).stdout);
  const { args, script } = shells[shell]!;
  const { stdout } = spawnSync(shell, [...args, script], {
    cwd,
    env: { ...process.env, HOME: cwd, TERM: "xterm" },
    encoding: "utf8",
    timeout: 60_000,
    killSignal: "SIGKILL",
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what moves a terminal's cursor
  const plain = stdout.replace(/\x1b\[[\d;?]*[a-zA-Z]/g, " ");
  const texts = plain.split(marker).map((text) => text.split(/\s+/));
  return new Map(lines.map((line, index) => [line, texts[index] ?? []]));
}

for (const shell of Object.keys(shells)) {
  describeUnless(onPath(shell) ? undefined : `${shell} is not installed`)(`in ${shell}`, () => {
    let offers: Map<string, string[]>;
    beforeAll(async () => {
      offers = await offersOf(shell);
    }, 60_000);
    const offered = (line: (typeof lines)[number]) => offers.get(line);

    it("come the commands first", () => {
      expect(offered("l5cfg-fix in")).toContain("inspect");
      expect(offered("l5cfg-fix inspect r")).not.toContain("rules");
    });

    it("come the options of the command that is typed", () => {
      expect(offered("l5cfg-fix --")).toEqual(expect.arrayContaining(["--check", "--transport"]));
      expect(offered("l5cfg-fix inspect --")).toContain("--transport");
      expect(offered("l5cfg-fix inspect --")).not.toContain("--check");
    });

    it("come the words that an option takes", () => {
      expect(offered("l5cfg-fix --transport h")).toEqual(expect.arrayContaining(["hla_swd", "hla_jtag"]));
      expect(offered("l5cfg-fix inspect --format ")).toEqual(expect.arrayContaining(["text", "json"]));
      expect(offered("l5cfg-fix inspect --format ")).not.toContain("sarif");
      expect(offered("l5cfg-fix -o fo")!.join(" ")).toContain("folder");
    });

    it("comes what the other command takes", () => {
      expect(offered("l5cfg-flash --")).toEqual(expect.arrayContaining(["--overlay", "--reset"]));
      expect(offered("l5cfg-flash --")).not.toContain("--check");
      expect(offered("l5cfg-flash --reset ")).toEqual(expect.arrayContaining(["run", "halt", "none"]));
      expect(offered("l5cfg-flash --overlay fo")!.join(" ")).toContain("folder");
    });

    it("come the rules to explain", () => {
      const rules = ["dap-missing", "dap-command-under-hla"];
      expect(offered("l5cfg-fix explain dap-")).toEqual(expect.arrayContaining(rules));
    });
  });
}

it("knows these shells only", async () => {
  const { status, stderr } = await l5cfgFix(["completion", "csh"]);
  expect(status).toBe(2);
  expect(stderr).toContain("Allowed choices are bash, zsh, fish");
});
