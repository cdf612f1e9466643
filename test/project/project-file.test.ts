import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../src/check/api.ts";
import { memoryFiles } from "../../src/files/memory-files.ts";
import { ProjectFileError } from "../../src/project/errors.ts";
import { parseJsonText } from "../../src/project/json-text.ts";
import { openProjects } from "../../src/project/open.ts";
import { projectFileSchema } from "../../src/project/schema.ts";
import { settingsFor } from "../../src/project/settings.ts";

const file = "/work/l5cfg-fix.config.json";

/** A folder with a project file of this text, and what else there is. */
function filesWith(text: string, others: Record<string, string> = {}) {
  return memoryFiles(new Map(Object.entries({ [file]: text, "/work/scripts/a.cfg": "", ...others })));
}

const whole = {
  $schema: "https://unpkg.com/l5cfg-fix/dist/config.schema.json",
  openocd: "0.12",
  openocdBin: "tools/openocd",
  searchPaths: ["scripts"],
  transports: ["hla_swd", "swd"],
  variables: { CHIPNAME: "é" },
  severities: { "work-area-missing": "error" },
  exclude: ["third_party/", "!third_party/ours.cfg"],
  overrides: [
    { files: ["boards/old/"], openocd: "0.10.0", severities: { "work-area-missing": "off" } },
    { files: ["*.board.cfg"], variables: { WORKAREASIZE: "0x1000" }, severities: { "tap-missing": "info" } },
  ],
};

describe("a project file", () => {
  const settings = settingsFor("/work/boards/x.cfg", filesWith(JSON.stringify(whole)))!;

  it("is found upwards, and says how a config is run", () => {
    expect(settings.file).toBe(file);
    expect(settings.openocdBin).toBe("/work/tools/openocd");
    expect(settings.runOf("/work/boards/x.cfg")).toEqual({
      openocd: "0.12.0",
      searchPaths: ["/work/scripts"],
      transports: ["hla_swd", "swd"],
      variables: { CHIPNAME: "\xc3\xa9" },
    });
  });

  it("says what is different for some files, the last word last", () => {
    expect(settings.runOf("/work/boards/old/x.board.cfg")).toMatchObject({
      openocd: "0.10.0",
      variables: { CHIPNAME: "\xc3\xa9", WORKAREASIZE: "0x1000" },
    });
    const levels = ["/work/x.cfg", "/work/boards/old/x.board.cfg", "/elsewhere/x.cfg"].map((name) => [
      settings.severityOf("work-area-missing", name),
      settings.severityOf("tap-missing", name),
    ]);
    expect(levels).toEqual([
      ["error", undefined],
      ["off", "info"],
      ["error", undefined],
    ]);
  });

  it("excludes as .gitignore does", () => {
    const names = ["third_party/a.cfg", "third_party", "a/third_party/b.cfg", "mine/a.cfg"];
    expect(names.map((name) => settings.isExcluded(`/work/${name}`))).toEqual([true, false, true, false]);
    expect(settings.isExcluded("/elsewhere/third_party/a.cfg")).toBe(false);
  });

  it("may have comments, trailing commas and a byte order mark", () => {
    const text = '\ufeff// why\n{ /* 0.11 is what we ship */ "openocd": "0.11.0", }\r\n';
    expect(settingsFor("/work", filesWith(text))!.runOf("/work/x.cfg")).toEqual({ openocd: "0.11.0" });
  });

  it("fits the schema that is published, which refuses what it refuses", () => {
    const fits = new Ajv2020().compile(projectFileSchema());
    expect(fits(whole)).toBe(true);
    for (const wrong of [{ opencd: "0.12.0" }, { severities: { "tap-missing": 2 } }, { overrides: [{}] }]) {
      expect(fits(wrong), JSON.stringify(wrong)).toBe(false);
      expect(() => settingsFor("/work", filesWith(JSON.stringify(wrong)))).toThrow(file);
    }
  });
});

it("is none where no folder above has one, and the nearest of several", () => {
  expect(settingsFor("/elsewhere/x.cfg", filesWith("{}"))).toBeUndefined();
  const fs = filesWith("{}", { "/work/boards/l5cfg-fix.config.json": "{}" });
  expect(settingsFor("/work/boards/deep/x.cfg", fs)!.file).toBe("/work/boards/l5cfg-fix.config.json");
});

describe("what is wrong in a project file is said with its place and what to do", () => {
  const cases: [text: string, place: string, message: string][] = [
    ["", "1:1", "expected a value, found the end of the file"],
    ["[]", "1:1", '"the file" has to be an object: { … }'],
    ['{"openocd": "0.12.0" "x"', "1:22", 'expected , or }, found "'],
    ['{"variables": ["x"]}', "1:15", '"variables" has to be an object'],
    ["{openocd: 1}", "1:2", 'expected a name in quotes ("…") or }, found o'],
    ['{\n  "é": 0x1 }', "2:9", "expected , or }, found x"],
    ['{"openocd": "0.12.0", "openocd": "0.11.0"}', "1:23", '"openocd" is here twice; remove one'],
    ["{} {}", "1:4", "nothing may follow the closing }"],
    ['{"opencd": "x"}', "1:2", '"opencd" is nothing that can be set here; did you mean "openocd"?'],
    ['{\n\t"openocd": "9.9.9"\n}', "2:13", '"openocd" there is no such OpenOCD; the newest is 0.12.0'],
    ['{"openocd": 12}', "1:13", '"openocd" has to be a version in quotes, such as "0.12.0"'],
    ['{"searchPaths": ["scripts", "nope"]}', "1:29", '"nope": there is no such folder'],
    ['{"searchPaths": ["scripts/a.cfg"]}', "1:18", '"scripts/a.cfg": that is no folder'],
    ['{"transports": ["swdd"]}', "1:17", 'did you mean "swd"?'],
    [
      '{"severities": {"tap-mising": "off"}}',
      "1:17",
      'is no rule (l5cfg-fix rules lists them); did you mean "tap-missing"?',
    ],
    ['{"severities": {"tap-missing": "of"}}', "1:32", 'did you mean "off"?'],
    ['{"exclude": ["*a*b*c*d*e*f*"]}', "1:14", '"exclude[0]" has more than 6 wildcards'],
    ['{"overrides": [{"openocd": "0.12.0"}]}', "1:16", '"overrides[0].files" is missing'],
    [
      '{"overrides": [{"files": ["x"],\n "openocdBin": "x"}]}',
      "2:2",
      '"overrides[0].openocdBin" is nothing that can be set here; did you mean "openocd"?',
    ],
    ["//\n".repeat(80_000), "80001:1", "expected a value, found the end of the file"],
    ["//\n".repeat(100_000), "1:1", "it is no plain file of at most 256 KiB"],
    [`${'{"a":'.repeat(100)}`, "1:166", "this is nested too deeply"],
  ];

  it.each(cases.map(([text, place, message]) => ({ text, place, message })))(
    "$place: $message",
    ({ text, place, message }) => {
      const read = () => settingsFor("/work/x.cfg", filesWith(text));
      expect(read).toThrow(`${file}:${place}: `);
      expect(read).toThrow(message);
    },
  );
});

describe("any text", () => {
  it("of JSON has the value that JSON.parse gives", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2, "\t"), (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        expect(parseJsonText(text).value).toEqual(JSON.parse(text));
      }),
    );
  });

  it("is a project file or an error that says where", () => {
    const text = JSON.stringify(whole, undefined, 1);
    const broken = fc
      .tuple(fc.nat(text.length), fc.nat(9), fc.string({ maxLength: 4 }))
      .map(([at, length, other]) => text.slice(0, at) + other + text.slice(at + length));
    fc.assert(
      fc.property(fc.oneof(broken, fc.string(), fc.json()), (content) => {
        try {
          const settings = settingsFor("/work/a.cfg", filesWith(content))!;
          settings.runOf("/work/a.cfg");
          settings.isExcluded("/work/b/a.cfg");
          settings.severityOf("tap-missing", "/work/a.cfg");
        } catch (error) {
          expect(error).toBeInstanceOf(ProjectFileError);
          const { line, column } = (error as ProjectFileError).place;
          expect(content.split("\n")[line - 1]!.length).toBeGreaterThanOrEqual(column - 1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("openProjects", () => {
  const target = "set _CHIPNAME x\nswd newdap x cpu -irlen 4\ndap create x.dap -chain-position x.cpu\n";
  const boards = {
    "/work/boards/a.cfg": target,
    "/work/boards/b.cfg": target,
    "/work/boards/third_party.cfg": target,
  };
  const text = (content: object) => filesWith(JSON.stringify(content), boards);

  it("gives configs that are run in the same way together, without those that are excluded", () => {
    const fs = text({
      exclude: ["third_party.cfg"],
      overrides: [{ files: ["b.cfg"], openocd: "0.10.0", transports: ["swd"] }],
    });
    const opened = openProjects("/work/boards", { fs, transports: ["hla_swd"] });
    expect(
      opened.map(({ project, options }) => [project.configs, project.openocd.version, options.transports]),
    ).toEqual([
      [["/work/boards/a.cfg"], "0.12.0", ["hla_swd"]],
      [["/work/boards/b.cfg"], "0.10.0", ["hla_swd"]],
    ]);
  });

  it("throws where nothing is left, and reads no file where none is wanted", () => {
    const fs = text({ exclude: ["boards/"] });
    expect(() => openProjects("/work/boards", { fs })).toThrow(
      `${file} excludes every config of /work/boards`,
    );
    const [only] = openProjects("/work/boards", { fs, projectFile: false });
    expect(only!.project).not.toHaveProperty("projectFile");
  });

  it("has findings reported as it says", () => {
    const at = "/work/boards/a.cfg";
    const found = (content: object) => {
      const fs = filesWith(JSON.stringify(content), { [at]: "adapter driver nope\n" });
      const [{ project, options }] = openProjects(at, { fs }) as [ReturnType<typeof openProjects>[0]];
      return check(project, options).findings.map(({ rule, severity }) => `${rule} ${severity}`);
    };
    const [usual] = found({});
    expect(usual).toMatch(/ error$/);
    const rule = usual!.split(" ")[0]!;
    expect(found({ severities: { [rule]: "info" } })).toEqual([`${rule} info`]);
    expect(found({ severities: { [rule]: "off" } })).toEqual([]);
    expect(found({ overrides: [{ files: ["elsewhere/"], severities: { [rule]: "off" } }] })).toEqual([usual]);
  });
});
