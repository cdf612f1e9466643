import type { LogEntry } from "../entry.ts";

const ALL = "0.10 to master";

/** What configs declare: TAPs, DAPs, targets, flash banks, events, resets. */
export const declarations: readonly LogEntry[] = [
  {
    id: "created-twice",
    stage: "config",
    patterns: [
      "Command/target: {name} Exists",
      "Command: {name} Exists",
      "cmd: {name} Exists",
      "flash bank name '{name}' already exists",
      "cannot create TPIU object because a command with name '{name}' already exists",
    ],
    what: "{name} is created a second time",
    advice: [
      "Most often a config is sourced twice: a board file sources its target, which then needs no -f of its own.",
    ],
    rules: ["created-twice"],
    source: [
      { file: "src/target/target.c target_create(), src/target/arm_dap.c dap_create()", versions: ALL },
      { thread: "https://community.st.com/s/question/0D50X0000C9ftdN" },
      { thread: "https://github.com/maxgerhardt/pio-swo-demo/issues/5" },
    ],
    example: [
      "target/stm32f1x.cfg:49: Error: Command: stm32f1x.dap Exists",
      'at file "target/stm32f1x.cfg", line 49',
    ],
  },
  {
    id: "dap-name-invalid",
    stage: "config",
    patterns: ["DAP name invalid!", "DAP '{name}' could not be found"],
    what: "a target names a DAP that nothing has created",
    advice: [
      "Add `dap create NAME -chain-position TAP` before the target, and give the target that very name with -dap.",
    ],
    rules: ["dap-missing"],
    source: [
      {
        file: "src/target/arm_adi_v5.c adiv5_jim_spot_configure()",
        versions: "0.11 to 0.12.0, ST's r1 to r6",
      },
      { thread: "https://github.com/maxgerhardt/pio-swo-demo/issues/5" },
    ],
    example: ["board.cfg:20: Error: DAP name invalid!", 'at file "board.cfg", line 20'],
  },
  {
    id: "dap-required",
    stage: "config",
    patterns: [
      "-dap ?name? required when creating target",
      "target requires -dap parameter instead of -chain-position!",
    ],
    what: "a target is created on a TAP, as OpenOCD 0.10 took it; newer ones want a DAP",
    advice: [
      "Add `dap create CHIP.dap -chain-position CHIP.cpu` before it, and `-dap CHIP.dap` in the place of `-chain-position`.",
      "Or use the scripts that came with the program.",
    ],
    rules: ["dap-required", "dap-missing"],
    source: [
      { file: "src/target/target.c target_create(), target_configure()", versions: "0.11 to master" },
      { thread: "https://github.com/raspberrypi/openocd/issues/57" },
    ],
    example: ["old.cfg:3: Error: target requires -dap parameter instead of -chain-position!"],
  },
  {
    id: "tap-missing",
    stage: "config",
    patterns: [
      "-chain-position is invalid",
      "Tap '{name}' could not be found",
      "-chain-position required when creating DAP",
      "-chain-position ?name? required when creating target",
      "-chain-position required when creating target",
    ],
    what: "something is to sit on a TAP that nothing has declared",
    advice: ["Declare it first: `swj_newdap CHIP cpu …` gives the TAP CHIP.cpu."],
    rules: ["tap-missing"],
    source: [
      { file: "src/target/arm_dap.c dap_configure(), src/jtag/tcl.c jtag_tap_by_jim_obj()", versions: ALL },
    ],
    example: ["board.cfg:2: Error: -chain-position is invalid", 'at file "board.cfg", line 2'],
  },
  {
    id: "tap-options-missing",
    stage: "config",
    patterns: ["Missing CHIP TAP OPTIONS ...."],
    what: "a TAP is declared without any option",
    advice: [
      "Say what its id is, `-expected-id 0x…` (0 takes any), and under JTAG how long its instructions are, `-irlen 4`.",
    ],
    source: [{ file: "src/jtag/tcl.c jim_newtap_cmd()", versions: "0.10 to 0.12.0" }],
    example: ["board.cfg:4: Error: Missing CHIP TAP OPTIONS ....", 'at file "board.cfg", line 4'],
  },
  {
    id: "target-type-unknown",
    stage: "config",
    patterns: ["Unknown target type {type}, try one of…"],
    what: "this OpenOCD has no target type {type}",
    advice: [
      "Cortex-M chips are `cortex_m` (`cortex_m3` before 0.10). Vendors' own types are in their builds only.",
    ],
    rules: ["target-type-unknown"],
    source: [{ file: "src/target/target.c target_create()", versions: ALL }],
    example: ["board.cfg:6: Error: Unknown target type cortex_m9, try one of arm7tdmi, arm9tdmi, or testee"],
  },
  {
    id: "event-unknown",
    stage: "config",
    patterns: ["-event: Unknown: {event}, try one of: …"],
    what: "this OpenOCD has no event {event}",
    advice: ["Events are spelled with hyphens; some came and went with the versions."],
    rules: ["event-unknown"],
    source: [{ file: "src/target/target.c target_configure(), src/helper/jim-nvp.c", versions: ALL }],
    example: [
      "board.cfg:8: Error: -event: Unknown: reset_init, try one of: gdb-halt, halted, or trace-config",
    ],
  },
  {
    id: "option-unknown",
    stage: "config",
    patterns: ["Unknown param: {option}, try one of: …"],
    what: "the command does not have the option {option} in this OpenOCD",
    advice: [
      "Scripts and program belong to different versions, or it is mistyped: use the scripts that came with the program.",
    ],
    rules: ["option-unknown", "command-unknown"],
    source: [
      { file: "src/helper/jim-nvp.c jim_nvp_name2value_obj()", versions: ALL },
      { thread: "https://github.com/raspberrypi/openocd/issues/57" },
    ],
    example: [
      "target/swj-dp.tcl:30: Error: Unknown param: -dp-id, try one of: -irlen, -irmask, or -ignore-version",
      "in procedure 'script'",
      "in procedure 'swj_newdap' called at file \"target/rp2040.cfg\", line 8",
      'at file "target/swj-dp.tcl", line 30',
    ],
  },
  {
    id: "reset-config-unknown",
    stage: "config",
    patterns: ["unknown reset_config flag ({flag})", "extra reset_config {kind} spec ({flag})"],
    what: "`reset_config` has no use for the word {flag}",
    advice: [
      "Its words are spelled with underscores, and there is one of each kind: `srst_only srst_nogate`.",
    ],
    rules: ["reset-config-unknown"],
    source: [{ file: "src/jtag/adapter.c handle_reset_config_command()", versions: ALL }],
    example: ["Error: unknown reset_config flag (srst-only)"],
  },
  {
    id: "flash-driver-unknown",
    stage: "config",
    patterns: ["flash driver '{driver}' not found"],
    what: "this OpenOCD has no flash driver {driver}",
    advice: [
      "Drivers differ by version: stm32l5x is in ST's r1 and r2 only, where stm32l4x took over; stm32h5x is in ST's from r6 on.",
      "Use the program that the scripts came with, or fix them for the one you use.",
    ],
    rules: ["flash-driver-unknown"],
    source: [{ file: "src/flash/nor/tcl.c handle_flash_bank_command()", versions: ALL }],
    example: ["Error: flash driver 'stm32l5x' not found"],
  },
  {
    id: "flash-bank-refused",
    stage: "config",
    patterns: [
      "'{driver}' driver rejected flash bank at {address}",
      "'{driver}' driver rejected flash bank at {address}; usage: …",
      "usage: flash bank <name> <driver> <base> <size> <chip_width> <bus_width> <target> …",
      "usage: flash bank <name> <driver> <base> <size> <chip_width> <bus_width> <target>",
    ],
    what: "a `flash bank` line has a word too few, or one that its driver does not take",
    advice: [
      "It is `flash bank NAME DRIVER BASE SIZE CHIP_WIDTH BUS_WIDTH TARGET`; a size of 0 is found out by most drivers.",
    ],
    source: [{ file: "src/flash/nor/tcl.c handle_flash_bank_command()", versions: ALL }],
    example: ["Error: usage: flash bank <name> <driver> <base> <size> <chip_width> <bus_width> <target>"],
  },
  {
    id: "swj-newdap-recursion",
    stage: "config",
    patterns: [
      "Infinite eval recursion",
      "Too many nested calls. Infinite recursion?",
      "Too many nested evaluations. Infinite recursion?…",
    ],
    what: "procs call each other without end: ST's older target/swj-dp.tcl and OpenOCD 0.12's `hla newtap` do so under HLA",
    advice: ["Use the swj-dp.tcl that came with the program, or fix the one in use."],
    rules: ["swj-newdap-recursion"],
    source: [
      {
        file: "Jim Tcl, jim.c Jim_EvalObj(); src/jtag/startup.tcl",
        versions: "0.12.0 and later with ST's scripts of before",
      },
    ],
    example: ["st_scripts/target/swj-dp.tcl:28: Error: Infinite eval recursion"],
  },
  {
    id: "two-daps",
    stage: "config",
    patterns: [
      "Two or more SWD non multidrop DAPs are not supported",
      "Mixing of SWD multidrop DAPs and non multidrop DAPs is not supported",
    ],
    what: "two DAPs are declared on one SWD line without ids that distinguish them",
    advice: [
      "Give one target config only; with two chips on one probe, multidrop needs `-dp-id` and `-instance-id` for each.",
    ],
    source: [{ file: "src/target/arm_dap.c dap_check_config()", versions: "0.12.0" }],
    example: ["Error: Two or more SWD non multidrop DAPs are not supported"],
  },
  {
    id: "hla-access-port",
    stage: "config",
    patterns: ["hla_target: invalid parameter -ap-num (> 0)"],
    what: "the target sits on an access port other than 0, which HLA cannot reach",
    advice: ["Use `interface/stlink-dap.cfg` with `transport select dapdirect_swd`."],
    source: [
      {
        file: "src/target/hla_target.c adapter_target_create()",
        versions: "0.11 to 0.12.0, ST's r2 to r6",
      },
    ],
    example: ["Error: hla_target: invalid parameter -ap-num (> 0)"],
  },
];
