import { rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import { library } from "./entries.js";

/** Writes the types of the library: one file for each entry, with what can be reached from there and nothing else. */
export async function buildTypes(dist) {
  const bundle = await rolldown({
    input: library,
    platform: "node",
    external: /^node:/,
    plugins: [dts({ emitDtsOnly: true, oxc: false })],
  });
  await bundle.write({
    dir: dist,
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/types-[hash].js",
    // For what `await using` takes, which the language of the oldest Node does not have by itself.
    banner: '/// <reference lib="esnext.disposable" />',
  });
}
