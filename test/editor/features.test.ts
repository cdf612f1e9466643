import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {
  CompletionItem,
  DocumentSymbol,
  Hover,
  Location,
  MarkupContent,
  SemanticTokens,
  SignatureHelp,
} from "vscode-languageserver-protocol";
import { legend } from "../../src/editor/features/semantic-tokens.ts";
import { cubeOpenocd, scripts } from "../support/fixtures.ts";
import { type Client, connected, folderWith, removeFolders, uriOf } from "./client.ts";

const target = join(scripts, "target/stm32g0x.cfg");

const text = [
  'echo "é 😀"; set FIRST 1',
  "source [find interface/stlink-dap.cfg]",
  "source [find target/stm32g0x.cfg]",
  "set MINE 1",
  "proc blink {pin {times 3}} {",
  "\tglobal MINE",
  "\tset local $pin",
  '\techo "é 😀 $local $MINE $times"',
  "}",
  "blink 5",
  "adapter_khz 480",
  "$_TARGETNAME configure -event reset-start { blink 7 }",
  "stm32g0x.cpu configure -work-area-size 0x1000",
  "stm32g0x.dap apcsw",
  "jtag newtap other bs -irlen 5",
  "adapter speed ",
  "reset_config ",
  "transport select ",
  "stm32g0x.cpu configure -event ",
  "target create x.cpu ",
  "flash bank x.flash ",
  "# l5cfg-fix disable-next-line work",
  "$_TARGETNAME ",
  "adapter sp",
  "echo $_CH",
  "source [find target/st",
].join("\r\n");

let folder: string;
let board: string;
let editor: Client;

beforeAll(async () => {
  folder = folderWith({ "board.cfg": text });
  board = join(folder, "board.cfg");
  const settings = { openocd: cubeOpenocd, searchPaths: [scripts] };
  editor = (await connected({ folders: [folder], settings })).client;
  // It ends in what is not finished: what is above was there before.
  editor.open(board, text.slice(0, text.lastIndexOf("\r\n")));
  await editor.diagnostics(board);
  await ask<Hover>("hover", "set MINE");
  editor.change(board, text);
});
afterAll(async () => {
  await editor.leave();
  removeFolders();
});

/** Asks about a place: in the first character of some words, or so many further on. */
function ask<T>(method: string, words: string, further = 0, more: object = {}): Promise<T> {
  const start = text.indexOf(words);
  expect(start, words).toBeGreaterThan(-1);
  const position = editor.document(board).positionAt(start + further);
  return editor.request(`textDocument/${method}`, {
    textDocument: { uri: uriOf(board) },
    position,
    ...more,
  });
}

/** What a location covers, with its file where that is another one. */
function covered({ uri, range }: Location): string {
  if (uri !== uriOf(board)) return `${uri.slice(uriOf(scripts).length + 1)}:${range.start.line + 1}`;
  return editor.document(board).getText(range);
}

async function hoverAt(words: string, further = 0): Promise<string> {
  const answer = await ask<Hover | null>("hover", words, further);
  return (answer?.contents as MarkupContent | undefined)?.value ?? "";
}

describe("hover", () => {
  it("says what a variable holds at the end, and where it was set", async () => {
    expect(await hoverAt("$MINE", 1)).toContain("`MINE` = `1`");
    expect(await hoverAt("$_TARGETNAME", 3)).toContain("`_TARGETNAME` = `stm32g0x.cpu`");
    expect(await hoverAt("$local", 2)).toBe("`local`: a variable of the proc `blink`");
  });

  it("says what a target is", async () => {
    const said = await hoverAt("stm32g0x.cpu configure -work", 2);
    expect(said).toContain("type `cortex_m`");
    expect(said).toContain("debug access port `stm32g0x.dap`, AP 0");
    expect(said).toContain("work area of `0x00001000` bytes at `0x20000000`");
    expect(said).toContain("handlers: `examine-end`");
  });

  it("says what a dap is", async () => {
    expect(await hoverAt("stm32g0x.dap", 2)).toContain(
      "debug access port `stm32g0x.dap`, on the TAP `stm32g0x.cpu`",
    );
  });

  it("says what a command does, and what this release calls it", async () => {
    expect(await hoverAt("adapter speed", 9)).toContain("`adapter speed [KHZ]`");
    const old = await hoverAt("adapter_khz", 1);
    expect(old).toContain("Sets the clock of the debug link");
    expect(old).toContain(`OpenOCD ${cubeOpenocd} has \`adapter speed\` for it.`);
  });

  it("says what options, events, procs and scripts are", async () => {
    expect(await hoverAt("-work-area-size 0x1000", 3)).toContain("How many bytes of RAM");
    expect(await hoverAt("reset-start", 3)).toContain("Before anything of a reset is done");
    expect(await hoverAt("blink 5", 1)).toContain("proc `blink {pin {times 3}}`");
    expect(await hoverAt("target/stm32g0x.cfg", 1)).toContain(target);
  });
});

describe("completion", () => {
  const labels = async (words: string, further = words.length) =>
    (await ask<CompletionItem[]>("completion", words, further)).map(({ label }) => label);

  it("gives commands, and the words that go on", async () => {
    expect(await labels("adapter sp")).toEqual(expect.arrayContaining(["speed", "driver", "srst"]));
    const first = await labels("blink 5", 2);
    expect(first).toEqual(expect.arrayContaining(["blink", "flash", "stm32g0x.cpu", "if", "target"]));
    expect(await labels("\n$_TARGETNAME ")).toEqual(expect.arrayContaining(["configure", "cget"]));
  });

  it("gives options, events, drivers, types, flags and transports of the release", async () => {
    expect(await labels("stm32g0x.cpu configure -event ")).toContain("reset-init");
    expect(await labels("stm32g0x.cpu configure -w")).toContain("-work-area-size");
    expect(await labels("target create x.cpu ")).toContain("cortex_m");
    expect(await labels("flash bank x.flash ")).toContain("stm32l4x");
    expect(await labels("reset_config ")).toContain("srst_only");
    expect(await labels("transport select ")).toContain("dapdirect_swd");
    expect(await labels("disable-next-line work")).toContain("work-area-missing");
  });

  it("gives variables and scripts, in place of what was typed", async () => {
    const items = await ask<CompletionItem[]>("completion", "echo $_CH", 9);
    const chip = items.find(({ label }) => label === "_CHIPNAME");
    expect(chip).toMatchObject({ detail: "stm32g0x", textEdit: { newText: "_CHIPNAME" } });
    const { range } = chip!.textEdit as { range: Location["range"] };
    expect(editor.document(board).getText(range)).toBe("_CH");
    expect(await labels('$local $MINE $times"', 3)).toEqual(expect.arrayContaining(["local", "pin", "MINE"]));
    expect(await labels("[find target/st")).toEqual(
      expect.arrayContaining(["target/stm32g0x.cfg", "mem_helper.tcl"]),
    );
  });
});

describe("definition", () => {
  it.each([
    ["blink 5", ["proc blink {pin {times 3}} {"]],
    ["blink 7", ["proc blink {pin {times 3}} {"]],
    ["$MINE", ["set MINE 1"]],
    ["$pin", ["pin"]],
    ["target/stm32g0x.cfg", ["target/stm32g0x.cfg:1"]],
    ["bs -irlen", ["jtag newtap other bs -irlen 5"]],
    ["stm32g0x.dap", ["target/stm32g0x.cfg:51"]],
    ["stm32g0x.cpu configure -work", ["target/stm32g0x.cfg:52", "target/stm32g0x.cfg:48"]],
  ])("of %s", async (words, expected) => {
    const found = (await ask<Location[]>("definition", words, 1)).map(covered);
    expect(found.map((one) => one.split("\r\n")[0])).toEqual(expected);
  });

  it("of a variable that another file sets leads there", async () => {
    const [first] = await ask<Location[]>("definition", "$_TARGETNAME", 2);
    expect(covered(first!)).toBe("target/stm32g0x.cfg:52");
  });
});

describe("references", () => {
  const named = async (words: string, further: number) => {
    const context = { includeDeclaration: true };
    return (await ask<Location[]>("references", words, further, { context })).map(covered);
  };

  it("of procs, variables, targets and scripts, in all files", async () => {
    expect(await named("blink 5", 1)).toEqual(["blink", "blink", "blink"]);
    expect(await named("$MINE", 1)).toEqual(["MINE", "MINE", "MINE"]);
    expect(await named("$local", 1)).toEqual(["local", "local"]);
    const target = await named("stm32g0x.cpu configure -work", 2);
    expect(target).toEqual(
      expect.arrayContaining([
        "stm32g0x.cpu",
        "$_TARGETNAME",
        "target/stm32g0x.cfg:48",
        "target/stm32g0x.cfg:52",
      ]),
    );
    expect(await named("stm32g0x.dap", 2)).toEqual([
      "stm32g0x.dap",
      "target/stm32g0x.cfg:51",
      "target/stm32g0x.cfg:52",
    ]);
    expect(await named("bs -irlen", 1)).toEqual(["other bs"]);
    expect(await named("target/stm32g0x.cfg", 2)).toEqual(["target/stm32g0x.cfg"]);
  });
});

it("the outline has procs, variables, targets and handlers", async () => {
  const found = await ask<DocumentSymbol[]>("documentSymbol", "set");
  expect(found.map(({ name, detail }) => [name, detail])).toEqual(
    expect.arrayContaining([
      ["FIRST", ""],
      ["blink", "{pin {times 3}}"],
      ["reset-start", "handler of $_TARGETNAME"],
    ]),
  );
  const blink = found.find(({ name }) => name === "blink")!;
  expect(editor.document(board).getText(blink.selectionRange)).toBe("blink");
  const first = found.find(({ name }) => name === "FIRST")!;
  expect(editor.document(board).getText(first.range)).toBe("set FIRST 1");
});

describe("signature help", () => {
  const shown = async (words: string) => {
    const help = await ask<SignatureHelp>("signatureHelp", words, words.length);
    const [{ label, parameters }] = help.signatures as [SignatureHelp["signatures"][number]];
    const [start, end] = parameters![help.activeParameter!]!.label as [number, number];
    return [label, label.slice(start, end)];
  };

  it("says what comes next", async () => {
    expect(await shown("adapter speed ")).toEqual(["adapter speed [KHZ]", "[KHZ]"]);
    expect(await shown("flash bank x.flash ")).toEqual(
      ["flash bank NAME DRIVER BASE SIZE CHIP_WIDTH BUS_WIDTH TARGET [OPTION]", "DRIVER"].map((one, i) =>
        i === 0 ? `${one} …` : one,
      ),
    );
    expect(await shown("blink 5")).toEqual(["blink pin [times]", "pin"]);
  });
});

it("semantic tokens say what each word is", async () => {
  const { data } = await ask<SemanticTokens>("semanticTokens/full", "set");
  const document = editor.document(board);
  const words: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [down, right, length, type] = data.slice(i, i + 4) as [number, number, number, number];
    character = down > 0 ? right : character + right;
    line += down;
    const range = { start: { line, character }, end: { line, character: character + length } };
    words.push(`${legend.tokenTypes[type]} ${document.getText(range)}`);
  }
  expect(words).toEqual(
    expect.arrayContaining([
      "keyword proc",
      "function blink",
      "parameter pin",
      "variable local",
      "property -event",
      "number 0x1000",
      "comment # l5cfg-fix disable-next-line work",
      "function adapter",
    ]),
  );
  expect(words.slice(0, 5)).toEqual(["function echo", 'string "', "string é 😀", 'string "', "keyword set"]);
});
