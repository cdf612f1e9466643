import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { packageFolder } from "../support/command.ts";

const documents = [".", "docs", "docs/rules", "fixtures"].flatMap((folder) =>
  readdirSync(join(packageFolder, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

const read = (name: string) => readFileSync(join(packageFolder, name), "utf8");

/** What a document says, without the code that it shows. */
function prose(name: string): string {
  return read(name).replace(/^```.*?^```$/gms, "");
}

/** The names by which GitHub's pages link to a document's headings. */
function anchors(name: string): string[] {
  return [...prose(name).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** Why a link leads nowhere; undefined for one that leads somewhere. */
function fault(from: string, link: string): string | undefined {
  const [path, anchor] = link.split("#") as [string, string?];
  const to = path === "" ? from : join(dirname(from), path);
  if (!existsSync(join(packageFolder, to))) return `${link}: there is no ${to}`;
  if (anchor !== undefined && !anchors(to).includes(anchor)) return `${link}: ${to} has no such heading`;
  return undefined;
}

it.each(documents)("the links in %s lead somewhere", (name) => {
  const links = [...prose(name).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
  const relative = links.filter((link) => !/^[a-z]+:/.test(link));
  expect(relative.flatMap((link) => fault(name, link) ?? [])).toEqual([]);
});

describe.each(["CONTRIBUTING.md", "docs/how-it-works.md"])("%s", (name) => {
  const text = read(name);

  it("names files that there are", () => {
    const paths = [...text.matchAll(/(?:src|test|docs|fixtures)\/[\w./-]*\w/g)].map(([path]) => path);
    // What is made up, and what is only made when it is asked for.
    const known = paths.filter((path) => !path.includes("YOUR-RULE") && path !== "docs/api");
    expect(known.length).toBeGreaterThan(5);
    expect(known.filter((path) => !existsSync(join(packageFolder, path)))).toEqual([]);
  });

  it("names scripts that there are", () => {
    const { scripts } = JSON.parse(read("package.json"));
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script!);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

describe("the folders of the sources", () => {
  const rows = [...read("docs/how-it-works.md").matchAll(/^\| `(\w+)` +\|/gm)].map(([, folder]) => folder!);

  it("are all listed", () => {
    const entries = readdirSync(join(packageFolder, "src"), { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect([...rows].sort()).toEqual(folders.sort());
  });

  it.each(rows)("%s imports only folders above it", (folder) => {
    const above = rows.slice(0, rows.indexOf(folder) + 1);
    expect(importedBy(folder).filter((other) => rows.includes(other) && !above.includes(other))).toEqual([]);
  });
});

/** The folders of the sources that files of a folder import from. */
function importedBy(folder: string): string[] {
  const names = readdirSync(join(packageFolder, "src", folder), { recursive: true, encoding: "utf8" });
  const imports = names
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => {
      const path = join("src", folder, name);
      const specifiers = read(path).matchAll(/(?:from|import\() ?"(\.[^"]+)"/g);
      return [...specifiers].map(([, specifier]) => join(dirname(path), specifier!).split(sep)[1]!);
    });
  return [...new Set(imports)];
}
