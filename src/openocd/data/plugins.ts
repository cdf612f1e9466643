/**
 * Which OpenOCD comes with which STM32CubeIDE, told by the version of its debug plugin,
 * `com.st.stm32cube.ide.mcu.debug.openocd_A.B.C.YYYYMMDDhhmm`. The program itself lies in another plugin
 * (`…externaltools.openocd.PLATFORM_…`), which the IDE can update on its own: where the program can be asked
 * for its version, ask it.
 */

import type { ReleaseId } from "./releases.ts";

/** One build that ST has shipped, and the first debug plugin known or thought to come with it. */
export interface PluginBuild {
  /** The first three parts of the debug plugin's version; holds until the next row. */
  readonly since: string;
  /** The same of the plugin with the program, whose numbers go another way from 2.0 on. */
  readonly program: string;
  /** The OpenOCD version string. */
  readonly openocd: string;
  /** Day of the build, `YYYY-MM-DD`, or month of the branch's last commit, `YYYY-MM`. */
  readonly date: string;
  /** The known build it behaves like. */
  readonly like: ReleaseId;
  /** Commits ahead of the base, where the version does not say: an estimate, for ordering only. */
  readonly commits?: number;
  /** `seen`: the plugin and this program's banner were seen together. `inferred`: concluded from dates. */
  readonly evidence: "seen" | "inferred";
  readonly why: string;
}

/**
 * Oldest first. Sources: banners in published logs of the IDE versions named. Pairs of plugins seen in published command
 * lines, debug and program: 1.3.0 and 1.3.0 (IDE 1.3.0), 1.4.2 and 1.4.0 (1.4.0), 2.0.0 and 2.0.0 (1.7.0), 2.0.300 and
 * 2.2.100 (1.10.1), 2.0.400 and 2.2.200, 2.0.500 and 2.2.300, 2.1.0 and 2.3.0 (1.13.2), 2.2.0 and 2.3.200, 2.3.100 and
 * 2.4.200 (1.19.0), 2.3.200 and 2.4.300 (2.0.0), 2.3.300 and 2.4.400 (2.1.0). The others are concluded.
 */
export const PLUGIN_BUILDS: readonly PluginBuild[] = [
  {
    since: "1.0.0",
    program: "1.0.0",
    openocd: "0.10.0+dev-00699-g13de478d2",
    date: "2020-02",
    like: "st-r1",
    evidence: "inferred",
    why: "plugin 1.3.0.202002181050 is of the same month as branch r1",
  },
  {
    since: "1.4.0",
    program: "1.4.0",
    openocd: "0.10.0+dev-g30d1303",
    date: "2020-06-18",
    like: "st-r2",
    commits: 1000,
    evidence: "seen",
    why: "STM32CubeIDE 1.4.0; between r1 and r2, and already has the `adapter` commands",
  },
  {
    since: "1.5.0",
    program: "1.5.0",
    openocd: "0.10.0+dev-01288-g7491fb4",
    date: "2020-10-27",
    like: "st-r2",
    evidence: "inferred",
    why: "banner of STM32CubeIDE 1.5.1; as many commits ahead as r2",
  },
  {
    since: "2.0.0",
    program: "2.0.0",
    openocd: "0.11.0-rc2+dev-00044-g8340bb0",
    date: "2021-06-02",
    like: "st-r3",
    evidence: "inferred",
    why: "banner of STM32CubeIDE 1.7.0; five commits from r3",
  },
  {
    since: "2.0.100",
    program: "2.1.0",
    openocd: "0.11.0+dev-00438-ga75fc63",
    date: "2021-11-03",
    like: "st-r3",
    evidence: "inferred",
    why: "banner of STM32CubeIDE 1.8.0",
  },
  {
    since: "2.0.300",
    program: "2.2.100",
    openocd: "0.11.0+dev-00449-g53fa0f7",
    date: "2022-06-09",
    like: "st-r3",
    evidence: "seen",
    why: "STM32CubeIDE 1.10.1 with plugin 2.0.300.202206090745; thought to hold for 2.0.400 (1.11) as well",
  },
  {
    since: "2.1.0",
    program: "2.3.0",
    openocd: "0.12.0-00024-g34afaa939",
    date: "2024-03",
    like: "st-r6",
    evidence: "inferred",
    why: "plugin 2.1.0.202306221132 came after 0.12.0; r6 is the nearest build of ST that is known",
  },
  {
    since: "2.2.0",
    program: "2.3.200",
    openocd: "0.12.0-00029-gf77e7cb03",
    date: "2023-12-15",
    like: "st-r6",
    evidence: "seen",
    why: "STM32CubeIDE 1.15.0 with plugin 2.2.0.202401261111; of branch r6",
  },
  {
    since: "2.2.100",
    program: "2.4.0",
    openocd: "0.12.0+dev-00597-ga5a21219f",
    date: "2024-06-03",
    like: "st-r6",
    evidence: "inferred",
    why: "banner of STM32CubeIDE 1.16.0, of the same days as plugin 2.2.100.202406131243; branch r7",
  },
  {
    since: "2.3.0",
    program: "2.4.100",
    openocd: "0.12.0+dev-00608-gd8ed48fef",
    date: "2025-02-06",
    like: "st-r6",
    evidence: "seen",
    why: "STM32CubeIDE 1.17 and 1.18.1 with plugin 2.3.100.202501240831; branch r7, r6 being the nearest known",
  },
];
