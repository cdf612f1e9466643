import { posix } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { posixPath } from "../../src/files/posix-path.ts";

const path = fc
  .array(fc.constantFrom("a", "b.cfg", "..", ".", "", "/"), { maxLength: 6 })
  .map((steps) => steps.join("/"));
const absolute = path.map((name) => `/${name}`);

it("is node's, relative paths being those of the root", () => {
  fc.assert(
    fc.property(path, path, absolute, (one, two, root) => {
      expect(posixPath.normalize(one)).toBe(posix.normalize(one));
      expect(posixPath.join(one, two)).toBe(posix.join(one, two));
      expect(posixPath.resolve(root, one, two)).toBe(posix.resolve(root, one, two));
      expect(posixPath.resolve(one)).toBe(posix.resolve("/", one));
      expect(posixPath.dirname(posix.normalize(one))).toBe(posix.dirname(posix.normalize(one)));
      expect(posixPath.isAbsolute(one)).toBe(posix.isAbsolute(one));
      expect(posixPath.relative(root, one)).toBe(posix.relative(root, posix.resolve("/", one)));
      expect(posixPath.basename(root)).toBe(posix.basename(root));
    }),
    { numRuns: 500 },
  );
});
