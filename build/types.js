import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { library } from "./entries.js";

/** Writes the types of the library: one file for each entry, with what can be reached from there and nothing else. */
export async function buildTypes(dist) {
  const bundle = await rollup({ input: library, plugins: [dts()], external: [/^node:/] });
  await bundle.write({
    dir: dist,
    entryFileNames: "[name].d.ts",
    chunkFileNames: "chunks/[name]-[hash].d.ts",
    // For what `await using` takes, which the language of the oldest Node does not have by itself.
    banner: '/// <reference lib="esnext.disposable" />',
  });
}
