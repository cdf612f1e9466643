/**
 * Which OpenOCD comes with which STM32CubeIDE, by the version of its debug plugin,
 * `com.st.stm32cube.ide.mcu.debug.openocd_A.B.C.YYYYMMDDhhmm`. The program itself is in another plugin
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
  /** Day of the build, `YYYY-MM-DD`, or month of the tag's commit, `YYYY-MM`. */
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
 * 2.4.200 (1.19.0), 2.3.200 and 2.4.300 (2.0.0), 2.3.300 and 2.4.400 (2.1.0). The others are concluded. ST's fork has a tag
 * for each version of the IDE up to 1.13, `openocd-cubeide-v1.4.0` for 1.4; what the IDE ships was built from a repository
 * of ST's own, with other commits' names.
 */
export const PLUGIN_BUILDS: readonly PluginBuild[] = [
  {
    since: "1.0.0",
    program: "1.0.0",
    openocd: "0.10.0+dev-00662-g64613644e",
    date: "2019-10",
    like: "st-1.0.0",
    evidence: "inferred",
    why: "tag openocd-cubeide-v1.0.0",
  },
  {
    since: "1.1.0",
    program: "1.1.0",
    openocd: "0.10.0+dev-00664-g82e5a2ce4",
    date: "2019-10",
    like: "st-1.1.0",
    evidence: "inferred",
    why: "tag openocd-cubeide-v1.1.0",
  },
  {
    since: "1.2.0",
    program: "1.2.0",
    openocd: "0.10.0+dev-00671-ge8585a782",
    date: "2019-12",
    like: "st-1.2.0",
    evidence: "inferred",
    why: "tag openocd-cubeide-v1.2.0",
  },
  {
    since: "1.3.0",
    program: "1.3.0",
    openocd: "0.10.0+dev-00698-g0cac0a236",
    date: "2020-02",
    like: "st-1.3.0",
    evidence: "inferred",
    why: "tag openocd-cubeide-v1.3.0, of the same day as plugin 1.3.0.202002181050",
  },
  {
    since: "1.4.0",
    program: "1.4.0",
    openocd: "0.10.0+dev-g30d1303",
    date: "2020-06-18",
    like: "st-1.4.0",
    commits: 1281,
    evidence: "seen",
    why: "STM32CubeIDE 1.4.0; of the same day as tag openocd-cubeide-v1.4.0",
  },
  {
    since: "1.5.0",
    program: "1.5.0",
    openocd: "0.10.0+dev-01288-g7491fb4",
    date: "2020-10-27",
    like: "st-1.5.0",
    evidence: "inferred",
    why: "banner of STM32CubeIDE 1.5.1; as many commits ahead as tag openocd-cubeide-v1.5.0",
  },
  {
    since: "1.6.0",
    program: "1.6.0",
    openocd: "0.11.0-rc2+dev-00035-gaaa2ae26c",
    date: "2021-03",
    like: "st-1.6.0",
    evidence: "inferred",
    why: "tag openocd-cubeide-v1.6.0",
  },
  {
    since: "2.0.0",
    program: "2.0.0",
    openocd: "0.11.0-rc2+dev-00044-g8340bb0",
    date: "2021-06-02",
    like: "st-1.7.0",
    evidence: "inferred",
    why: "banner of STM32CubeIDE 1.7.0; five commits from tag openocd-cubeide-v1.7.0",
  },
  {
    since: "2.0.100",
    program: "2.1.0",
    openocd: "0.11.0+dev-00438-ga75fc63",
    date: "2021-11-03",
    like: "st-1.8.0",
    evidence: "inferred",
    why: "banner of STM32CubeIDE 1.8.0; a dozen commits from tag openocd-cubeide-v1.8.0",
  },
  {
    since: "2.0.200",
    program: "2.2.0",
    openocd: "0.11.0+dev-00454-gd3b71197b",
    date: "2022-03",
    like: "st-1.9.0",
    evidence: "inferred",
    why: "tag openocd-cubeide-v1.9.0",
  },
  {
    since: "2.0.300",
    program: "2.2.100",
    openocd: "0.11.0+dev-00449-g53fa0f7",
    date: "2022-06-09",
    like: "st-1.10.0",
    evidence: "seen",
    why: "STM32CubeIDE 1.10.1 with plugin 2.0.300.202206090745; ten commits from tag openocd-cubeide-v1.10.0",
  },
  {
    since: "2.0.400",
    program: "2.2.200",
    openocd: "0.12.0-rc1+dev-00974-ga79285f2f",
    date: "2022-12",
    like: "st-1.11.0",
    evidence: "inferred",
    why: "tag openocd-cubeide-v1.11.0, of the weeks of plugin 2.0.400.202211031408",
  },
  {
    since: "2.0.500",
    program: "2.2.300",
    openocd: "0.12.0-00017-g26301c4dd",
    date: "2023-04",
    like: "st-1.12.0",
    evidence: "inferred",
    why: "tag openocd-cubeide-v1.12.0, of the weeks of plugin 2.0.500.202302091318",
  },
  {
    since: "2.1.0",
    program: "2.3.0",
    openocd: "0.12.0-00024-g34afaa939",
    date: "2024-03",
    like: "st-1.13.0",
    evidence: "inferred",
    why: "tag openocd-cubeide-v1.13.0, published long after STM32CubeIDE 1.13 with plugin 2.1.0.202306221132",
  },
  {
    since: "2.2.0",
    program: "2.3.200",
    openocd: "0.12.0-00029-gf77e7cb03",
    date: "2023-12-15",
    like: "st-1.13.0",
    evidence: "seen",
    why: "STM32CubeIDE 1.15.0 with plugin 2.2.0.202401261111; five commits from tag openocd-cubeide-v1.13.0",
  },
  {
    since: "2.2.100",
    program: "2.4.0",
    openocd: "0.12.0+dev-00597-ga5a21219f",
    date: "2024-06-03",
    like: "st-1.13.0",
    evidence: "inferred",
    why: "banner of STM32CubeIDE 1.16.0, of the same days as plugin 2.2.100.202406131243; branch r7, v1.13.0 being the nearest known",
  },
  {
    since: "2.3.0",
    program: "2.4.100",
    openocd: "0.12.0+dev-00608-gd8ed48fef",
    date: "2025-02-06",
    like: "st-1.13.0",
    evidence: "seen",
    why: "STM32CubeIDE 1.17 and 1.18.1 with plugin 2.3.100.202501240831; branch r7, v1.13.0 being the nearest known",
  },
];
