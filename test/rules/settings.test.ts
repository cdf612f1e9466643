import { describe, expect, it } from "vitest";
import { fix, g0, rulesOf, text } from "./g0.ts";

/** What is put in where a line uses a variable that nothing sets; undefined where nothing is. */
function setting(lines: Record<string, string>, file?: string): string | undefined {
  const patch = fix(text({ ...g0, ...lines }), file);
  expect([...rulesOf(patch), ...patch.left.map(({ finding }) => finding.rule)]).toContain("variable-unset");
  return patch.files[0]?.after;
}

const overridable = (name: string, value: string) =>
  `if { [info exists ${name}] } {\n\tset _${name} $${name}\n} else {\n\tset _${name} ${value}\n}\n`;

describe("a variable that nothing sets is set as OpenOCD's configs do", () => {
  it.each<[string, Record<string, string>, string]>([
    [
      "_ENDIAN",
      { target: g0.target.replace("cortex_m", "cortex_m -endian $_ENDIAN") },
      "set _ENDIAN little\n",
    ],
    [
      "_WORKAREASTART",
      { area: g0.area.replace("0x20000000", "$_WORKAREASTART") },
      "set _WORKAREASTART 0x20000000\n",
    ],
    [
      "_FLASHNAME",
      { flash: g0.flash.replace("$_CHIPNAME.flash", "$_FLASHNAME") },
      "set _FLASHNAME $_CHIPNAME.flash\n",
    ],
    [
      "_FLASH_SIZE",
      { flash: g0.flash.replace("0x08000000 0", "0x08000000 $_FLASH_SIZE") },
      overridable("FLASH_SIZE", "0"),
    ],
    ["_CPUTAPID", { tap: `${g0.tap} -expected-id $_CPUTAPID` }, overridable("CPUTAPID", "0x0bc11477")],
  ])("%s", (_, lines, expected) => {
    expect(setting(lines)).toContain(expected);
  });

  it("the number of a tap, by its wires where it has two", () => {
    const lines = { chip: "set _CHIPNAME stm32g4x", tap: `${g0.tap} -expected-id $_CPUTAPID` };
    expect(setting(lines, "target/stm32g4x.cfg")).toContain(
      "} elseif { [using_jtag] } {\n\tset _CPUTAPID 0x4ba00477\n} else {\n\tset _CPUTAPID 0x2ba01477\n}\n",
    );
  });

  it("the name of a chip, from the file's name where no other chip has it", () => {
    expect(setting({ chip: "" }, "target/stm32g0_acme.cfg")).toContain(
      overridable("CHIPNAME", "stm32g0_acme"),
    );
  });

  it("a choice that is off unless the user asks for it", () => {
    expect(setting({ event: "if { [set $_CHIPNAME.DUAL_BANK] } { echo dual }" })).toContain(
      "if { [info exists DUAL_BANK] } {\n\tset $_CHIPNAME.DUAL_BANK $DUAL_BANK\n\tunset DUAL_BANK\n} else {\n" +
        "\tset $_CHIPNAME.DUAL_BANK 0\n}\n",
    );
  });
});

it.each(["$_CHIPNAME.MY_CHOICE", "other.DUAL_BANK"])("%s is no choice of OpenOCD's configs", (name) => {
  expect(setting({ event: `if { [set ${name}] } { echo yes }` })).toBeUndefined();
});
