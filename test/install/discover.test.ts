import { describe, expect, it } from "vitest";
import { familyOf } from "../../src/chips/index.ts";
import { ableToFlash } from "../../src/install/able.ts";
import { findInstalls, installsAt } from "../../src/install/discover.ts";
import { inventory } from "../../src/install/inventory.ts";
import { machine, plugins } from "./machines.ts";

const banner = (version: string) => `Open On-Chip Debugger ${version}\nLicensed under GNU GPL v2\n`;

describe("the OpenOCDs that flash a family", () => {
  const linux = machine(
    "linux",
    {
      ...plugins("/opt/st/stm32cubeide_1.4.0/plugins", ["1.4.0.202007081208"], {
        on: "linux64",
        version: "1.4.0.202007081208",
      }),
      "/usr/bin/openocd": "",
      "/usr/share/openocd/scripts/target/a.cfg": "",
    },
    { env: { PATH: "/usr/bin" }, answers: { "/usr/bin/openocd": banner("0.12.0") } },
  );

  it.each([
    ["STM32F4", ["/opt/st", "/usr/bin/openocd"]],
    ["STM32U5", ["/usr/bin/openocd"]],
    ["STM32H5", []],
  ])("%s: %j", (family, paths) => {
    const found = ableToFlash(familyOf(family)!, linux);
    expect(found.map(({ path }) => paths.find((start) => path.startsWith(start)))).toEqual(paths);
  });
});

describe("findInstalls on Linux", () => {
  const own = { on: "linux64", version: "1.4.0.202007081208" } as const;

  it("takes the newest STM32CubeIDE before what PATH leads to", () => {
    const linux = machine(
      "linux",
      {
        ...plugins("/opt/st/stm32cubeide_1.4.0/plugins", ["1.4.0.202007081208"], own),
        ...plugins("/home/me/st/stm32cubeide_1.10.1/plugins", [
          "2.0.300.202206090745",
          "2.0.99.202306090745",
        ]),
        "/opt/st/stm32cubeclt_1.22.0/STLink-gdb-server/bin/x": "",
        "/usr/bin/openocd": "",
        "/usr/share/openocd/scripts/target/a.cfg": "",
      },
      { env: { PATH: "bin:.:/usr/bin" } },
    );
    expect(findInstalls(linux)).toMatchObject([
      {
        product: "STM32CubeIDE",
        version: "1.10.1",
        path: "/home/me/st/stm32cubeide_1.10.1",
        plugin: { version: "2.0.300.202206090745" },
        older: ["2.0.99.202306090745"],
        foundBy: ["usual place"],
      },
      {
        version: "1.4.0",
        program: { version: "1.4.0.202007081208" },
        binary: expect.stringMatching(/linux64_1\.4\.0\.202007081208\/tools\/bin\/openocd$/),
        scripts: expect.stringMatching(/^\/opt\/st\/stm32cubeide_1\.4\.0\/.*\/st_scripts$/),
      },
      {
        product: "OpenOCD of the system",
        path: "/usr/share/openocd/scripts",
        binary: "/usr/bin/openocd",
        foundBy: ["PATH", "usual place"],
      },
    ]);
  });

  it("puts first what variables name, the launcher of an IDE too", () => {
    const root = "/data/ide/stm32cubeide_1.4.0";
    const files = {
      ...plugins(`${root}/plugins`, ["1.4.0.202007081208"], own),
      [`${root}/stm32cubeide`]: "",
      ...plugins("/opt/st/stm32cubeide_1.19.0/plugins", ["2.3.100.202501240831"]),
      "/scripts/target/a.cfg": "",
    };
    const env = {
      STM32CUBEIDE_PATH: `${root}/stm32cubeide`,
      OPENOCD_SCRIPTS: "/scripts",
      STM32CUBEIDE: "ide",
    };
    expect(findInstalls(machine("linux", files, { env }))).toMatchObject([
      { path: root, foundBy: ["STM32CUBEIDE_PATH"] },
      { product: "OpenOCD", path: "/scripts", scripts: "/scripts", foundBy: ["OPENOCD_SCRIPTS"] },
      { version: "1.19.0" },
    ]);
  });

  it("follows links on PATH, also into an IDE, and lists one install once", () => {
    const files = plugins("/opt/st/stm32cubeide_1.4.0/plugins", ["1.4.0.202007081208"], own);
    const binary = Object.keys(files).find((name) => name.endsWith("/openocd"))!;
    const linux = machine("linux", files, {
      env: { PATH: "/usr/local/bin" },
      links: { "/usr/local/bin/openocd": binary },
    });
    expect(findInstalls(linux)).toMatchObject([{ version: "1.4.0", foundBy: ["usual place", "PATH"] }]);
  });

  it.each([
    [
      "xPack OpenOCD",
      "/home/me/.local/xPacks/@xpack-dev-tools/openocd/0.12.0-7.1/.content",
      "openocd/scripts",
    ],
    ["PlatformIO's OpenOCD", "/home/me/.platformio/packages/tool-openocd", "openocd/scripts"],
    ["PlatformIO's OpenOCD", "/home/me/.platformio/packages/tool-openocd@2.1100.0", "scripts"],
    ["Zephyr SDK", "/opt/zephyr-sdk-0.17.2/sysroots/x86_64-pokysdk-linux/usr", "share/openocd/scripts"],
  ])("knows %s", (product, folder, scripts) => {
    const linux = machine("linux", {
      [`${folder}/bin/openocd`]: "",
      [`${folder}/${scripts}/target/a.cfg`]: "",
    });
    const path = `${folder}/${scripts}`;
    expect(findInstalls(linux)).toMatchObject([{ product, path, binary: `${folder}/bin/openocd` }]);
  });

  it("finds nothing on a machine that has nothing, and reads no relative folder", () => {
    const files = { "/cwd/openocd": "", "/cwd/share/openocd/scripts/target/a.cfg": "" };
    expect(findInstalls(machine("linux", files, { env: { PATH: ":.:cwd", OPENOCD: "./openocd" } }))).toEqual(
      [],
    );
  });
});

describe("findInstalls on Windows", () => {
  const program = { on: "win32", version: "2.2.100.202206011703" } as const;
  const long = "x".repeat(200);

  it("knows drives, spaces and Program Files (x86), whatever the case of names", () => {
    const windows = machine(
      "win32",
      {
        ...plugins(
          "C:\\Program Files (x86)\\ST\\STM32CubeIDE_1.10.1\\STM32CubeIDE\\plugins",
          ["2.0.300.202206090745"],
          program,
        ),
        ...plugins("D:\\st\\stm32cubeide_1.19.0\\STM32CubeIDE\\plugins", ["2.3.100.202501240831"]),
        [`C:\\Users\\Jörg Müller\\AppData\\Roaming\\xPacks\\@xpack-dev-tools\\openocd\\${long}\\.content\\bin\\openocd.exe`]:
          "",
        [`C:\\Users\\Jörg Müller\\AppData\\Roaming\\xPacks\\@xpack-dev-tools\\openocd\\${long}\\.content\\openocd\\scripts\\target\\a.cfg`]:
          "",
      },
      {
        env: {
          "programfiles(x86)": "C:\\Program Files (x86)",
          AppData: "C:\\Users\\Jörg Müller\\AppData\\Roaming",
        },
      },
    );
    const found = findInstalls(windows);
    expect(found).toMatchObject([
      { version: "1.19.0", path: "D:\\ST\\stm32cubeide_1.19.0" },
      {
        version: "1.10.1",
        path: "C:\\Program Files (x86)\\ST\\STM32CubeIDE_1.10.1",
        binary: expect.stringMatching(
          /STM32CubeIDE\\plugins\\com\.st.*win32_2\.2\.100\.202206011703\\tools\\bin\\openocd\.exe$/,
        ),
        scripts: expect.stringMatching(/\\resources\\openocd\\st_scripts$/),
      },
      { product: "xPack OpenOCD", binary: expect.stringContaining(`\\${long}\\.content\\bin\\openocd.exe`) },
    ]);
    expect(inventory(found, windows).map(({ used }) => used)).toEqual([true, false, false]);
  });

  it("takes Path apart at semicolons, and openocd.exe for the program", () => {
    const files = {
      "C:\\OpenOCD\\bin\\openocd.exe": "",
      "C:\\OpenOCD\\share\\openocd\\scripts\\target\\a.cfg": "",
    };
    const windows = machine("win32", files, { env: { Path: "C:\\Windows;C:\\OpenOCD\\bin" } });
    expect(findInstalls(windows)).toMatchObject([
      { path: "C:\\OpenOCD\\share\\openocd\\scripts", foundBy: ["PATH", "usual place"] },
    ]);
  });
});

describe("findInstalls on macOS", () => {
  it("knows the app, the newest plugin in it, and Homebrew's", () => {
    const mac = machine("darwin", {
      ...plugins(
        "/Applications/STM32CubeIDE.app/Contents/Eclipse/plugins",
        ["2.2.0.202401261111", "2.0.400.202211031408"],
        { on: "macos64", version: "2.3.200.202312181736" },
      ),
      "/opt/homebrew/opt/open-ocd/bin/openocd": "",
      "/opt/homebrew/opt/open-ocd/share/openocd/scripts/target/a.cfg": "",
    });
    expect(findInstalls(mac)).toMatchObject([
      {
        path: "/Applications/STM32CubeIDE.app",
        plugin: { version: "2.2.0.202401261111" },
        older: ["2.0.400.202211031408"],
        program: { version: "2.3.200.202312181736" },
      },
      { product: "Homebrew's OpenOCD" },
    ]);
  });
});

describe("installsAt", () => {
  it("lists what a folder of installs holds, the newest first", () => {
    const linux = machine("linux", {
      ...plugins("/opt/st/stm32cubeide_1.4.0/plugins", ["1.4.0.202007081208"]),
      ...plugins("/opt/st/stm32cubeide_1.10.1/plugins", ["2.0.300.202206090745"]),
    });
    expect(installsAt(["/opt/st"], linux).map(({ version }) => version)).toEqual(["1.10.1", "1.4.0"]);
    expect(installsAt(["/opt"], linux)).toEqual([]);
  });
});

describe("inventory", () => {
  const updated = (answer?: string) => {
    const files = plugins("/opt/st/stm32cubeide_1.4.0/plugins", ["1.4.0.202007081208"], {
      on: "linux64",
      version: "2.4.400.202601091506",
    });
    const binary = Object.keys(files).find((name) => name.endsWith("/openocd"))!;
    const linux = machine("linux", files, { answers: answer === undefined ? {} : { [binary]: answer } });
    return { binary, linux, items: inventory(findInstalls(linux), linux) };
  };

  it("asks the program for its version, and notices that the scripts are of another", () => {
    const { binary, linux, items } = updated(banner("0.12.0+dev-00608-gd8ed48fef (2025-02-06-11:17)"));
    expect(linux.asked).toEqual([binary]);
    expect(items[0]).toMatchObject({
      openocd: { version: "0.12.0+dev-00608-gd8ed48fef", why: `${binary} says so` },
      warnings: [
        "the scripts are those of debug plugin 1.4.0.202007081208 (OpenOCD 0.10.0+dev-g30d1303), " +
          "the openocd is of program plugin 2.4.400.202601091506 (OpenOCD 0.12.0+dev-00608-gd8ed48fef); " +
          "checked for 0.12.0+dev-00608-gd8ed48fef",
      ],
    });
  });

  it("takes the version from the plugins where the program does not answer", () => {
    const { binary, items } = updated();
    expect(items[0]).toMatchObject({
      openocd: {
        version: "0.12.0+dev-00608-gd8ed48fef",
        why: "ships with STM32CubeIDE program plugin 2.4.400.202601091506",
      },
      warnings: [`${binary} does not print its version`, expect.stringContaining("the scripts are those of")],
    });
  });

  it("keeps ST's address where nothing else identifies the fork", () => {
    const { items } = updated(
      banner("0.13.0+dev-00012-gabcdef012 (2027-01-01) [https://github.com/STMicroelectronics/OpenOCD]"),
    );
    expect(items[0]?.openocd).toMatchObject({
      version: "0.13.0+dev-00012-gabcdef012 [https://github.com/STMicroelectronics/OpenOCD]",
      exact: false,
    });
  });
});
