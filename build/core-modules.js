import { rolldown } from "rolldown";
import { library } from "./entries.js";

/** The files of the sources that `l5cfg-fix/core` is made of, by their absolute paths. Throws where a part of node is one. */
export async function coreModules() {
  const { modules, builtins } = await reachedFrom(library.core);
  if (builtins.length > 0) throw new Error(`l5cfg-fix/core imports ${builtins.join(", ")}`);
  return modules;
}

/** Those that parsing alone takes. */
export async function syntaxModules() {
  return (await reachedFrom("src/tcl/syntax.ts")).modules;
}

async function reachedFrom(input) {
  const bundle = await rolldown({ input, platform: "browser", external: /^node:/ });
  const { output } = await bundle.generate();
  return {
    modules: new Set(output.flatMap(({ moduleIds = [] }) => moduleIds)),
    builtins: output.flatMap(({ imports = [] }) => imports.filter((name) => name.startsWith("node:"))),
  };
}
