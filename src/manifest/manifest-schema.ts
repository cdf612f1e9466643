/** The shape that a manifest has to have. */

import * as v from "valibot";
import { absolutePath, hash, innerName, line } from "../files/json-shape.ts";
import { configName, type Manifest, manifestName, manifestSchema } from "./manifest.ts";

/** A transport as OpenOCD spells them: `dapdirect_swd`, `aice_jtag`. */
const transport = v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/));

/** A file of an overlay that is a copy of another. */
const copyName = v.pipe(
  innerName,
  v.check((name) => ![manifestName, configName].includes(name.toLowerCase())),
);

const finding = {
  rule: line,
  line: v.pipe(v.number(), v.integer()),
  message: v.string(),
  transports: v.array(transport),
  why: v.exactOptional(v.string()),
};

const file = v.object({
  path: copyName,
  original: absolutePath,
  originalSha256: hash,
  patchedSha256: hash,
  fixed: v.array(v.object(finding)),
  left: v.array(v.object(finding)),
});

/** Rules, or rules with their levels: `dap-missing=off`. */
const rules = v.array(v.pipe(v.string(), v.regex(/^[\w=-]{1,100}$/)));

const made = v.object({
  path: absolutePath,
  search: v.array(absolutePath),
  transport: v.array(transport),
  set: v.array(v.pipe(v.string(), v.regex(/^[^=\0]+=[^\0]*$/))),
  openocd: v.exactOptional(line),
  install: v.exactOptional(absolutePath),
  unsafe: v.boolean(),
  select: v.exactOptional(rules),
  ignore: v.exactOptional(rules),
  severity: v.exactOptional(rules),
  config: v.exactOptional(absolutePath),
  ignoreConfig: v.exactOptional(v.boolean()),
  plugin: v.exactOptional(v.object({ path: absolutePath, isNewest: v.boolean() })),
});

/** Of a manifest, as far as it concerns this version. */
export const manifestShape: v.GenericSchema<unknown, Manifest> = v.object({
  schema: v.literal(manifestSchema),
  tool: line,
  openocd: v.object({ version: line, why: v.string(), binary: v.exactOptional(absolutePath) }),
  searchPaths: v.tupleWithRest([v.literal(".")], absolutePath),
  transports: v.array(transport),
  interfaces: v.object({ hla: v.exactOptional(innerName), dap: v.exactOptional(innerName) }),
  targets: v.array(innerName),
  boards: v.array(innerName),
  files: v.pipe(
    v.array(file),
    v.check((files) => new Set(files.map(({ path }) => path)).size === files.length),
  ),
  left: v.array(v.object({ ...finding, file: absolutePath })),
  made: v.exactOptional(made),
});
