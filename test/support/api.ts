import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { packageFolder } from "./command.ts";
import { blocks, type CodeExample } from "./examples.ts";

/** A function or class that people import, and the examples in its doc comment. */
export interface PublicFunction {
  name: string;
  examples: CodeExample[];
}

/** What the library's entries export to be called, each once. Errors are thrown by it, not called. */
export function publicFunctions(): PublicFunction[] {
  const entries = sourcesOfEntries();
  const program = ts.createProgram(entries, {
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
  });
  const checker = program.getTypeChecker();
  const symbols = entries.flatMap((entry) => {
    const module = checker.getSymbolAtLocation(program.getSourceFile(entry)!)!;
    const values = checker.getExportsOfModule(module).filter((symbol) => !isTypeOnly(symbol));
    return values.map((symbol) => resolved(symbol, checker));
  });
  return [...new Set(symbols)].filter(isCalled).map((symbol) => ({
    name: symbol.name,
    examples: symbol
      .getJsDocTags(checker)
      .filter(({ name }) => name === "example")
      .flatMap(({ text }) => blocks(ts.displayPartsToString(text), "ts"))
      .map((code) => ({ name: symbol.name, code })),
  }));
}

/** Where the source of each entry is, as they are built one for one. */
function sourcesOfEntries(): string[] {
  const { exports } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  return Object.values<{ default?: string }>(exports).flatMap(({ default: built }) =>
    built === undefined ? [] : join(packageFolder, built.replace("dist", "src").replace(/js$/, "ts")),
  );
}

function isTypeOnly({ declarations = [] }: ts.Symbol): boolean {
  return declarations.some(ts.isTypeOnlyExportDeclaration);
}

function resolved(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function isCalled({ flags, name }: ts.Symbol): boolean {
  const isClass = (flags & ts.SymbolFlags.Class) !== 0;
  return (flags & ts.SymbolFlags.Function) !== 0 || (isClass && !name.endsWith("Error"));
}
