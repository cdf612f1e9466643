import type { CommandShape, OptionShape, ValueShape } from "./command-shape.ts";

/** A script for PowerShell, loaded with `l5cfg-fix completion powershell | Out-String | Invoke-Expression`. */
export function powershellScript(program: CommandShape): string {
  return `\
# Completion of ${program.name} for PowerShell.
Register-ArgumentCompleter -Native -CommandName ${quoted(program.name)} -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
${program.commands.map((one) => `    ${quoted(one.name)} = ${quoted(one.description)}`).join("\n")}
  }
  $options = @{
${[{ ...program, name: "" }, ...program.commands].map(optionsOf).join("\n")}
  }
  $words = @{
${[{ ...program, name: "" }, ...program.commands].map(wordsOf).join("\n")}
  }
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($wordToComplete -ne '' -and $typed.Count -gt 0) { $typed = @($typed | Select-Object -SkipLast 1) }
  $command = if ($typed.Count -gt 0 -and $commands.Contains($typed[0])) { $typed[0] } else { '' }
  $previous = if ($typed.Count -gt 0) { $typed[-1] } else { '' }
  $offers = [ordered]@{}
  $value = $options[$command][$previous]
  if ($null -ne $value -and $null -ne $value.Values) {
    foreach ($one in $value.Values) { $offers[$one] = $one }
  } elseif ($wordToComplete -like '-*') {
    foreach ($one in $options[$command].Keys) { $offers[$one] = $options[$command][$one].Text }
  } else {
    foreach ($one in $words[$command]) { $offers[$one] = $one }
    if ($typed.Count -eq 0) { foreach ($one in $commands.Keys) { $offers[$one] = $commands[$one] } }
  }
  # Where nothing is offered, PowerShell completes the names of files.
  $offers.Keys | Where-Object { $_ -like "$wordToComplete*" } | Sort-Object | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $offers[$_])
  }
}
`;
}

function optionsOf({ name, options }: CommandShape): string {
  // PowerShell takes -v and -V for the same: the first counts.
  const known = new Set<string>();
  const isNew = (flag: string) => !known.has(flag.toLowerCase()) && known.add(flag.toLowerCase());
  const lines = options.flatMap((one) => optionLines({ ...one, flags: one.flags.filter(isNew) }));
  return `    ${quoted(name)} = [ordered]@{\n${lines.join("\n")}\n    }`;
}

function optionLines({ flags, description, value }: OptionShape): string[] {
  return flags.map(
    (flag) => `      ${quoted(flag)} = @{ Text = ${quoted(description)}; Values = ${valuesOf(value)} }`,
  );
}

/** What may follow an option; `$null` where files may, or only the person knows. */
function valuesOf(value: ValueShape | undefined): string {
  return value?.kind === "words" ? list(value.words) : "$null";
}

function wordsOf({ name, words }: CommandShape): string {
  return `    ${quoted(name)} = ${list(words)}`;
}

function list(words: readonly string[]): string {
  return `@(${words.map(quoted).join(", ")})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
