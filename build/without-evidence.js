import ts from "typescript";

/** Where words of OpenOCD's were seen, and lines of logs with them: those who carry the table on want them, no run does. */
const evidence = ["source", "example"];

/** Leaves the evidence out of the log's table. */
export function withoutEvidence() {
  return {
    name: "without-evidence",
    transform: {
      filter: { id: /\/src\/log\/entries\// },
      handler: (code, fileName) => ({ code: leave(code, fileName), moduleType: "js", map: null }),
    },
  };
}

function leave(code, fileName) {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext };
  return ts.transpileModule(code, { fileName, compilerOptions, transformers: { before: [leaveProperties] } })
    .outputText;
}

function leaveProperties(context) {
  const visit = (node) =>
    ts.isPropertyAssignment(node) && evidence.includes(node.name.text)
      ? undefined
      : ts.visitEachChild(node, visit, context);
  return (file) => ts.visitNode(file, visit);
}
