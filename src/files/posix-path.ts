import type { PathRules } from "./file-system.ts";

/** Paths as POSIX spells them, without node. Relative ones are relative to `/`. */
export const posixPath: PathRules = {
  sep: "/",
  delimiter: ":",
  isAbsolute: (path) => path.startsWith("/"),
  normalize,
  join: (...parts) => normalize(parts.filter((part) => part !== "").join("/")),
  resolve,
  relative(from, to) {
    const start = stepsOf(resolve(from));
    const end = stepsOf(resolve(to));
    let shared = 0;
    while (shared < start.length && start[shared] === end[shared]) shared++;
    return [...start.slice(shared).map(() => ".."), ...end.slice(shared)].join("/");
  },
  dirname(path) {
    const trimmed = path.replace(/(?<=.)\/+$/, "");
    const slash = trimmed.lastIndexOf("/");
    return slash === -1 ? "." : trimmed.slice(0, slash).replace(/\/+$/, "") || "/";
  },
  basename: (path) => stepsOf(path).at(-1) ?? "",
};

/** What the last absolute part and those after it lead to, from `/`. */
function resolve(...parts: string[]): string {
  const absolute = parts.findLastIndex((part) => part.startsWith("/"));
  const path = normalize(`/${parts.slice(Math.max(absolute, 0)).join("/")}`);
  return path.replace(/(?<=.)\/$/, "");
}

function normalize(path: string): string {
  const isAbsolute = path.startsWith("/");
  const steps: string[] = [];
  for (const step of stepsOf(path)) {
    if (step === ".") continue;
    if (step !== ".." || (!isAbsolute && (steps.at(-1) ?? "..") === "..")) steps.push(step);
    else steps.pop();
  }
  if (isAbsolute && steps.length === 0) return "/";
  return `${isAbsolute ? "/" : ""}${steps.join("/") || "."}${path.endsWith("/") ? "/" : ""}`;
}

function stepsOf(path: string): string[] {
  return path.split("/").filter((step) => step !== "");
}
