import type { Difference, Entity } from "../../compare/difference.ts";
import type { FileComparison } from "../../compare/files.ts";
import type { Project } from "../../install/project.ts";
import { openocdJson } from "../json.ts";
import type { ComparedProjects } from "./compared.ts";

/** What was compared, for programs: differences with the values and places of both sides. */
export function comparedJson({ projects, comparisons, alone }: ComparedProjects): object {
  const side = ({ path, openocd }: Project) => ({ path, openocd: openocdJson(openocd) });
  return {
    file: side(projects.file),
    reference: side(projects.reference),
    comparisons: comparisons.map(comparisonJson),
    alone,
  };
}

function comparisonJson({
  files,
  transports,
  refused,
  differences,
  respelled,
  same,
}: FileComparison): object {
  return {
    ...files,
    transports,
    refused,
    differences: differences.map(differenceJson),
    respelled: respelled.map(({ file, reference }) => ({
      file: entityJson(file),
      reference: entityJson(reference),
    })),
    same,
  };
}

function differenceJson({ id, kind, title, differing, transports, file, reference }: Difference): object {
  return {
    id,
    kind,
    title,
    in: file && reference ? "both" : file ? "file" : "reference",
    differing,
    transports,
    ...(file && { file: entityJson(file) }),
    ...(reference && { reference: entityJson(reference) }),
  };
}

function entityJson({ name, facts, made }: Entity): object {
  const values = Object.fromEntries(facts.map((fact) => [fact.name, fact.value]));
  return { name, values, ...("body" in made && { body: made.body }), ...made.at.toJSON() };
}
