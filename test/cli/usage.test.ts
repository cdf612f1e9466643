import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith } from "../install/fixtures.ts";
import { l5cfgFix, packageVersion } from "../support/command.ts";
import { fixtures, install, scripts } from "../support/fixtures.ts";
import { hashes } from "../support/tree.ts";

describe("wrong use or unreadable input ends with 2 and one line on standard error", () => {
  const l5 = join(scripts, "target/stm32l5x.cfg");
  const cases: { args: string[]; says: string }[] = [
    { args: ["nowhere.cfg"], says: "nowhere.cfg does not exist" },
    { args: ["empty"], says: "empty holds no config" },
    { args: ["loop.cfg"], says: "cannot read loop.cfg" },
    { args: ["huge.cfg"], says: "cannot read huge.cfg" },
    { args: ["/dev/null"], says: "/dev/null is neither a file nor a folder" },
    { args: [install, "--openocd", "new"], says: "--openocd new: that is not a version of OpenOCD" },
    { args: [install, "--openocd", "9.9.9"], says: "--openocd 9.9.9: there is no such OpenOCD" },
    { args: [install, "--openocd", "0.14"], says: "--openocd 0.14: there is no such OpenOCD" },
    { args: [install, "--set", "CHIPNAME"], says: "--set CHIPNAME: give it as NAME=VALUE" },
    { args: [install, "--set", "=1"], says: "--set =1: give it as NAME=VALUE" },
    { args: [install, "--format", "xml"], says: "Allowed choices are text, json" },
    { args: [install, "--chek"], says: "unknown option '--chek' (Did you mean --check?)" },
    {
      args: [install, "--transport", "usb"],
      says: "--transport usb: OpenOCD has hla_swd, hla_jtag, dapdirect_swd",
    },
    { args: ["--check", "--diff", install], says: "option '--check' cannot be used with option '--diff'" },
    {
      args: ["--check", "-o", "out", install],
      says: "option '--check' cannot be used with option '-o, --output <folder>'",
    },
    {
      args: ["--diff", "-o", "out", install],
      says: "option '--diff' cannot be used with option '-o, --output <folder>'",
    },
    { args: ["--check", l5, "-s", "nowhere"], says: "-s nowhere: there is no such folder" },
    { args: ["--check", l5, "-s", "emty"], says: "-s emty: there is no such folder; did you mean empty?" },
    { args: [install, "--transport", "hla_swdd"], says: "; did you mean hla_swd?" },
    { args: ["--check", "--unsafe", l5], says: "option '--check' cannot be used with option '--unsafe'" },
    { args: ["--check", l5, "--update-baseline"], says: "--update-baseline needs --baseline FILE" },
    { args: [l5, "--baseline", "b.json"], says: "--baseline is for --check" },
    {
      args: ["--check", l5, "--baseline", "b.json"],
      says: "b.json does not exist; --update-baseline writes it",
    },
    {
      args: ["--check", l5, "--baseline", "full/notes.txt"],
      says: "--baseline full/notes.txt is not JSON",
    },
    { args: ["--check", l5, "-s", "huge.cfg"], says: "-s huge.cfg: that is no folder" },
    { args: ["explain", "huge.cfg", "-s", "nowhere"], says: "-s nowhere: there is no such folder" },
    { args: ["--check", l5, "--color", "red"], says: "Allowed choices are auto, always, never" },
    { args: ["--check", l5, "--html", "page.html"], says: "cannot be used with option '--check'" },
    { args: ["--html", "p.html", "--format", "json", l5], says: "cannot be used with option" },
    { args: ["--refresh", "--ignore", "dap-missing", "empty"], says: "cannot be used with option" },
    { args: ["--html", "full/notes.txt", l5], says: "that is a file already, and no page of l5cfg-fix" },
    { args: ["--check"], says: "missing required argument 'path'" },
    { args: [install, "-o"], says: "option '-o, --output <folder>' argument missing" },
    { args: ["-", install], says: "goes to standard output; give it alone" },
    {
      args: [install, "-o", join(scripts, "patched")],
      says: "must stay as it is; choose another folder with -o",
    },
    { args: [install, "-o", "full"], says: "full has files in it and is no overlay" },
    { args: [install, "-o", "huge.cfg"], says: "huge.cfg is not a folder" },
    { args: ["inspect"], says: "missing required argument 'file'" },
    { args: ["inspect", "nowhere.cfg"], says: "nowhere.cfg does not exist" },
    { args: ["inspect", l5, "--transport", "usb"], says: "--transport usb: OpenOCD has" },
    { args: ["inspect", l5, "--check"], says: "unknown option '--check'" },
  ];

  it.each(cases)("$args: $says", async ({ args, says }) => {
    const cwd = folderWith({ "full/notes.txt": "mine" });
    mkdirSync(join(cwd, "empty"));
    symlinkSync("loop.cfg", join(cwd, "loop.cfg"));
    writeFileSync(join(cwd, "huge.cfg"), "");
    truncateSync(join(cwd, "huge.cfg"), 17 * 1024 * 1024);
    const before = [hashes(cwd), hashes(fixtures)];
    const { status, stdout, stderr } = await l5cfgFix(args, { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^l5cfg-fix: .*\n$/);
    expect(stderr).toContain(says);
    expect([hashes(cwd), hashes(fixtures)]).toEqual(before);
  });
});

describe("two things to do at once", () => {
  const ways = [["--check"], ["--diff"], ["--html", "p.html"], ["--in-place"], ["--refresh"], ["-o", "out"]];
  const pairs = ways.flatMap((one, i) => ways.slice(i + 1).map((other) => [...one, ...other]));

  it.each(pairs)("%s %s %s %s are refused", async (...words) => {
    const cwd = folderWith({ "a.cfg": "" });
    const { status, stdout, stderr } = await l5cfgFix([...words.filter(Boolean), "a.cfg"], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("cannot be used with");
  });
});

describe("help", () => {
  it("comes on standard error, with 2, when nothing is asked", async () => {
    const help = await l5cfgFix(["--help"]);
    expect(help).toMatchObject({ status: 0, stderr: "" });
    expect(await l5cfgFix([])).toEqual({ status: 2, stdout: "", stderr: help.stdout });
  });

  it("shows the usual use and its options first, then the other commands", async () => {
    const { stdout } = await l5cfgFix(["--help"]);
    expect(stdout).toMatch(/^Usage: l5cfg-fix \[options\] <path\.\.\.>\n/);
    const places = [
      "\nOptions:\n  --check ",
      "  --diff ",
      "  -o, ",
      "\nHow configs are run:\n",
      "\nWhat is reported:\n",
      "\nOutput:\n  --format ",
      "\nCommands:\n  inspect ",
    ].map((part) => stdout.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it("is there for inspect", async () => {
    const { status, stdout } = await l5cfgFix(["inspect", "--help"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: l5cfg-fix inspect \[options\] <file>\n/);
  });
});

it.each(["--version", "-V"])("prints its version with %s", async (flag) => {
  expect(await l5cfgFix([flag])).toEqual({ status: 0, stdout: `${packageVersion}\n`, stderr: "" });
});

it("shows where in the program it ended, with L5CFG_FIX_DEBUG set", async () => {
  const { status, stderr } = await l5cfgFix(["nowhere.cfg"], { env: { L5CFG_FIX_DEBUG: "1" } });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^l5cfg-fix: \w+Error: nowhere\.cfg does not exist;.*\n +at /);
});

describe("every command", () => {
  const l5 = join(scripts, "target/stm32l5x.cfg");
  const h7 = join(scripts, "target/stm32h7x.cfg");
  const commands: string[][] = [
    ["--check", l5],
    ["--diff", l5],
    ["inspect", l5],
    ["compare", l5, h7],
    ["rules"],
    ["explain", "dap-missing"],
    ["installs", fixtures],
    ["restore", fixtures],
    ["completion", "bash"],
  ];

  it.each(commands)("%s takes -q, -v and --color, and says nothing but results with -q", async (...words) => {
    const usual = await l5cfgFix(words);
    const quiet = await l5cfgFix([...words, "-q"]);
    expect(quiet.status).toBe(usual.status);
    expect(usual.stdout.startsWith(quiet.stdout.slice(0, 100))).toBe(true);
    // What --diff leaves is a result.
    if (words[0] !== "--diff") expect(quiet.stderr).toBe("");
    const verbose = await l5cfgFix([...words, "-v"]);
    expect(verbose.status).toBe(usual.status);
    expect(verbose.stderr.length).toBeGreaterThanOrEqual(usual.stderr.length);
    expect(await l5cfgFix([...words, "--color", "never"])).toEqual(usual);
    expect((await l5cfgFix([...words, "-q", "-v"])).stderr).toContain("cannot be used with");
  });

  it("has its help with `help`, too", async () => {
    expect(await l5cfgFix(["help"])).toEqual(await l5cfgFix(["--help"]));
    for (const name of ["compare", "inspect", "prove"])
      expect(await l5cfgFix(["help", name])).toEqual(await l5cfgFix([name, "--help"]));
  });
});

it("says with -v what was run and read", async () => {
  const { stderr } = await l5cfgFix(["--check", "-v", join(scripts, "target/stm32g0x.cfg")]);
  expect(stderr).toMatch(/ {2}hla_swd: accepted, 3 files read\n/);
  const inspected = await l5cfgFix(["inspect", "-v", join(scripts, "target/stm32g0x.cfg")]);
  expect(inspected.stderr).toMatch(
    / is of the kind "file", for OpenOCD .*; scripts are looked for in fixtures\//,
  );
});
