import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import type { Manifest } from "../../src/manifest/manifest.ts";
import { openocdCfg, targetName } from "../../src/overlay/openocd-cfg.ts";
import { flashCommand } from "../../src/overlay/openocd-command.ts";
import { type Overlay, writeOverlay } from "../../src/overlay/write-overlay.ts";
import { fixtures, folderWith, scripts } from "../install/fixtures.ts";
import { type Answer, askOpenocd, type Question } from "../oracle/ask.ts";
import { describeWithOpenocd, openocd, scriptsDir } from "../support/openocd.ts";
import { planFor } from "./plans.ts";

const g0 = join(scripts, "target/stm32g0x.cfg");
const release = { openocd: "0.12.0" };

const manifest: Manifest = {
  schema: 1,
  tool: "l5cfg-fix 0.1.0",
  openocd: { version: "0.12.0", why: "assumed" },
  searchPaths: [".", "C:\\ST\\Program Files (x86)", "/o{dd/ü$x"],
  transports: ["hla_swd", "dapdirect_swd"],
  interfaces: {},
  targets: ["target/stm32l5x.cfg"],
  boards: [],
  files: [],
  left: [],
};

describe("openocdCfg", () => {
  it("spells folders for Tcl", () => {
    const text = openocdCfg(manifest);
    expect(text).toContain("[file dirname [info script]] {C:/ST/Program Files (x86)} /o\\{dd/ü\\$x]");
  });

  it("does without the command `file` where a release has none", () => {
    const text = openocdCfg({ ...manifest, openocd: { version: "0.10.0", why: "" } });
    expect(text).toContain("[list [regsub {[^/]*$} [info script] {}]. {C:/ST/Program Files (x86)}");
    expect(text).not.toMatch(/\[file /);
  });

  it("chooses the driver itself where the scripts do not, in the words of the version", () => {
    expect(openocdCfg(manifest)).toContain("\t\t\t\tadapter driver hla\n\t\t\t\thla_layout stlink\n");
    expect(openocdCfg(manifest)).toContain("\t\t\t\tadapter driver st-link\n");
    const old = openocdCfg({ ...manifest, openocd: { version: "st-1.3.0", why: "" } });
    expect(old).toContain("[adapter_name]");
    expect(old).toContain("\t\t\t\tinterface hla\n");
    expect(old).not.toMatch(/adapter driver|st-link/);
  });

  it("has a transport that was checked for its default", () => {
    const usual = (transports: string[]) =>
      /TRANSPORT {2}default: (\S+)/.exec(openocdCfg({ ...manifest, transports }))![1];
    expect(usual(["jtag", "dapdirect_swd"])).toBe("dapdirect_swd");
    expect(usual(["jtag"])).toBe("jtag");
    expect(usual([])).toBe("hla_swd");
  });
});

describe("targetName", () => {
  it.each([
    ["target/stm32l5x.cfg", "stm32l5x"],
    ["board/st/x.cfg", "st/x"],
    ["openocd.cfg", "openocd"],
  ])("%s is %s", (script, name) => {
    expect(targetName(script)).toBe(name);
  });
});

describeWithOpenocd("openocd.cfg in the real OpenOCD", () => {
  /** An overlay for the G0, whose swj-dp.tcl is the one of the installed OpenOCD. */
  const overlayIn = (folder: string, path = g0): Overlay => {
    const swjDp = readFileSync(join(scriptsDir, "target/swj-dp.tcl"), "latin1");
    return writeOverlay(folder, planFor(path, { "target/swj-dp.tcl": swjDp }, release));
  };
  const load = ({ folder }: Overlay, question: Partial<Question> = {}): Promise<Answer> =>
    askOpenocd({ file: join(folder, "openocd.cfg"), ...question });
  const healthy = {
    loaded: true,
    errors: [],
    targets: [{ name: "stm32g0x.cpu", workArea: { phys: 0x20000000, size: 0x2000 } }],
    daps: ["stm32g0x.dap"],
  };

  it("loads from an unrelated folder, without any search folder", async () => {
    const answer = await load(overlayIn(folderWith()));
    expect(answer).toMatchObject({ ...healthy, targets: [{ type: "hla_target" }] });
  });

  it.each(["a b", "Program Files (x86)", "ünï çødé", "$x [exit] {", "}", 'q"\\;#'])(
    "loads from %j",
    async (name) => {
      const overlay = overlayIn(join(folderWith(), name));
      // `-f` itself cannot take a single brace.
      const isPlain = !/[{}]/.test(name);
      const answer = isPlain ? load(overlay) : askOpenocd({ file: "openocd.cfg", cwd: overlay.folder });
      expect(await answer).toMatchObject(healthy);
    },
  );

  it("loads where the scripts folder has an odd name", async () => {
    const root = folderWith({}, "l5 {ü$ ");
    const copy = (name: string, from = scripts) => {
      mkdirSync(join(root, name, ".."), { recursive: true });
      writeFileSync(join(root, name), readFileSync(join(from, name)));
    };
    for (const name of ["target/stm32g0x.cfg", "target/swj-dp.tcl", "mem_helper.tcl", "interface/stlink.cfg"])
      copy(name);
    expect(await load(overlayIn(folderWith(), root))).toMatchObject(healthy);
  });

  it("is not misled by a target/ in the current folder", async () => {
    const trap = "error {the wrong file}\n";
    const cwd = folderWith({
      "target/stm32g0x.cfg": trap,
      "target/swj-dp.tcl": trap,
      "mem_helper.tcl": trap,
      "interface/stlink.cfg": trap,
    });
    expect(await load(overlayIn(folderWith()), { cwd })).toMatchObject(healthy);
  });

  it("is found by OpenOCD itself where the command line has no script", () => {
    const root = folderWith({ "target/a.cfg": "" });
    const text = 'echo "taken: [file dirname [info script]]"\nshutdown\n';
    const { folder } = writeOverlay(folderWith(), planFor(root, { "target/a.cfg": text }, release));
    const cwd = folderWith({ "target/a.cfg": "error {the wrong file}\n" });
    const argv = ["-s", relative(cwd, folder), "-s", root];
    const run = spawnSync(openocd!, argv, {
      cwd,
      env: { HOME: cwd },
      timeout: 5000,
      killSignal: "SIGKILL",
      encoding: "utf8",
    });
    expect(run.stderr).toContain(`taken: ${relative(cwd, folder)}/target`);
  });

  it.each(["plain", "Program Files (x86)", "a}b"])(
    "runs the command that the output shows, from %j",
    (name) => {
      const root = folderWith({ "target/a.cfg": "", "target/b.cfg": "" });
      const text = 'proc program {args} { echo "program: [join $args |]"; shutdown }\n';
      const plan = planFor(root, { "target/a.cfg": text, "target/b.cfg": "" }, release);
      const [program, ...argv] = flashCommand(writeOverlay(join(folderWith(), name), plan), "my ü fw.bin");
      const cwd = folderWith();
      const run = spawnSync(program!, argv, {
        cwd,
        env: { HOME: cwd, PATH: process.env.PATH },
        timeout: 5000,
        killSignal: "SIGKILL",
        encoding: "utf8",
      });
      expect(run.stderr).toContain("program: my ü fw.bin|0x08000000|verify|reset|exit");
    },
  );

  it("leaves `find` as it was", async () => {
    const before = ["set was [info body find]"];
    const after = folderWith({ "after.cfg": "" });
    writeFileSync(
      join(after, "after.cfg"),
      `source {${join(overlayIn(folderWith()).folder, "openocd.cfg")}}\nset same [expr {[info body find] eq $was}]\n`,
    );
    expect(await askOpenocd({ file: join(after, "after.cfg"), before })).toMatchObject({
      variables: { same: "1" },
    });
  });

  it.each([
    ["hla_swd", "hla_target"],
    ["dapdirect_swd", "cortex_m"],
    ["dapdirect_jtag", "cortex_m"],
  ])("uses ST-LINK by %s", async (transport, type) => {
    const answer = await load(overlayIn(folderWith()), { before: [`set TRANSPORT ${transport}`] });
    expect(answer).toMatchObject({ ...healthy, targets: [{ type }] });
  });

  it("uses another adapter when one is given, or already selected", async () => {
    const overlay = overlayIn(folderWith());
    const file = join(folderWith({ "probe.cfg": "adapter driver cmsis-dap\n" }), "probe.cfg");
    const told = await load(overlay, { before: [`set INTERFACE {${file}}; set TRANSPORT swd`] });
    expect(told).toMatchObject({ ...healthy, targets: [{ type: "cortex_m" }] });
    const byItself = await load(overlay, { before: [`set INTERFACE {${file}}`] });
    expect(byItself).toMatchObject(healthy);
    for (const transport of ["jtag", "swd"] as const) {
      expect(await load(overlay, { transport })).toMatchObject({
        ...healthy,
        targets: [{ type: "cortex_m" }],
      });
    }
  });

  it("says what to do for a transport that ST-LINK does not have", async () => {
    expect(await load(overlayIn(folderWith()), { before: ["set TRANSPORT swd"] })).toMatchObject({
      loaded: false,
      error: { message: "no adapter is known for transport swd; set INTERFACE to its script" },
    });
  });

  it("does without scripts for the interface", async () => {
    const swjDp = readFileSync(join(scriptsDir, "target/swj-dp.tcl"), "latin1");
    const root = folderWith({
      "target/stm32g0x.cfg": readFileSync(g0, "latin1"),
      "target/swj-dp.tcl": "",
      "mem_helper.tcl": "",
    });
    const overlay = writeOverlay(folderWith(), planFor(root, { "target/swj-dp.tcl": swjDp }, release));
    expect(overlay.manifest.interfaces).toEqual({});
    for (const transport of ["hla_swd", "dapdirect_swd"]) {
      expect(await load(overlay, { before: [`set TRANSPORT ${transport}`] })).toMatchObject(healthy);
    }
  });

  it("takes the target that TARGET names, patched or not", async () => {
    const root = folderWith({
      "target/a.cfg": "set loaded a\n",
      "target/b.cfg": "set loaded b\n",
      "target/c.cfg": "set loaded c\n",
    });
    const overlay = writeOverlay(
      folderWith(),
      planFor(
        root,
        { "target/a.cfg": "set loaded {patched a}\n", "target/b.cfg": "set loaded {patched b}\n" },
        release,
      ),
    );
    const loaded = async (...before: string[]) => load(overlay, { before });
    expect(await loaded()).toMatchObject({
      variables: { loaded: "patched a" },
      log: ["using a; set TARGET for another: b"],
    });
    expect(await loaded("set TARGET b")).toMatchObject({ variables: { loaded: "patched b" } });
    expect(await loaded("set TARGET target/b.cfg")).toMatchObject({ variables: { loaded: "patched b" } });
    expect(await loaded("set TARGET c")).toMatchObject({ variables: { loaded: "c" } });
    expect(await loaded("set TARGET d")).toMatchObject({
      loaded: false,
      error: { message: 'no target or board is called "d"; patched here: a, b' },
    });
  });

  it("lets boards choose their adapter, and chooses for those that do not", async () => {
    const root = folderWith({
      "target/t.cfg": "",
      "board/own.cfg": "adapter driver dummy\nsource [find target/t.cfg]\n",
      "board/none.cfg": "source [find target/t.cfg]\n",
      "board/other.cfg": "adapter driver dummy\n",
    });
    const overlay = writeOverlay(
      folderWith(),
      planFor(root, { "target/t.cfg": "set adapter [adapter name]\n" }, release),
    );
    expect(overlay.manifest.boards).toEqual(["board/own.cfg"]);
    const adapter = async (name: string) => load(overlay, { before: [`set TARGET ${name}`] });
    expect(await adapter("own")).toMatchObject({
      loaded: true,
      variables: { adapter: "dummy" },
      warnings: [],
    });
    expect(await adapter("none")).toMatchObject({ loaded: true, variables: { adapter: "hla" } });
    expect(await adapter("other")).toMatchObject({ loaded: true, warnings: [] });
  });

  it("sources a config that is a whole session, such as the seed’s", async () => {
    const plan = planFor(join(fixtures, "seed"), {}, { ...release, searchPaths: [scripts] });
    const files = [
      { path: join(scripts, "target/stm32l5x.cfg"), before: "", after: "set loaded [adapter name]\n" },
    ];
    const overlay = writeOverlay(folderWith(), { ...plan, patch: { ...plan.patch, files } });
    expect(await load(overlay)).toMatchObject({ loaded: true, variables: { loaded: "hla" }, warnings: [] });
  });
});
