import { functionName } from "./bash.ts";
import type { CommandShape, OptionShape, ValueShape } from "./command-shape.ts";

/** A script for zsh, loaded with `source <(l5cfg-fix completion zsh)`, or from a file `_l5cfg-fix` in `$fpath`. */
export function zshScript(program: CommandShape): string {
  const name = functionName(program.name);
  return `\
#compdef ${program.name}
# Completion of ${program.name} for zsh.
${name}() {
  local -a commands=(
${program.commands.map((one) => `    ${quoted(`${one.name}:${one.description}`)}`).join("\n")}
  )
  case $words[2] in
${program.commands.map((one) => branch(one.name, one)).join("\n")}
    *)
      ((CURRENT == 2)) && _describe command commands
${argumentsOf(program, "      ")}
      ;;
  esac
}
if [[ $funcstack[1] == _${program.name} ]]; then
  ${name} "$@"
else
  compdef ${name} ${program.name}
fi
`;
}

/** Its own words only are looked at: the program's name and the command's count as one. */
function branch(name: string, command: CommandShape): string {
  return `\
    ${name})
      if ((CURRENT > 2)); then shift words; ((CURRENT--)); fi
${argumentsOf(command, "      ")}
      ;;`;
}

function argumentsOf({ options, words }: CommandShape, lead: string): string {
  const files = `'*:file:_files'`;
  const first =
    words.length > 0
      ? `'1:word:{_alternative "words:word:(${words.join(" ")})" "files:file:_files"}'`
      : files;
  return `${lead}_arguments \\\n${[...options.flatMap(option), first].map((one) => `${lead}  ${one}`).join(" \\\n")}`;
}

function option({ flags, description, value }: OptionShape): string[] {
  const what = description.replace(/[[\]:]/g, "\\$&");
  return flags.map((flag) => quoted(`*${flag}[${what}]${value === undefined ? "" : action(value)}`));
}

function action(value: ValueShape): string {
  if (value.kind === "words") return `:value:(${value.words.join(" ")})`;
  if (value.kind === "folder") return ":folder:_files -/";
  return value.kind === "file" ? ":file:_files" : ":value: ";
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
