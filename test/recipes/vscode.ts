/**
 * What the files of Visual Studio Code must be like, as far as the recipes use it: its "Tasks" and "Debugging" pages, and
 * the attributes that Cortex-Debug's package.json declares for `launch`.
 */

/** For a value: its type, the values allowed, or the shapes of its parts. An optional part's name ends in `?`. */
export type Shape =
  | "string"
  | { oneOf: readonly string[] }
  | { all: Shape }
  | { parts: Record<string, Shape> };

export const tasksShape: Shape = {
  parts: {
    version: { oneOf: ["2.0.0"] },
    tasks: {
      all: {
        parts: {
          label: "string",
          type: { oneOf: ["shell", "process"] },
          command: "string",
          "args?": { all: "string" },
          "options?": { parts: { "cwd?": "string" } },
          "group?": { oneOf: ["build", "test", "none"] },
          "problemMatcher?": { all: "string" },
        },
      },
    },
  },
};

export const launchShape: Shape = {
  parts: {
    version: { oneOf: ["0.2.0"] },
    configurations: {
      all: {
        parts: {
          name: "string",
          type: { oneOf: ["cortex-debug"] },
          request: { oneOf: ["launch", "attach"] },
          servertype: {
            oneOf: ["jlink", "openocd", "pyocd", "pe", "stlink", "stutil", "qemu", "bmp", "external"],
          },
          cwd: "string",
          executable: "string",
          configFiles: { all: "string" },
          "searchDir?": { all: "string" },
          "runToEntryPoint?": "string",
        },
      },
    },
  },
};

/** The places where a value is not as its shape says. */
export function wrongIn(value: unknown, shape: Shape, at = "$"): string[] {
  if (shape === "string") return typeof value === "string" ? [] : [at];
  if ("oneOf" in shape) return shape.oneOf.includes(value as string) ? [] : [at];
  if ("all" in shape) {
    return Array.isArray(value) ? value.flatMap((one, i) => wrongIn(one, shape.all, `${at}[${i}]`)) : [at];
  }
  if (typeof value !== "object" || value === null) return [at];
  const parts = Object.entries(shape.parts).map(([name, part]) => ({
    name: name.replace("?", ""),
    isOptional: name.endsWith("?"),
    part,
  }));
  const known = parts.map(({ name }) => name);
  const unknown = Object.keys(value).filter((name) => !known.includes(name));
  const wrong = parts.flatMap(({ name, isOptional, part }) => {
    const own = (value as Record<string, unknown>)[name];
    return own === undefined && isOptional ? [] : wrongIn(own, part, `${at}.${name}`);
  });
  return [...wrong, ...unknown.map((name) => `${at}.${name}`)];
}
