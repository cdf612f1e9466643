import { posix, win32 } from "node:path";
import type { Disk } from "../../src/files/file-system.ts";
import type { Machine } from "../../src/install/machine.ts";

/** A machine of any system that exists in memory only: the texts of its files by their paths, and what its links lead to. */
export function machine(
  platform: "linux" | "win32" | "darwin",
  files: Readonly<Record<string, string>>,
  {
    links = {},
    answers = {},
    ...rest
  }: Partial<Pick<Machine, "env" | "home">> & {
    links?: Readonly<Record<string, string>>;
    answers?: Readonly<Record<string, string>>;
  } = {},
): Machine & { asked: string[] } {
  const path = platform === "win32" ? win32 : posix;
  // Windows and macOS do not tell names apart by case.
  const key = (name: string) => {
    const whole = path.resolve("/", links[name] ?? name).replace(/(.)[\\/]$/, "$1");
    return platform === "linux" ? whole : whole.toLowerCase();
  };
  const texts = new Map(Object.entries(files).map(([name, text]) => [key(name), text]));
  const folders = new Map<string, Map<string, string>>();
  for (const name of Object.keys(files)) {
    for (let at = path.resolve("/", name); at !== path.dirname(at); at = path.dirname(at)) {
      const folder = key(path.dirname(at));
      folders.set(folder, (folders.get(folder) ?? new Map()).set(path.basename(at), at));
    }
  }
  const asked: string[] = [];
  const kind = (name: string) =>
    texts.has(key(name)) ? "file" : folders.has(key(name)) ? "folder" : undefined;
  const disk: Disk = {
    path,
    kind,
    read: (name) => texts.get(key(name)),
    list: (folder) => [...(folders.get(key(folder))?.keys() ?? [])],
    isLink: (name) => name in links,
    realpath: (name) => links[name] ?? name,
    obstacle: (name) => (kind(name) ? undefined : Object.assign(new Error("ENOENT"), { code: "ENOENT" })),
  };
  const ask = (binary: string) => {
    asked.push(binary);
    return answers[binary];
  };
  return {
    platform,
    env: {},
    home: platform === "win32" ? "C:\\Users\\Jörg Müller" : "/home/me",
    disk,
    ask,
    asked,
    ...rest,
  };
}

const DEBUG = "com.st.stm32cube.ide.mcu.debug.openocd";
const PROGRAM = "com.st.stm32cube.ide.mcu.externaltools.openocd";

/** The files of a folder of plugins: a debug plugin for each version given, and the program for a platform. */
export function plugins(
  folder: string,
  debug: readonly string[],
  program?: { on: "linux64" | "win32" | "macos64"; version: string },
): Record<string, string> {
  const scripts = debug.flatMap((version) => {
    const own = `${folder}/${DEBUG}_${version}/resources/openocd/st_scripts`;
    return [
      [`${own}/target/stm32l5x.cfg`, "source [find interface/stlink.cfg]\n"],
      [`${own}/interface/stlink.cfg`, "adapter driver hla\n"],
    ];
  });
  const file = program?.on === "win32" ? "openocd.exe" : "openocd";
  return {
    ...Object.fromEntries(scripts),
    ...(program && { [`${folder}/${PROGRAM}.${program.on}_${program.version}/tools/bin/${file}`]: "" }),
  };
}
