import { expect, it } from "vitest";
import { checkJob } from "../../src/check/check.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import { loadConfigSync } from "../../src/openocd/load.ts";
import { adapterOf } from "../../src/openocd/transport.ts";
import { corpus } from "../oracle/corpus.ts";
import { describeWithOpenocd, scriptsDir } from "../support/openocd.ts";

/** What is truly wrong in configs that OpenOCD loads, and how that shows. */
const trueFaults: Readonly<Record<string, string>> = {
  "target/rsl10.cfg@hla_swd dap-command-under-hla":
    "its examine-fail handler calls `$dap apreg`: OpenOCD 0.12.0 under HLA has a group of that name without subcommands",
  "board/imx53-m53evk.cfg command-unknown":
    "its reset-init handler calls `dap apsel`: OpenOCD 0.12.0 has only `DAP apsel`, and prints how `dap` is used",
};

const options = { searchPaths: [scriptsDir], cwd: "/nowhere" };

describeWithOpenocd("configs that OpenOCD loads", () => {
  const all = corpus().filter(({ file, transport }) => {
    const { problems } = loadConfigSync(file, {
      ...options,
      ...(transport && { transport, adapter: adapterOf(transport)! }),
    });
    return problems.length === 0;
  });

  it("are hundreds", () => {
    expect(all.length).toBeGreaterThan(780);
  });

  it("have no errors but these", { timeout: 120_000 }, () => {
    const found = all.flatMap(({ key, file, transport }) => {
      const job = {
        configs: [file],
        searchPaths: [scriptsDir],
        openocd: "0.12.0",
        cwd: "/nowhere",
        ...(transport && { transports: [transport] }),
      };
      const errors = checkJob(job, diskFiles).filter(({ severity }) => severity === "error");
      return errors.map(({ rule, message }) => ({ key: `${key} ${rule}`, message }));
    });
    expect(found.filter(({ key }) => trueFaults[key] === undefined)).toEqual([]);
    expect([...new Set(found.map(({ key }) => key))]).toEqual(Object.keys(trueFaults));
  });
});
