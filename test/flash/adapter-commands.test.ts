import { describe, expect, it } from "vitest";
import { closedPorts, serialCommand, speedCommand } from "../../src/flash/adapter-commands.ts";
import type { ReleaseId } from "../../src/openocd/data/releases.ts";

describe("options are spelled as each OpenOCD has them", () => {
  it.each<[ReleaseId, speed: string, hla: string, stlink: string, ports: string]>([
    ["st-r1", "adapter_khz 4000", "hla_serial {A 1}", "st-link serial {A 1}", "{gdb_port disabled}"],
    ["st-r2", "adapter speed 4000", "hla_serial {A 1}", "st-link serial {A 1}", "{gdb_port disabled}"],
    ["st-r3", "adapter speed 4000", "hla_serial {A 1}", "st-link serial {A 1}", "{gdb_port disabled}"],
    ["0.12.0", "adapter speed 4000", "adapter serial {A 1}", "adapter serial {A 1}", "{gdb_port disabled}"],
    ["st-r6", "adapter speed 4000", "adapter serial {A 1}", "adapter serial {A 1}", "{gdb_port disabled}"],
    ["master", "adapter speed 4000", "adapter serial {A 1}", "adapter serial {A 1}", "{gdb port disabled}"],
  ])("%s", (release, speed, hla, stlink, ports) => {
    expect(speedCommand(4000, release)).toBe(speed);
    expect(serialCommand("A 1", release, "hla")).toBe(hla);
    expect(serialCommand("A 1", release, "st-link")).toBe(stlink);
    expect(closedPorts(release)).toContain(ports);
  });

  it.each<[ReleaseId, string]>([
    ["st-r1", "switch [adapter_name] { "],
    ["st-r3", "switch [adapter name] { "],
  ])("%s asks which adapter it has where that is not known", (release, begin) => {
    const command = serialCommand("A1", release, undefined);
    expect(command.startsWith(begin)).toBe(true);
    expect(command).toContain(" hla { hla_serial A1 } ");
    expect(command).toContain(" cmsis-dap { cmsis_dap_serial A1 } ");
  });
});
