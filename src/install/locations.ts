/** Known locations of installs, by system. This is data: one line for each location. */

/** One location where an OpenOCD may be. */
export interface Location {
  product: string;
  on: "linux" | "win32" | "darwin" | "any";
  /**
   * Steps with `/`. `~` is the user's folder, `$NAME` a variable of the environment (a place whose variable is
   * not set does not exist), `*` any part of one step's name.
   */
  path: string;
}

const CUBE_IDE = "STM32CubeIDE";
const XPACK = "xPack OpenOCD";
const ZEPHYR = "Zephyr SDK";

/** STM32CubeIDE where its installers put it, by default or with common choices. */
export const cubeIdeLocations: readonly Location[] = [
  { product: CUBE_IDE, on: "linux", path: "/opt/st/stm32cubeide*" },
  { product: CUBE_IDE, on: "linux", path: "/opt/stm32cubeide*" },
  { product: CUBE_IDE, on: "linux", path: "~/st/stm32cubeide*" },
  { product: CUBE_IDE, on: "linux", path: "~/STMicroelectronics/stm32cubeide*" },
  { product: CUBE_IDE, on: "linux", path: "~/STMicroelectronics/STM32Cube/STM32CubeIDE*" },
  { product: CUBE_IDE, on: "linux", path: "~/stm32cubeide*" },
  { product: CUBE_IDE, on: "win32", path: "C:/ST/STM32CubeIDE*" },
  { product: CUBE_IDE, on: "win32", path: "D:/ST/STM32CubeIDE*" },
  { product: CUBE_IDE, on: "win32", path: "$ProgramFiles/ST/STM32CubeIDE*" },
  { product: CUBE_IDE, on: "win32", path: "$ProgramFiles(x86)/ST/STM32CubeIDE*" },
  { product: CUBE_IDE, on: "win32", path: "$ProgramFiles/STMicroelectronics/STM32CubeIDE*" },
  { product: CUBE_IDE, on: "win32", path: "$ProgramFiles(x86)/STMicroelectronics/STM32CubeIDE*" },
  { product: CUBE_IDE, on: "win32", path: "~/ST/STM32CubeIDE*" },
  { product: CUBE_IDE, on: "darwin", path: "/Applications/STM32CubeIDE*.app" },
  { product: CUBE_IDE, on: "darwin", path: "/Applications/STMicroelectronics/STM32CubeIDE*.app" },
  { product: CUBE_IDE, on: "darwin", path: "~/Applications/STM32CubeIDE*.app" },
];

/** Folders of an OpenOCD, with its program in `bin/`. */
export const openocdLocations: readonly Location[] = [
  { product: "OpenOCD of the system", on: "linux", path: "/usr/local" },
  { product: "OpenOCD of the system", on: "linux", path: "/usr" },
  { product: "Homebrew's OpenOCD", on: "darwin", path: "/opt/homebrew/opt/open-ocd" },
  { product: "Homebrew's OpenOCD", on: "darwin", path: "/usr/local/opt/open-ocd" },
  { product: "Homebrew's OpenOCD", on: "linux", path: "/home/linuxbrew/.linuxbrew/opt/open-ocd" },
  { product: "MacPorts' OpenOCD", on: "darwin", path: "/opt/local" },
  { product: "MSYS2's OpenOCD", on: "win32", path: "C:/msys64/ucrt64" },
  { product: "MSYS2's OpenOCD", on: "win32", path: "C:/msys64/mingw64" },
  { product: "Scoop's OpenOCD", on: "win32", path: "~/scoop/apps/openocd/current" },
  { product: "OpenOCD", on: "win32", path: "C:/OpenOCD" },
  { product: "OpenOCD", on: "win32", path: "$ProgramFiles/OpenOCD" },
  { product: XPACK, on: "any", path: "$XPACKS_STORE_FOLDER/@xpack-dev-tools/openocd/*/.content" },
  { product: XPACK, on: "any", path: "$XPACKS_REPO_FOLDER/@xpack-dev-tools/openocd/*/.content" },
  { product: XPACK, on: "linux", path: "~/.local/xPacks/@xpack-dev-tools/openocd/*/.content" },
  { product: XPACK, on: "darwin", path: "~/Library/xPacks/@xpack-dev-tools/openocd/*/.content" },
  { product: XPACK, on: "win32", path: "$APPDATA/xPacks/@xpack-dev-tools/openocd/*/.content" },
  { product: XPACK, on: "linux", path: "/opt/xpack-openocd-*" },
  { product: XPACK, on: "any", path: "~/opt/xpack-openocd-*" },
  {
    product: XPACK,
    on: "win32",
    path: "$LOCALAPPDATA/Microsoft/WinGet/Packages/xpack-dev-tools.openocd-xpack_*/xpack-openocd-*",
  },
  { product: "PlatformIO's OpenOCD", on: "any", path: "$PLATFORMIO_CORE_DIR/packages/tool-openocd*" },
  { product: "PlatformIO's OpenOCD", on: "any", path: "~/.platformio/packages/tool-openocd*" },
  { product: "PlatformIO's OpenOCD", on: "win32", path: "C:/.platformio/packages/tool-openocd*" },
  { product: ZEPHYR, on: "any", path: "$ZEPHYR_SDK_INSTALL_DIR/sysroots/*-pokysdk-linux/usr" },
  { product: ZEPHYR, on: "linux", path: "~/zephyr-sdk-*/sysroots/*-pokysdk-linux/usr" },
  { product: ZEPHYR, on: "linux", path: "~/.local/zephyr-sdk-*/sysroots/*-pokysdk-linux/usr" },
  { product: ZEPHYR, on: "linux", path: "~/.local/opt/zephyr-sdk-*/sysroots/*-pokysdk-linux/usr" },
  { product: ZEPHYR, on: "linux", path: "/opt/zephyr-sdk-*/sysroots/*-pokysdk-linux/usr" },
  // ST's other tools had a GDB server and no OpenOCD up to STM32CubeCLT 1.22; one that has is listed.
  { product: "STM32CubeCLT", on: "linux", path: "/opt/st/stm32cubeclt_*/OpenOCD" },
  { product: "STM32CubeCLT", on: "darwin", path: "/opt/ST/STM32CubeCLT_*/OpenOCD" },
  { product: "STM32CubeCLT", on: "win32", path: "C:/ST/STM32CubeCLT_*/OpenOCD" },
  { product: "STM32Cube for VS Code", on: "linux", path: "~/.local/share/stm32cube/bundles/openocd/*" },
  {
    product: "STM32Cube for VS Code",
    on: "darwin",
    path: "~/Library/Application Support/stm32cube/bundles/openocd/*",
  },
  { product: "STM32Cube for VS Code", on: "win32", path: "$LOCALAPPDATA/stm32cube/bundles/openocd/*" },
];

/** Environment variables that name STM32CubeIDE: its folder, or its launcher. */
export const cubeIdeVariables = /^STM32_?CUBE_?IDE(?:_(?:PATH|HOME|DIR|ROOT|INSTALL_DIR|EXE))?$/i;

/** Environment variables that name an OpenOCD program or its folder. */
export const openocdVariables = /^OPENOCD(?:_(?:PATH|HOME|DIR|ROOT|BIN|EXE))?$/i;

/**
 * The environment variable from which OpenOCD itself takes a scripts folder (0.12.0, src/helper/options.c,
 * add_default_dirs).
 */
export const scriptsVariable = "OPENOCD_SCRIPTS";
