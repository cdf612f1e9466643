// What a page does with the engine: bundled for a browser by the tests.
import { check, configJson, explainLog, fix, loadConfigSync, memoryFiles, ruleTexts } from "l5cfg-fix/core";

/** Checks, fixes and loads a config of some files; reads a log. Plain data, as JSON. */
globalThis.run = (files, config, log, openocd) => {
  const fs = memoryFiles(new Map(files));
  const { findings } = check(config, { fs, openocd });
  const fixed = fix(config, { fs, openocd });
  return JSON.stringify({
    found: findings.map(({ rule, at }) => `${rule} ${at.file}:${at.line}`),
    diff: fixed.files.map(({ diff }) => diff).join(""),
    model: configJson(
      loadConfigSync(config, { fs, openocd, transport: "hla_swd", searchPaths: ["/scripts"] }),
    ),
    log: explainLog(log).diagnoses.map(({ id }) => id),
    rules: ruleTexts.length,
  });
};
