import { rmSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

/** The JSON Schemas that are published, by their files' names, as the sources define them. */
export async function schemas() {
  const { reportSchema } = await imported("src/report/schema/index.ts");
  const { projectFileSchema } = await imported("src/project/schema.ts");
  return { "report.schema.json": reportSchema(), "config.schema.json": projectFileSchema() };
}

async function imported(input) {
  const bundle = await rolldown({ input, platform: "node", external: /^[^./]/ });
  const file = `node_modules/.schema-${process.pid}-${input.replaceAll("/", "-")}.mjs`;
  try {
    await bundle.write({ file, codeSplitting: false });
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(file, { force: true });
  }
}
