import { expect, it } from "vitest";
import { interfacesIn } from "../../src/overlay/interfaces.ts";
import { folderWith } from "../install/fixtures.ts";
import { cubeOpenocd, scripts } from "../support/fixtures.ts";

it("finds the scripts for ST-LINK that a search path has", () => {
  expect(interfacesIn([scripts], cubeOpenocd)).toEqual({
    hla: "interface/stlink.cfg",
    dap: "interface/stlink-dap.cfg",
  });
  expect(interfacesIn([folderWith({ "target/a.cfg": "" })], "0.12.0")).toEqual({});
});

it("goes by what the scripts choose, not by their names", () => {
  const root = folderWith({
    "interface/stlink.cfg": "adapter driver st-link\n",
    "interface/stlink-hla.cfg": "adapter driver hla\n",
  });
  expect(interfacesIn([root], "0.12.0")).toEqual({
    hla: "interface/stlink-hla.cfg",
    dap: "interface/stlink.cfg",
  });
});
