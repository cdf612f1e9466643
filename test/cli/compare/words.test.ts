import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith } from "../../install/fixtures.ts";
import { l5cfgFix } from "../../support/command.ts";
import { bytes, scripts } from "../../support/fixtures.ts";

/** Compares two configs, which say this, in a folder of their own. */
async function compared(own: string, other: string, ...more: string[]) {
  const cwd = folderWith({ "a.cfg": own, "b.cfg": other });
  return { cwd, ...(await l5cfgFix(["compare", "a.cfg", "b.cfg", ...more], { cwd })) };
}

describe("what is said of a comparison", () => {
  it("names the transports under which something differs, where it does not under all", async () => {
    const { status, stdout, stderr } = await compared(
      "if {[using_hla]} { adapter speed 1 } else { adapter speed 2 }\n",
      "adapter speed 2\n",
    );
    expect(status).toBe(1);
    expect(stdout).toMatch(/^adapter speed: differs \(hla_swd\)\n {2}file {7}1 kHz \(a\.cfg:1\)\n/);
    expect(stderr).toContain("1 difference under every transport; ");
  });

  it.each([
    ["the file", "error stop\n", "adapter speed 1\n"],
    ["the reference", "adapter speed 1\n", "error stop\n"],
  ])("says why nothing is compared where OpenOCD stops in %s", async (side, own, other) => {
    const { status, stdout, stderr } = await compared(own, other, "--transport", "swd");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("There is no transport under which both can be run.\n");
    expect(stderr).toContain(`not compared under swd: OpenOCD stops in ${side}: stop\n`);
  });

  it("counts what is only spelt in another way", async () => {
    const { status, stderr } = await compared("proc one {} { echo a }\n", "proc one {} {\n  echo {a}\n}\n");
    expect(status).toBe(0);
    expect(stderr).toContain("1 thing the same, of which only the spelling differs in proc one.\n");
  });

  it("is nothing but the differences with --quiet", async () => {
    const { stdout, stderr } = await compared("adapter speed 1\n", "", "--quiet");
    expect(stderr).toBe("");
    expect(stdout).toBe("adapter speed: only in the file\n  file       1 kHz (a.cfg:1)\n\n");
  });
});

describe("--port", () => {
  it("is for one config", async () => {
    const two = ["stm32l5x.cfg", "stm32h7x.cfg"].map((name) => [name, bytes(join(scripts, "target", name))]);
    const [own, other] = [folderWith(Object.fromEntries(two)), folderWith(Object.fromEntries(two))];
    const search = ["-s", scripts, "--reference-search", scripts];
    expect(await l5cfgFix(["compare", own, other, ...search, "--port", "all"])).toEqual({
      status: 2,
      stdout: "",
      stderr: "l5cfg-fix: --port is for one config; 2 of them have a counterpart here\n",
    });
  });

  it("has nothing to take where the reference has nothing of its own", async () => {
    expect((await compared("adapter speed 1\n", "", "--port", "work-area")).stderr).toContain(
      "--port work-area: no difference has that name; there is no difference to port\n",
    );
  });

  it("names what is left, with the reason, and where the names of the patch are from", async () => {
    const { cwd } = await compared("", "");
    const [a, b] = [
      folderWith({ "a.cfg": "adapter speed 1\nreset_config none\n" }),
      folderWith({ "b.cfg": "adapter speed 2\n" }),
    ];
    const args = ["compare", join(a, "a.cfg"), join(b, "b.cfg"), "--port", "setting"];
    const { status, stdout, stderr } = await l5cfgFix(args, { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain("\n-adapter speed 1\n+adapter speed 2\n");
    expect(stderr).toBe(
      "left: reset_config (reset-config): only the file has it: there is nothing to carry over\n" +
        `1 difference carried over, 1 left.\nThe names are from ${a}: patch -p1 -d ${a}\n`,
    );
  });
});
