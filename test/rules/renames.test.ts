import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkJob } from "../../src/check/check.ts";
import type { Job } from "../../src/check/job.ts";
import { applyEdits } from "../../src/edit/edit.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import type { FileSystem } from "../../src/files/file-system.ts";
import { withFiles } from "../../src/files/layered-files.ts";
import { nameIn } from "../../src/openocd/command-names.ts";
import type { Finding } from "../../src/rules/finding.ts";
import { describeWithOpenocd, listScripts, scriptsDir } from "../support/openocd.ts";
import { translateJob } from "./translate.ts";

function unknown(job: Job, fs: FileSystem): Finding[] {
  return checkJob(job, fs).filter(
    ({ rule, fix }) => rule === "command-unknown" && !/^(?:leave out|define)/.test(fix?.title ?? ""),
  );
}

/** The files with the fixes of these findings, in front of those that were there. */
function fixed(findings: readonly Finding[], fs: FileSystem): Map<string, string> {
  const files = new Map<string, string>();
  const all = findings.flatMap(({ fix }) => fix?.edits ?? []);
  for (const file of new Set(all.map((one) => one.file))) {
    const edits = all.filter((one) => one.file === file).flatMap((one) => one.edits);
    files.set(file, applyEdits(fs.read(file)!, edits));
  }
  return files;
}

describeWithOpenocd("STM32 configs of 0.12.0, translated to ST's r1 and back", () => {
  const configs = listScripts("target", /\/stm32[^/]*\.cfg$/).map((name) => join(scriptsDir, name));
  const transports = ["dapdirect_swd", "jtag"];
  const job = (openocd: string): Job => ({ configs, searchPaths: [scriptsDir], openocd, transports });
  const found = unknown(job("st-1.3.0"), diskFiles);
  const files = fixed(found, diskFiles);
  const translated = withFiles(files, diskFiles);

  it("are found to use names that r1 does not have", () => {
    expect(found.length).toBeGreaterThan(configs.length);
    expect(files.size).toBeGreaterThan(15);
    expect([...files.values()].join("")).toMatch(/^adapter_khz /m);
  });

  it("use no such name any more that has another one there", () => {
    const left = unknown(job("st-1.3.0"), translated);
    expect(left.filter(({ fix }) => fix !== undefined)).toEqual([]);
    expect(left.length).toBe(found.filter(({ fix }) => fix === undefined).length);
  });

  it("are as they were after the way back, byte for byte", () => {
    const back = translateJob(job("0.12.0"), translated);
    expect(back.map(({ path }) => path).sort()).toEqual([...files.keys()].sort());
    for (const { path, after } of back) expect(after).toBe(diskFiles.read(path));
  });

  it("still work in 0.12.0 on the way, which keeps the old names", () => {
    expect(unknown(job("0.12.0"), translated)).toEqual([]);
  });
});

describe("names by version", () => {
  it.each([
    ["adapter speed", "st-1.3.0", "", "adapter_khz"],
    ["jtag_khz", "0.12.0", "", "adapter speed"],
    ["jtag_khz", "st-1.3.0", "", "adapter_khz"],
    ["interface", "st-1.5.0", "", "adapter driver"],
    ["adapter driver", "st-1.3.0", "", "interface"],
    ["adapter_nsrst_delay", "0.12.0", "", "adapter srst delay"],
    ["hla_stlink_backend tcp", "st-1.3.0", "hla", "hla_use_stlink_server"],
    ["hla_stlink_backend tcp", "st-1.5.0", "hla", "hla_stlink_interface server"],
    ["hla_use_stlink_server", "0.12.0", "hla", "hla_stlink_backend tcp"],
    ["hla_stlink_interface server", "master", "hla", "hla stlink_backend tcp"],
    ["st-link use_stlink_server", "st-1.13.0", "st-link", "st-link backend tcp"],
    ["hla layout", "0.12.0", "hla", "hla_layout"],
    ["hla_layout", "master", "hla", "hla layout"],
    ["ftdi layout_init", "st-1.7.0", "ftdi", "ftdi_layout_init"],
    ["ftdi_vid_pid", "master", "ftdi", "adapter usb vid_pid"],
    ["adapter usb vid_pid", "st-1.7.0", "ftdi", "ftdi_vid_pid"],
    ["adapter serial", "st-1.7.0", "hla", "hla_serial"],
    ["adapter serial", "st-1.7.0", "st-link", "st-link serial"],
    ["cortex_m3", "0.12.0", "", "cortex_m"],
    ["gdb port", "0.12.0", "", "gdb_port"],
  ] as const)("%s in %s is `%s %s`", (name, release, adapter, own) => {
    expect(nameIn(name, release, adapter)).toBe(own);
  });

  it("is not named where each adapter had its own", () => {
    expect(nameIn("adapter serial", "st-1.7.0", "")).toBeUndefined();
    expect(nameIn("read_memory", "st-1.3.0", "")).toBeUndefined();
  });
});
