import { rmSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

/** The JSON Schema of the reports, as the sources define them. */
export async function reportSchema() {
  const bundle = await rolldown({
    input: "src/report/schema/index.ts",
    platform: "node",
    external: /^[^./]/,
  });
  const file = `node_modules/.report-schema-${process.pid}.mjs`;
  try {
    await bundle.write({ file });
    return (await import(pathToFileURL(file).href)).reportSchema();
  } finally {
    rmSync(file, { force: true });
  }
}
