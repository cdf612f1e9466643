import type { LogEntry } from "../entry.ts";

const JIM = "Jim Tcl";
const ALL = "0.10 to master";

/** What Tcl itself says of a script: files, variables and commands that are not there, and slips of the pen. */
export const scripts: readonly LogEntry[] = [
  {
    id: "config-not-given",
    stage: "config",
    patterns: ["Can't find openocd.cfg"],
    what: "OpenOCD was given no config, and there is no openocd.cfg where it looks for one",
    advice: [
      "Name the interface and the target with -f, as in `openocd -f interface/stlink.cfg -f target/stm32l5x.cfg`.",
      "Or start it in the folder that has the openocd.cfg.",
    ],
    source: [
      { file: "src/helper/startup.tcl find, src/helper/options.c", versions: ALL },
      { thread: "https://github.com/TeXitoi/blue-pill-quickstart/issues/6" },
    ],
    example: ["embedded:startup.tcl:60: Error: Can't find openocd.cfg", "in procedure 'script' "],
  },
  {
    id: "option-not-separate",
    stage: "config",
    patterns: ["Can't find  {file}"],
    what: "OpenOCD looks for a file whose name begins with a space: the option -f and the file came as one word",
    advice: ['Give them as two words: in a launch.json or a script `"-f", "{file}"`, not `"-f {file}"`.'],
    source: [
      { file: "src/helper/options.c parse_cmdline_args()", versions: ALL },
      { thread: "https://github.com/Marus/cortex-debug/issues/280" },
    ],
    example: ["embedded:startup.tcl:60: Error: Can't find  board.cfg"],
  },
  {
    id: "source-not-found",
    stage: "config",
    patterns: ["Can't find {file}", 'couldn\'t read file "{file}": …'],
    what: "the script {file} is nowhere that OpenOCD looks",
    advice: [
      "Name the folder that holds it with -s (the one with target/ and interface/ in it), before any -f.",
      {
        text: "In releases up to 0.10.0 the probe's script is interface/stlink-v2.cfg or stlink-v2-1.cfg; interface/stlink.cfg came later. Newer scripts need a newer OpenOCD.",
        given: "old",
      },
      {
        text: "Scripts get new names from version to version: interface/stlink-v2.cfg is interface/stlink.cfg today, and interface/picoprobe.cfg is cmsis-dap.cfg.",
        unless: "old",
      },
    ],
    rules: ["source-not-found"],
    source: [
      { file: "src/helper/startup.tcl find", versions: ALL },
      { thread: "https://github.com/grobasoz/xiao_mg24/issues/2" },
    ],
    example: [
      "target/efm32s2.cfg:8: Error: Can't find target/swj-dp.tcl",
      "in procedure 'script'",
      'at file "embedded:startup.tcl", line 28',
      'at file "target/efm32s2.cfg", line 8',
    ],
  },
  {
    id: "variable-unset",
    stage: "config",
    patterns: ['can\'t read "{name}": no such variable'],
    what: "a script reads the variable {name}, which nothing has set",
    advice: [
      {
        text: 'The proc that reads it sees its own variables only: `global {name}` at its beginning, or `$::{name}`. A `-c "set {name} …"` alone does not reach it.',
        given: "in-proc",
      },
      {
        text: 'Set it before the script is read: `-c "set {name} …"` in front of the -f, or in your board file.',
        unless: "in-proc",
      },
    ],
    rules: ["variable-unset"],
    source: [{ file: `${JIM}, jim.c Jim_GetVariable()`, versions: ALL }],
    example: [
      'board.cfg:12: Error: can\'t read "WORKAREASIZE": no such variable',
      'at file "board.cfg", line 12',
    ],
  },
  {
    id: "source-missing",
    stage: "config",
    patterns: [
      'invalid command name "swj_newdap"',
      'invalid command name "mrw"',
      'invalid command name "mrh"',
      'invalid command name "mrb"',
      'invalid command name "mmw"',
      'invalid command name "mmh"',
      'invalid command name "mmb"',
    ],
    what: "a script uses a helper of OpenOCD's own scripts that was not sourced",
    advice: [
      "Source it first: `source [find target/swj-dp.tcl]` has swj_newdap, `source [find mem_helper.tcl]` has mrw and mmw.",
      {
        text: "The mem_helper.tcl of 0.10.0 has mrw, mrb and mmw only: mrh takes a newer OpenOCD with its scripts.",
        given: "old",
      },
    ],
    rules: ["source-missing"],
    source: [
      { file: "tcl/target/swj-dp.tcl, tcl/mem_helper.tcl", versions: ALL },
      { thread: "https://github.com/osresearch/airbreak/issues/50" },
    ],
    example: [
      'tcl/airsense.cfg:75: Error: invalid command name "mrh"',
      'at file "tcl/airsense.cfg", line 75',
    ],
  },
  {
    id: "target-missing",
    stage: "config",
    patterns: [
      'invalid command name "{name:word}.cpu"',
      'invalid command name "{name:word}.cpu0"',
      "target '{name}' not defined",
      "Target: {name} is unknown, try one of:…",
    ],
    what: "a script uses the target of {name}, which nothing has created before",
    advice: [
      "`target create` comes first. Where a variable holds the name, look whether all scripts mean the same CHIPNAME.",
    ],
    rules: ["target-missing"],
    source: [
      { file: "src/flash/nor/tcl.c handle_flash_bank_command()", versions: ALL },
      { file: "src/target/target.c find_target()", versions: ALL },
    ],
    example: ["Error: target 'stm32l5.cpu' not defined"],
  },
  {
    id: "command-before-target",
    stage: "config",
    patterns: [
      'invalid command name "reset"',
      'invalid command name "halt"',
      'invalid command name "mww"',
      'invalid command name "mdw"',
      'invalid command name "load_image"',
    ],
    what: "a command for targets is used before there is a target, and does not exist until then",
    advice: ["Name the target's config first: `-f target/….cfg` comes before the -c with the commands."],
    rules: ["init-required"],
    source: [{ file: "src/target/target.c target_register_user_commands()", versions: "0.11 to master" }],
    example: ['invalid command name "reset"'],
  },
  {
    id: "adapter-command-too-new",
    stage: "config",
    patterns: [
      'invalid subcommand "driver {name}"',
      'invalid subcommand "speed {khz}"',
      'invalid command name "adapter driver"',
    ],
    what: "the config has a command of newer releases, `adapter …`, and this OpenOCD has older names for it",
    advice: [
      "Use a newer OpenOCD, the one that the config was written for.",
      "Or write the older names: `interface NAME` for `adapter driver NAME`, `adapter_khz` for `adapter speed`.",
    ],
    rules: ["command-unknown"],
    source: [
      { file: "src/jtag/adapter.c interface_command_handlers", versions: "0.10 and builds of 2019" },
      { thread: "https://github.com/zephyrproject-rtos/zephyr/issues/30850" },
      { thread: "https://github.com/riscv-collab/riscv-openocd/issues/668" },
    ],
    example: [
      'Error: invalid subcommand "driver ftdi"',
      "board.cfg:6: Error: ",
      "in procedure 'script' ",
      'at file "board.cfg", line 6',
    ],
  },
  {
    id: "command-unknown",
    stage: "config",
    patterns: ['invalid command name "{name}"', 'invalid subcommand "{name}"'],
    what: "this OpenOCD has no command {name}",
    advice: [
      "It may come from a script that was not sourced, or be mistyped.",
      "Or scripts and program belong to different versions: use the scripts that came with the program.",
    ],
    rules: ["command-unknown", "source-missing"],
    source: [
      { file: `${JIM}, jim.c JimUnknown(); src/helper/command.c`, versions: ALL },
      { thread: "https://github.com/Zelmoghazy/st-link-v2-clone/issues/1" },
      {
        thread:
          "https://community.st.com/t5/stm32cubeide-mcus/stm32cubeide-v1-8-fails-to-connect-to-openocd-with-error-message/td-p/142927",
      },
    ],
    example: [
      'Error: invalid subcommand "create stm32f1x.tpiu -dap stm32f1x.dap -ap-num 0 -baseaddr 0xE0040000"',
      "myconfig.cfg:91: Error: ",
      "in procedure 'script' ",
      'at file "embedded:startup.tcl", line 26',
      'at file "myconfig.cfg", line 91',
    ],
  },
  {
    id: "command-at-wrong-time",
    stage: "config",
    patterns: ["The '{command}' command must be used {when} 'init'."],
    what: "`{command}` works only {when} `init`",
    advice: [
      "`init` ends the configuration stage: put settings before it, and all commands that talk to the chip after it.",
      "`program` and `-c init` run it; after a config that ends with `init`, other configs come too late.",
    ],
    rules: ["init-required"],
    source: [{ file: "src/helper/command.c command_can_run()", versions: ALL }],
    example: ["Error: The 'flash write_image' command must be used after 'init'."],
  },
  {
    id: "command-line-invalid",
    stage: "config",
    patterns: [
      "Unexpected command line argument: {word}",
      "…openocd: invalid option -- {option}",
      "…openocd.exe: invalid option -- {option}",
      "…openocd: unrecognized option {option}",
      "…openocd.exe: unrecognized option {option}",
      "…openocd: option requires an argument -- {option}",
      "…openocd.exe: option requires an argument -- {option}",
    ],
    what: "OpenOCD does not take its command line, and started nothing",
    advice: [
      'Each file needs a -f and each command a -c in front, with quotes around the whole command: `openocd -f board.cfg -c "program firmware.elf verify reset exit"`.',
    ],
    source: [{ file: "src/helper/options.c parse_cmdline_args()", versions: ALL }],
    example: ["Open On-Chip Debugger 0.12.0", "Unexpected command line argument: board.cfg"],
  },
  {
    id: "event-handler-failed",
    stage: "target",
    patterns: ["Error executing event {event} on target {name}:"],
    what: "the handler of the event {event} of {name} failed, and the log does not say why",
    advice: ["Look at `-event {event}` in the config of the target: one of its commands is refused."],
    source: [{ file: "src/target/target.c target_handle_event()", versions: ALL }],
    example: ["Error executing event gdb-attach on target stm32l5.cpu:"],
  },
  {
    id: "usage-shown",
    stage: "config",
    patterns: [""],
    what: "a command failed without a word; what it printed before is how it is used",
    advice: [
      "Look at the place in the script, or at what -c gives: the command has no such subcommand, or takes other arguments.",
      "Commands that talk to the chip, such as `flash write_image`, exist only after `init`.",
    ],
    rules: ["command-unknown", "init-required"],
    source: [
      { file: "src/helper/command.c jim_command_dispatch(), run_usage()", versions: "0.11 to master" },
    ],
    example: ["flash", "  flash banks", "  flash list", "test.cfg:8: Error: ", 'at file "test.cfg", line 8'],
  },
  {
    id: "script-broken",
    stage: "config",
    patterns: [
      "missing close-brace",
      'unmatched "["',
      "missing quote",
      "extra characters after close-brace",
      "syntax error in expression {text}",
      'wrong # args: should be "…"',
      "expected {kind} but got {text}",
    ],
    what: "a script is not what Tcl or the command at that place can take",
    advice: [
      "Look at the place: a brace or quote that is not closed, a word too many or too few, a text where a number should be.",
    ],
    rules: ["syntax-error"],
    source: [{ file: `${JIM}, jim.c JimParseCheckMissing(), Jim_WrongNumArgs()`, versions: ALL }],
    example: ["board.cfg:1: Error: missing close-brace", 'at file "board.cfg", line 1'],
  },
  {
    id: "value-not-valid",
    stage: "config",
    patterns: [
      "{option} option value ('{value}') is not valid",
      "{command}: argument '{value}' is not valid",
      "option: {option} bad parameter",
      "Argument overflow",
      "Argument underflow",
    ],
    what: "a command was given a value that it does not take",
    advice: ['Look at the place in the script; `openocd -c "help COMMAND" -c exit` says what it takes.'],
    source: [{ file: "src/helper/command.c DEFINE_PARSE_NUM_TYPE(), command_parse_bool()", versions: ALL }],
    example: ["khz option value ('foo') is not valid"],
  },
  {
    id: "argument-invalid",
    stage: "config",
    patterns: ["Invalid command argument"],
    what: "a command was given an argument that it cannot read as a number",
    advice: ["The next line, or the place in the script, shows which one."],
    follows: ["value-not-valid", "tap-missing", "target-missing", "dap-missing"],
    source: [{ file: "src/helper/command.c DEFINE_PARSE_NUM_TYPE()", versions: "0.10 to 0.12.0" }],
    example: ["Error: Invalid command argument"],
  },
];
