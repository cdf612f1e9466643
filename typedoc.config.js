import { library } from "./build/entries.js";

/** The reference of what people import, from its doc comments: `npm run docs:api` writes it to `docs/api`. */
export default {
  entryPoints: Object.values(library),
  out: "docs/api",
  readme: "none",
  includeVersion: true,
  excludeExternals: true,
  excludeInternal: true,
  excludePrivate: true,
  // The sources are where the code is, whatever the commit.
  disableSources: true,
  // `npm run types` does that.
  skipErrorChecking: true,
  treatWarningsAsErrors: true,
  validation: { invalidLink: true, notExported: true, notDocumented: true },
  // Names of properties and methods speak for themselves where their comments do not.
  requiredToBeDocumented: ["Module", "Variable", "Function", "Class", "Interface", "TypeAlias", "Accessor"],
  // They are those of node's `path` and of `AbortSignal`.
  intentionallyNotDocumented: [
    ...["isAbsolute", "normalize", "join", "resolve", "relative", "dirname", "basename"].map(
      (name) => `l5cfg-fix.PathRules.${name}`,
    ),
    "l5cfg-fix.StopSignal.throwIfAborted",
    ...["addEventListener", "removeEventListener"].map((name) => `l5cfg-fix/flash.CancelSignal.${name}`),
  ],
  // Tables of names whose words are in the types made of them.
  intentionallyNotExported: ["Fault", "Rule", "kinds", "probeModels", "ruleIds", "stepNames"],
};
