import type { FileEdits } from "../edit/edit.ts";
import type { Config } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";
import { withoutCommand } from "./removal.ts";

/**
 * Removes a command that creates a trace port, and the commands that refer to the port while the config is read.
 * Undefined where one of them is part of another command. Handlers and procs that use the port stay: without it
 * nothing calls them.
 */
export function withoutTracePort(config: Config, command: string, at: Place): Fix | undefined {
  const words = wordsAt(at);
  const isWritten = command.split(" ").every((part, i) => words[i]?.literal === part);
  if (!isWritten) return undefined;
  const others = config.uses.filter(
    (use) => use.kind === "trace-command" && use.during.kind === "configuration" && isSame(use.createdAt, at),
  );
  const places = [at, ...others.map((use) => use.at)];
  const edits = places.map((place): FileEdits | undefined => {
    const edit = withoutCommand(place);
    return edit && { file: place.file, edits: [edit] };
  });
  if (!edits.every((one) => one !== undefined)) return undefined;
  return {
    safety: "safe",
    title: `leave out \`${command}\`${others.length > 0 ? " and what refers to it" : ""}: only tracing is lost`,
    edits,
    changes: [],
  };
}

function isSame(a: Place, b: Place): boolean {
  return a.file === b.file && a.start === b.start;
}
