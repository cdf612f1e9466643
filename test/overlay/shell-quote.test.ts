import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { adviceFor } from "../../src/files/os-errors.ts";
import { ownCommand, shellQuote, typingNote } from "../../src/overlay/shell-quote.ts";
import { needPrograms } from "../support/openocd.ts";

// These run programs of a POSIX system.
needPrograms(["sh"], /by a shell/);

describe("shellQuote", () => {
  const words = [
    "a",
    "",
    "a b",
    "it's",
    '"q"',
    "$HOME",
    "`x`",
    "back\\slash",
    "Program Files (x86)",
    "ünï",
    "a!b",
    "*",
    "~",
  ];

  it("is read back by a shell as it was", () => {
    const { stdout } = spawnSync("sh", ["-c", `printf '%s\\n' ${shellQuote(words, "linux")}`], {
      encoding: "utf8",
    });
    expect(stdout).toBe(`${words.join("\n")}\n`);
  });

  it("quotes no more than it must", () => {
    const argv = ["openocd", "-s", "/opt/x", "-c", "program fw.elf verify reset exit"];
    expect(shellQuote(argv, "linux")).toBe('openocd -s /opt/x -c "program fw.elf verify reset exit"');
  });

  it("follows Windows’ rules there", () => {
    const argv = ["C:\\a\\openocd.exe", "C:\\Program Files (x86)\\", 'say "x"', "{a b}"];
    expect(shellQuote(argv, "win32")).toBe(
      'C:\\a\\openocd.exe "C:\\Program Files (x86)\\\\" "say \\"x\\"" "{a b}"',
    );
  });

  it("leaves nothing bare on Windows that PowerShell takes for its own", () => {
    const argv = ["openocd", "a,b", "@home", "C:\\x\\y.cfg", "--set", "A=1"];
    expect(shellQuote(argv, "win32")).toBe('openocd "a,b" "@home" C:\\x\\y.cfg --set A=1');
  });
});

describe("messages", () => {
  const folder = "C:\\Program Files (x86)\\STM32CubeIDE";

  it("name commands of ours as one types them", () => {
    expect(ownCommand(["restore", folder], "win32")).toBe(`l5cfg-fix restore "${folder}"`);
    expect(ownCommand(["restore", "/opt/my ide"], "linux")).toBe('l5cfg-fix restore "/opt/my ide"');
  });

  it.each([
    ["win32", `${folder}\\openocd.exe`, "\n\nIn PowerShell, put & in front of it."],
    ["win32", "openocd", ""],
    ["linux", "/opt/my ide/openocd", ""],
  ] as const)("say on %s how %j is typed", (platform, program, note) => {
    expect(typingNote([program, "-s", folder], platform)).toBe(note);
  });

  it("advise what the system has", () => {
    const denied = Object.assign(new Error(), { code: "EPERM" });
    expect(adviceFor(denied, "win32")).toContain("run it as an administrator");
    expect(adviceFor(denied, "linux")).toContain("run it as the owner");
  });
});
