import type { Release } from "../../src/openocd/data/releases.ts";
import { parseVersion, releaseOf } from "../../src/openocd/version.ts";
import { JIM, type JimVersion } from "../../src/tcl/jim.ts";
import type { Answers } from "./ask.ts";

/** Stands where a person has to say what a program does not. */
export const TO_FILL_IN = "TO FILL IN";

/** What a program says of its build; the rest is that of the build that it is like. Throws for a Jim that is not known. */
export function releaseFrom(
  { banner, jim, joinsExpr }: Pick<Answers, "banner" | "jim" | "joinsExpr">,
  id: string,
  like: Release,
): Omit<Release, "id"> & { id: string } {
  const { text, base, commits = like.commits, vendor } = versionIn(banner);
  if (!isKnownJim(jim)) throw new Error(`Jim Tcl ${jim} is not in src/tcl/jim.ts; add it there first`);
  return {
    id,
    version: text,
    vendor: vendor === "unknown" ? like.vendor : vendor,
    base,
    commits,
    date: TO_FILL_IN,
    jim,
    ...(joinsExpr && !JIM[jim].exprWords && { joinsExpr: true as const }),
    note: TO_FILL_IN,
  };
}

function isKnownJim(jim: string): jim is JimVersion {
  return Object.hasOwn(JIM, jim);
}

/** The known build that one with this banner is taken for. */
export function nearestTo(banner: string): Release {
  return releaseOf(versionIn(banner)).release;
}

function versionIn(banner: string) {
  const version = parseVersion(banner);
  if (version === undefined) throw new Error(`there is no version of OpenOCD in what it prints:\n${banner}`);
  return version;
}

/** The text of `releases.ts` with one more build, right behind the one that it is like. */
export function withEntry(text: string, release: ReturnType<typeof releaseFrom>, like: Release): string {
  const fields = Object.entries(release).map(([name, value]) => `    ${name}: ${JSON.stringify(value)},\n`);
  const end = text.indexOf("\n  },\n", text.indexOf(`    id: "${like.id}",\n`)) + "\n  },\n".length;
  const listed = `${text.slice(0, end)}  {\n${fields.join("")}  },\n${text.slice(end)}`;
  return listed.replace(`"${like.id}"`, `"${like.id}" | "${release.id}"`);
}
