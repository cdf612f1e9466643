import type { Asked } from "../../workspace.ts";
import type { Candidate } from "./items.ts";

const LONGEST = 60;

/** The variables that can be used at a place: those of the proc around it, and the global ones. */
export function variableNames({ index, models, offset, file }: Asked): Candidate[] {
  const scope = index.commandAt(offset)?.scope;
  const own = index.variables.filter((use) => use.scope?.start === scope?.start && use.role !== "read");
  const written: Candidate[] = own.map(({ name }) => ({ name, kind: "variable" }));
  const globals = models.flatMap(({ config }) =>
    Object.entries(config.variables).map(([name, value]): Candidate => {
      const detail = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
      return { name, kind: "variable", detail };
    }),
  );
  // What is being written is no variable yet.
  const isTyped = ({ name }: Candidate) =>
    index.variables.some((use) => use.name === name && use.end === offset && use.role === "read");
  const all = scope === undefined ? [...globals, ...written] : [...written, ...globals];
  return all.filter(
    (one) => one.name !== "" && (!isTyped(one) || file.text.bytes.split(one.name).length > 2),
  );
}
