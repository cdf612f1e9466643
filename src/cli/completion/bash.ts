import type { CommandShape, ValueShape } from "./command-shape.ts";

/** A script for bash, loaded with `source <(l5cfg-fix completion bash)`. */
export function bashScript(program: CommandShape): string {
  const name = functionName(program.name);
  return `\
# Completion of ${program.name} for bash.
${name}() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command="" options words
  case \${COMP_WORDS[1]} in
    ${pattern(program.commands.map((one) => one.name))}) ((COMP_CWORD > 1)) && command=\${COMP_WORDS[1]} ;;
  esac
  case $command:$previous in
${values(program).join("\n")}
  esac
  case $command in
${program.commands.map((one) => `    ${one.name}) ${choices(one)} ;;`).join("\n")}
    *) ${choices(program)} ;;
  esac
  if [[ $current == -* ]]; then words=$options; fi
  if ((COMP_CWORD == 1)); then words+=" ${program.commands.map((one) => one.name).join(" ")}"; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o bashdefault -o default -F ${name} ${program.name}
`;
}

/** The name of a shell function: no hyphen in it, which POSIX shells do not have there. */
export function functionName(name: string): string {
  return `_${name.replaceAll("-", "_")}`;
}

function choices({ options, words }: CommandShape): string {
  return `options="${options.flatMap(({ flags }) => flags).join(" ")}" words="${words.join(" ")}"`;
}

/** What follows an option: cases of `command:option`, those with the same words together. */
function values(program: CommandShape): string[] {
  const cases = new Map<string, string[]>();
  for (const { name, options } of [{ ...program, name: "" }, ...program.commands]) {
    for (const { flags, value } of options) {
      if (value === undefined) continue;
      const words = flags.map((flag) => `${name}:${flag}`);
      cases.set(reply(value), [...(cases.get(reply(value)) ?? []), ...words]);
    }
  }
  return [...cases].map(([what, words]) => `    ${pattern(words)}) ${what}; return ;;`);
}

function reply(value: ValueShape): string {
  if (value.kind === "words") return `COMPREPLY=($(compgen -W "${value.words.join(" ")}" -- "$current"))`;
  return value.kind === "folder" ? `COMPREPLY=($(compgen -d -- "$current"))` : "COMPREPLY=()";
}

/** For a program without commands, one that is never there. */
function pattern(words: readonly string[]): string {
  return words.join(" | ") || "''";
}
