import { type Explanation, lines } from "./example.ts";

/** OpenOCD's helper that declares a TAP under any transport, as short as it can be. */
const helper = {
  "target/swj-dp.tcl": lines(
    "proc swj_newdap {chip tap args} {",
    "\tif {[using_jtag]} { jtag newtap $chip $tap {*}$args } else { swd newdap $chip $tap {*}$args }",
    "}",
  ),
};

const source = "source [find target/swj-dp.tcl]";
const chip = "set _CHIPNAME stm32f1x";
const tap = "swj_newdap $_CHIPNAME cpu -irlen 4 -ircapture 0x1 -irmask 0xf";
const dap = "dap create $_CHIPNAME.dap -chain-position $_CHIPNAME.cpu";
const target = "target create $_CHIPNAME.cpu cortex_m -dap $_CHIPNAME.dap";
const area = "$_CHIPNAME.cpu configure -work-area-phys 0x20000000 -work-area-size 0x1000";
const sized = "$_CHIPNAME.cpu configure -work-area-phys 0x20000000 -work-area-size $_WORKAREASIZE";
const bank = "flash bank $_CHIPNAME.flash stm32f1x 0x08000000 0 0 0 $_CHIPNAME.cpu";

/** Under SWD the chip has one TAP; under JTAG it has a second one, which OpenOCD's own config declares as well. */
const around = { name: "target/stm32f1x.cfg", files: helper, transports: ["swd"] };

/** Of rules about directives that are missing, or there twice. */
export const missingExamples: Readonly<Record<string, Explanation>> = {
  "source-missing": {
    versions: "all",
    example: {
      ...around,
      before: lines(chip, tap, dap, target, area, bank),
      after: lines(source, chip, tap, dap, target, area, bank),
    },
  },
  "variable-unset": {
    versions: "all",
    example: {
      ...around,
      before: lines(source, chip, tap, dap, target, sized, bank),
      after: lines(
        source,
        chip,
        tap,
        dap,
        target,
        "if { [info exists WORKAREASIZE] } {",
        "\tset _WORKAREASIZE $WORKAREASIZE",
        "} else {",
        "\tset _WORKAREASIZE 0x1000",
        "}",
        sized,
        bank,
      ),
    },
  },
  "created-twice": {
    versions: "all",
    example: {
      ...around,
      before: lines(source, chip, tap, dap, dap, target, area, bank),
      after: lines(source, chip, tap, dap, target, area, bank),
    },
  },
  "tap-missing": {
    versions: "all",
    example: {
      ...around,
      before: lines(source, chip, dap, target, area, bank),
      after: lines(source, chip, tap, dap, target, area, bank),
    },
  },
  "dap-missing": {
    versions: "all",
    example: {
      ...around,
      before: lines(source, chip, tap, target, area, bank),
      after: lines(source, chip, tap, dap, target, area, bank),
    },
  },
  "target-missing": {
    versions: "all",
    example: {
      ...around,
      before: lines(source, chip, tap, dap, area, bank),
      after: lines(source, chip, tap, dap, target, area, bank),
    },
  },
  "flash-bank-missing": {
    versions: "all",
    example: {
      ...around,
      before: lines(source, chip, tap, dap, target, area),
      after: lines(source, chip, tap, dap, target, area, bank),
    },
  },
  "work-area-missing": {
    versions: "all; ST's r1 and r2 then write nothing and report success, 0.12.0 is 7 to 30 times slower",
    example: {
      ...around,
      before: lines(source, chip, tap, dap, "set _WORKAREASIZE 0x1000", target, bank),
      after: lines(
        source,
        chip,
        tap,
        dap,
        "set _WORKAREASIZE 0x1000",
        target,
        "$_CHIPNAME.cpu configure -work-area-phys 0x20000000 -work-area-size $_WORKAREASIZE -work-area-backup 0",
        bank,
      ),
    },
  },
  "work-area-outside-ram": {
    versions: "all",
    example: {
      ...around,
      before: lines(source, chip, tap, dap, target, area.replace("0x20000000", "0x08000000"), bank),
    },
  },
};
