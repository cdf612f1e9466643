import { rolldown } from "rolldown";
import { library } from "./entries.js";

/** The files of the sources that `l5cfg-fix/core` is made of, by their absolute paths. Throws where a part of node is one. */
export async function coreModules() {
  const bundle = await rolldown({ input: library.core, platform: "browser", external: /^[^./]/ });
  const { output } = await bundle.generate();
  const builtins = output.flatMap(({ imports = [] }) => imports.filter((name) => name.startsWith("node:")));
  if (builtins.length > 0) throw new Error(`l5cfg-fix/core imports ${builtins.join(", ")}`);
  return new Set(output.flatMap(({ moduleIds = [] }) => moduleIds));
}
