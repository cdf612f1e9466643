import type { LogEntry } from "../entry.ts";

/** Debug access ports, and their commands. */
export const dap: readonly LogEntry[] = [
  {
    id: "dap-command-under-hla",
    stage: "config",
    patterns: ['invalid command name "{name:word}.dap"', "{name:word}.dap"],
    given: "hla",
    what: "a script uses the command {name}.dap, which has nothing in it under HLA: there the ST-LINK itself talks to the debug port",
    advice: [
      "Put `if {![using_hla]} { … }` around it. A second `dap create` does not help: the DAP may exist, its commands do not.",
      "Or use `interface/stlink-dap.cfg` with `transport select dapdirect_swd` in place of HLA (ST-LINK firmware V2J24 or later).",
    ],
    rules: ["dap-command-under-hla"],
    source: [
      {
        file: "src/target/arm_dap.c dap_create(), src/helper/command.c",
        versions: "0.10 to 0.12.0, ST's r1 to r6",
      },
    ],
    example: [
      "Info : The selected transport took over low-level target control. The results might differ compared to plain JTAG/SWD",
      "Error executing event halted on target stm32l5.cpu:",
      'target/stm32l5x.cfg:127: Error: invalid command name "stm32l5.dap"',
      'at file "target/stm32l5x.cfg", line 127',
    ],
  },
  {
    id: "dap-missing",
    stage: "config",
    patterns: ['invalid command name "{name:word}.dap"'],
    given: "no-hla",
    what: "a script uses the command {name}.dap, and nothing has created that DAP",
    advice: ["Add `dap create {name}.dap -chain-position TAP` before the target."],
    rules: ["dap-missing"],
    source: [{ file: "src/helper/command.c, Jim Tcl's JimInvokeCommand()", versions: "0.11 to master" }],
    example: [
      "Info : auto-selecting first available session transport \"dapdirect_swd\". To override use 'transport select <transport>'.",
      'board.cfg:9: Error: invalid command name "stm32l5.dap"',
    ],
  },
  {
    id: "dap-not-available",
    stage: "target",
    patterns: ["DAP instance not available. Probably a HLA target..."],
    what: "a command asks for the DAP, and over HLA there is none",
    advice: [
      "Use `interface/stlink-dap.cfg` with `transport select dapdirect_swd` (ST-LINK firmware V2J24 or later), or another adapter.",
    ],
    source: [{ file: "src/target/arm_dap.c handle_dap_info_command()", versions: "0.11 to 0.12.0" }],
    example: ["Error: DAP instance not available. Probably a HLA target..."],
  },
  {
    id: "dap-command-unknown",
    stage: "config",
    patterns: ['invalid command name "{name:word}.dap"'],
    what: "a script uses the command {name}.dap, which is not there: the DAP was never created, or HLA is in use, where DAPs have no commands",
    advice: [
      "Under HLA, put `if {![using_hla]} { … }` around it.",
      "Else add `dap create {name}.dap -chain-position TAP` before the target.",
    ],
    rules: ["dap-command-under-hla", "dap-missing"],
    source: [{ file: "src/helper/command.c, Jim Tcl's JimInvokeCommand()", versions: "0.10 to master" }],
    example: ['board.cfg:9: Error: invalid command name "stm32l5.dap"'],
  },
];
