import { getBuiltinModule } from "node:process";

/** What node takes long to load, and most runs have no use for. */
const late = /^node:(child_process|crypto)$/;

/** Loads some of node's own modules when one of their functions is called. */
export function lateBuiltins() {
  return {
    name: "late-builtins",
    resolveId: { filter: { id: late }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0node:/ },
      handler: (id) => ({ code: callers(id.slice(1)), moduleSideEffects: false }),
    },
  };
}

function callers(id) {
  const functions = Object.entries(getBuiltinModule(id)).filter(
    ([name, value]) => /^[a-z]/.test(name) && typeof value === "function",
  );
  return functions
    .map(
      ([name]) => `export const ${name} = (...args) => process.getBuiltinModule("${id}").${name}(...args);`,
    )
    .join("\n");
}
