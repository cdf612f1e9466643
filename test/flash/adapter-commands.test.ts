import { describe, expect, it } from "vitest";
import { closedPorts, serialCommand, speedCommand } from "../../src/flash/adapter-commands.ts";
import { COMMANDS } from "../../src/openocd/data/commands.ts";
import { RELEASES, type ReleaseId } from "../../src/openocd/data/releases.ts";
import { releasesWith } from "../../src/openocd/data/table.ts";

describe("options are spelled as each OpenOCD has them", () => {
  it.each<[ReleaseId, speed: string, hla: string, stlink: string]>([
    ["st-1.3.0", "adapter_khz 4000", "hla_serial {A 1}", "st-link serial {A 1}"],
    ["st-1.5.0", "adapter speed 4000", "hla_serial {A 1}", "st-link serial {A 1}"],
    ["st-1.7.0", "adapter speed 4000", "hla_serial {A 1}", "st-link serial {A 1}"],
    ["0.12.0", "adapter speed 4000", "adapter serial {A 1}", "adapter serial {A 1}"],
    ["st-1.13.0", "adapter speed 4000", "adapter serial {A 1}", "adapter serial {A 1}"],
    ["master", "adapter speed 4000", "adapter serial {A 1}", "adapter serial {A 1}"],
  ])("%s", (release, speed, hla, stlink) => {
    expect(speedCommand(4000, release)).toBe(speed);
    expect(serialCommand("A 1", release, "hla")).toBe(hla);
    expect(serialCommand("A 1", release, "st-link")).toBe(stlink);
  });

  it.each<[ReleaseId, string]>([
    ["st-1.3.0", "switch [adapter_name] { "],
    ["st-1.7.0", "switch [adapter name] { "],
  ])("%s asks which adapter it has where that is not known", (release, begin) => {
    const command = serialCommand("A1", release, undefined);
    expect(command.startsWith(begin)).toBe(true);
    expect(command).toContain(" hla { hla_serial A1 } ");
    expect(command).toContain(" cmsis-dap { cmsis_dap_serial A1 } ");
  });
});

it("the commands that close ports are there in every OpenOCD", () => {
  for (const name of ["gdb_port", "tcl_port", "telnet_port"]) {
    expect(closedPorts).toContain(name);
    expect(releasesWith(COMMANDS, name)).toEqual(RELEASES.map(({ id }) => id));
  }
});
