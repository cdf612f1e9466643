/** What stands for all of an editor's API that nobody looks at: it can be called, made and asked for anything. */
const anything: object = new Proxy(class {}, {
  get: (target, name) => {
    if (name === "prototype") return target.prototype;
    if (name === "then" || typeof name === "symbol") return undefined;
    return anything;
  },
  apply: () => anything,
  construct: () => anything,
});

/** An object that has these, and anything else. */
function withAnythingElse<T extends object>(own: T): T {
  return new Proxy(own, { get: (target, name) => (name in target ? target[name as keyof T] : anything) });
}

/**
 * As much of the module `vscode` as an extension needs that starts a server. What it logs as an error goes to `errors`. It
 * shows that the extension is whole and starts the right program; it is no Visual Studio Code.
 */
export function fakeVscode(errors: string[]): object {
  const silent = () => {};
  const channel = {
    ...{ append: silent, appendLine: silent, show: silent, dispose: silent },
    ...{ info: silent, warn: silent, debug: silent, trace: silent },
    error: (...words: unknown[]) => errors.push(words.join(" ")),
    onDidChangeLogLevel: () => anything,
  };
  return withAnythingElse({
    version: "1.91.0",
    env: withAnythingElse({ appName: "a test", language: "en" }),
    workspace: withAnythingElse({
      getConfiguration: () => ({ get: (_: string, usual: unknown) => usual }),
      workspaceFolders: undefined,
      textDocuments: [],
      notebookDocuments: [],
    }),
    window: withAnythingElse({
      createOutputChannel: () => channel,
      tabGroups: withAnythingElse({ all: [] }),
      visibleTextEditors: [],
      visibleNotebookEditors: [],
    }),
  });
}
