import { readFileSync, rmSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** The JSON Schemas that are published, by their files' names, as the sources define them. */
export async function schemas() {
  const { reportSchema } = await imported("src/report/schema/index.ts");
  const { projectFileSchema } = await imported("src/project/schema.ts");
  return { "report.schema.json": reportSchema(), "config.schema.json": projectFileSchema() };
}

/** What a module of the sources exports. */
export async function imported(input) {
  const bundle = await rolldown({
    input,
    platform: "node",
    external: /^[^./]/,
    // What is only imported when it is used is not used here.
    plugins: [{ name: "static", resolveDynamicImport: (id) => ({ id, external: true }) }],
    transform: { target: "node20.19", define: { L5CFG_FIX_VERSION: JSON.stringify(version) } },
  });
  const file = `node_modules/.imported-${process.pid}-${input.replaceAll("/", "-")}.mjs`;
  try {
    await bundle.write({ file });
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file, { force: true });
  }
}
