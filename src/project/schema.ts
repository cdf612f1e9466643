/** What is published of a project file's shape. */

import { toJsonSchema } from "@valibot/to-json-schema";
import { projectFileShape } from "./project-file-schema.ts";

/** The JSON Schema of `l5cfg-fix.config.json`. */
export function projectFileSchema(): object {
  return {
    ...toJsonSchema(projectFileShape, { target: "draft-2020-12", errorMode: "ignore" }),
    $id: "https://unpkg.com/l5cfg-fix/dist/config.schema.json",
  };
}
