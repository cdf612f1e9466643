/** What was typed to start OpenOCD, where a line shows it behind a prompt or as a tool repeats it. */
export function typedCommand(line: string): string | undefined {
  const at = ["openocd -", "openocd.exe -", 'openocd.exe" -', 'openocd" -']
    .map((text) => line.indexOf(text))
    .find((index) => index !== -1);
  return at === undefined ? undefined : line.slice(at);
}

const WORD = /"([^"]*)"|'([^']*)'|[^\s"']+/g;

/** The files that a command line gives OpenOCD to run: `-f FILE`, `-fFILE`, `--file FILE`, `--file=FILE`. */
export function filesOf(command: string): string[] {
  const words = [...command.matchAll(WORD)].map(([word, double, single]) => double ?? single ?? word);
  return words.flatMap((word, i) => {
    if (word === "-f" || word === "--file") return words[i + 1] ?? [];
    return /^(?:-f|--file=)(.+)/.exec(word)?.[1] ?? [];
  });
}
