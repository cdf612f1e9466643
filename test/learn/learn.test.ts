import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "../../build/learn/ask.ts";
import { learn } from "../../build/learn/learn.ts";
import { ADAPTER_DRIVERS } from "../../src/openocd/data/adapter-drivers.ts";
import { COMMANDS } from "../../src/openocd/data/commands.ts";
import { FLASH_DRIVERS } from "../../src/openocd/data/flash-drivers.ts";
import { bitOf, RELEASES, type ReleaseId, releaseById } from "../../src/openocd/data/releases.ts";
import { allNames, names, releasesWith, type Table } from "../../src/openocd/data/table.ts";
import { TARGET_EVENTS } from "../../src/openocd/data/target-events.ts";
import { TARGET_TYPES } from "../../src/openocd/data/target-types.ts";
import { describeWithOpenocd, openocd } from "../support/openocd.ts";

const ASKED: readonly (readonly [file: string, name: string, table: Table])[] = [
  ["commands.ts", "COMMANDS", COMMANDS],
  ["flash-drivers.ts", "FLASH_DRIVERS", FLASH_DRIVERS],
  ["target-events.ts", "TARGET_EVENTS", TARGET_EVENTS],
  ["target-types.ts", "TARGET_TYPES", TARGET_TYPES],
];
const ADAPTERS = ["adapter-drivers.ts", "ADAPTER_DRIVERS", ADAPTER_DRIVERS] as const;
const IDS = RELEASES.map(({ id }): string => id);

/** A folder with the data in it, to be written to. */
function scratch(): string {
  const root = mkdtempSync(join(tmpdir(), "learn-test-"));
  cpSync("src/openocd/data", join(root, "src/openocd/data"), { recursive: true });
  return root;
}

/** Builds that 0.12.0 is taught anew behind. */
const LIKES = ["0.12.0", "st-1.7.0", "master"] as const satisfies readonly ReleaseId[];

for (const like of LIKES) {
  describeWithOpenocd(`0.12.0, learnt anew as one like ${like}`, () => {
    let root: string;
    const load = (file: string) => import(join(root, "src/openocd/data", file));
    let learnt: ReturnType<typeof learn>;

    beforeAll(() => {
      root = scratch();
      learnt = learn(root, openocd!, "anew", like === "0.12.0" ? undefined : releaseById(like));
    });
    afterAll(() => rmSync(root, { recursive: true }));

    /** The names of the new build, and that the others have what they had. */
    async function learntNames(file: string, name: string, table: Table): Promise<string[]> {
      const { [name]: now } = (await load(file)) as Record<string, Table>;
      const then = (await load("table.ts")) as { releasesWith(table: Table, name: string): string[] };
      const having = Array.from(allNames(table), (one) => [one, then.releasesWith(now!, one)] as const);
      for (const [one, ids] of having) {
        expect([one, ...ids.filter((id) => id !== "anew")]).toEqual([one, ...releasesWith(table, one)]);
      }
      return having.flatMap(([one, ids]) => (ids.includes("anew") ? [one] : [])).sort();
    }

    test("is most similar to that build, and gets the banner's facts", async () => {
      const { RELEASES: all } = (await load("releases.ts")) as { RELEASES: readonly { id: string }[] };
      expect(all.map(({ id }) => id)).toEqual(IDS.toSpliced(IDS.indexOf(like) + 1, 0, "anew"));
      const { version, vendor, base, commits, jim, joinsExpr } = releaseById("0.12.0");
      const own = { version, vendor, base, commits, jim, joinsExpr, date: "TO FILL IN", note: "TO FILL IN" };
      expect(all.find(({ id }) => id === "anew")).toEqual({ id: "anew", ...own });
      expect(learnt.like.id).toBe(like);
    });

    test.each(ASKED)("%s has for it what it has for 0.12.0", async (file, name, table) => {
      expect(await learntNames(file, name, table)).toEqual(names(table, "0.12.0"));
    });

    test("adapters that it is built without are those of the build that it is like", async () => {
      const { adapterDrivers } = ask(openocd!, allNames(FLASH_DRIVERS));
      const all = new Set([...adapterDrivers, ...names(ADAPTER_DRIVERS, like)]);
      expect(await learntNames(...ADAPTERS)).toEqual([...all].sort());
      const unbuilt = names(ADAPTER_DRIVERS, like).filter((name) => !adapterDrivers.includes(name));
      expect(learnt.unbuilt).toEqual(unbuilt);
    });
  });
}

describeWithOpenocd("0.12.0, learnt anew", () => {
  test("changes no more than a digit of each mask", () => {
    const root = scratch();
    try {
      learn(root, openocd!, "anew");
      const after = 31 - Math.clz32(bitOf("0.12.0"));
      const digit = new RegExp(`(?<=0b\\d*)(\\d)(?=\\d{${after}},)`, "g");
      for (const [file] of [...ASKED, ADAPTERS]) {
        const [old, now] = [".", root].map((from) =>
          readFileSync(join(from, "src/openocd/data", file), "utf8"),
        );
        expect(now).toBe(old!.replace(digit, "$1$1"));
      }
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  test("tells the same of its commands with another adapter, save what `dummy` brings", () => {
    const { adapter, commands } = ask(openocd!, [], "no-such-adapter");
    expect(adapter).not.toBe("dummy");
    const others = names(COMMANDS, "0.12.0").filter((name) => !/^dummy\b/.test(name));
    expect([...commands].sort()).toEqual(others);
  });

  test("flash drivers are found without any that are known", () => {
    expect([...ask(openocd!, []).flashDrivers].sort()).toEqual(names(FLASH_DRIVERS, "0.12.0"));
  });

  test("an id that is there, and a program that is none, are refused before anything is written", () => {
    expect(() => learn("/nowhere", openocd!, "master")).toThrow("there is a build master already");
    expect(() => learn("/nowhere", openocd!, "two words")).toThrow('"two words" is no id');
    expect(() => learn("/nowhere", "/no/such/openocd", "anew")).toThrow("/no/such/openocd cannot be asked");
    expect(() => learn("/nowhere", "/bin/true", "anew")).toThrow("/bin/true did not answer");
  });
});
