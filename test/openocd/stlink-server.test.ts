import { expect, it } from "vitest";
import { L5cfgFixError } from "../../src/errors.ts";
import { stlinkServerCommand } from "../../src/openocd/stlink-server.ts";

/** As each build was asked. */
const builds = {
  "0.10.0+dev-00699-g13de478d2": ["hla_use_stlink_server 7", "st-link use_stlink_server 7"],
  "0.10.0+dev-01281-g1b5c82884": ["hla_stlink_interface server 7", "st-link interface server 7"],
  "0.10.0+dev-01288-g471423596": ["hla_stlink_interface server 7", "st-link interface server 7"],
  "0.11.0-rc2+dev-00039-gff701ce82": ["hla_stlink_interface server 7", "st-link interface server 7"],
  "0.11.0+dev-00450-ge67ff42de": ["hla_stlink_backend tcp 7", "st-link backend tcp 7"],
  "0.12.0": ["hla_stlink_backend tcp 7", "st-link backend tcp 7"],
  "0.12.0-00024-g34afaa939": ["hla_stlink_backend tcp 7", "st-link backend tcp 7"],
  "0.12.0+dev-02632-gabbbc2e05": ["hla stlink_backend tcp 7", "st-link backend tcp 7"],
};

it.each(Object.entries(builds))("is what OpenOCD %s knows", (version, [hla, dap]) => {
  expect(stlinkServerCommand("hla_swd", 7, version)).toBe(hla);
  expect(stlinkServerCommand("dapdirect_swd", 7, version)).toBe(dap);
});

it("is found out by versions in between, the likely one first", () => {
  const command = stlinkServerCommand("hla_jtag", 7, "0.10.0+dev-01288-g7491fb4");
  expect(command.startsWith("if {[catch {hla_stlink_interface server 7}]} {")).toBe(true);
  for (const [hla] of Object.values(builds)) expect(command).toContain(hla);
});

it.each(["0.10.0", "0.11.0", "st-1.2.0"])("is not there in %s", (version) => {
  expect(() => stlinkServerCommand("hla_swd", 7, version)).toThrow("cannot use stlink-server");
});

it("needs a version", () => {
  expect(() => stlinkServerCommand("hla_swd", 7, "new")).toThrow(L5cfgFixError);
});
