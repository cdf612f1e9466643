import { listScripts } from "../support/programs.ts";
import type { Question } from "./question.ts";
import { type Transport, transportsIn } from "./question.ts";

/** One question to OpenOCD, and its name: `target/stm32l5x.cfg@jtag`, `board/stm32l4discovery.cfg`. */
export interface Case extends Question {
  key: string;
  /** The transport, or `board`, with `+` where variables are set. */
  group: string;
}

/** The variables that the board file of a project in STM32CubeIDE sets before it sources `target/….cfg`. */
const boardVariables: Readonly<Record<string, string>> = {
  WORKAREASIZE: "0x8000",
  CHIPNAME: "STM32XX",
  BOARDNAME: "genericBoard",
  ENABLE_LOW_POWER: "1",
  STOP_WATCHDOG: "1",
  CLOCK_FREQ: "4000",
  CONNECT_UNDER_RESET: "1",
  CORE_RESET: "0",
  AP_NUM: "0",
  GDB_PORT: "3333",
  DUAL_BANK: "1",
  DUAL_CORE: "1",
  USE_CTI: "1",
};

/** Whom to ask about which scripts. */
export type Asked = Pick<Question, "program" | "release"> & { scripts?: string | undefined };

/** Every `target/` file of a folder of scripts under each transport, and every `board/` file by itself. */
export function corpus({ program, release = "0.12.0", scripts }: Asked = {}): Case[] {
  const searchPaths = scripts === undefined ? [] : [scripts];
  const common = { program, release, searchPaths };
  const under = (file: string, transport: Transport): Case => ({
    key: `${file}@${transport}`,
    group: transport,
    file,
    transport,
    ...common,
  });
  return [
    ...listScripts("target", /\.cfg$/, scripts).flatMap((file) =>
      transportsIn(release).map((transport) => under(file, transport)),
    ),
    ...listScripts("board", /\.cfg$/, scripts).map((file) => ({
      key: file,
      group: "board",
      file,
      ...common,
    })),
  ];
}

/** The same of targets with what a board file sets. */
export function withVariables(cases: readonly Case[]): Case[] {
  return cases
    .filter(({ transport }) => transport !== undefined)
    .map((one) => ({ ...one, key: `${one.key}+`, group: `${one.group}+`, variables: boardVariables }));
}
