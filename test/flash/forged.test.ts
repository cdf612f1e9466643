import { join } from "node:path";
import { expect, it } from "vitest";
import { flash } from "../../src/flash/index.ts";
import { folderWith } from "../install/fixtures.ts";
import { needPrograms } from "../support/openocd.ts";
import { fakeOpenocd } from "./support/fake.ts";
import { fauxOverlay } from "./support/faux.ts";

// These run programs of a POSIX system.
needPrograms(["sh", "sleep"]);

const firmware = () => join(folderWith({ "fw.bin": "x".repeat(100) }), "fw.bin");

const wrote = 'echo "wrote 100 bytes from file x in 0.1s" >&2';
const verified = 'echo "verified 100 bytes in 0.1s" >&2';
const written = `mark connecting halting erasing writing; ${wrote}`;
const all = `${written}; mark verifying; ${verified}; mark resetting done`;

function flashWith(script: string) {
  const openocdBinary = fakeOpenocd(script);
  return flash({ firmware: firmware(), overlay: fauxOverlay(), openocdBinary });
}

it("what went through all steps is verified", async () => {
  expect(await flashWith(all)).toMatchObject({ ok: true, state: "verified" });
});

it.each([
  ["all steps, and status 1", `${all}; exit 1`, "verify", "written"],
  ["all steps, and a signal", `${all}; kill -SEGV $$`, "verify", "written"],
  [
    "marks of a script",
    `forge connecting halting erasing writing; ${wrote}; forge verifying; ${verified}; forge done`,
    "config",
    "untouched",
  ],
  ["steps out of order", `mark connecting erasing halting; ${all}`, "write", "unknown"],
  ["steps twice", `${written}; ${all}`, "write", "unknown"],
  ["a step left out", `mark connecting halting writing; ${wrote}; mark done`, "write", "unknown"],
  ["only the end", "mark done", "write", "unknown"],
  ["steps after the end", `${all}; mark erasing; exit 0`, "write", "unknown"],
  [
    "a part written",
    `mark connecting halting erasing writing; echo "wrote 64 of 100 bytes" >&2; mark verifying; ${verified}; mark resetting done`,
    "write",
    "partly written",
  ],
  [
    "too little written",
    `${written.replace("wrote 100", "wrote 99")}; mark verifying`,
    "verify",
    "partly written",
  ],
  ["nothing verified", `${written}; mark verifying resetting done`, "verify", "written"],
  ["no verifying step", `${written}; ${verified}; mark resetting done`, "write", "unknown"],
  [
    "verified before it was written",
    `mark connecting halting erasing; ${verified}; mark writing; ${wrote}; mark verifying resetting done`,
    "verify",
    "written",
  ],
])("%s is no success", async (_, script, kind, state) => {
  const result = await flashWith(script);
  expect(result).toMatchObject({ ok: false, state, failure: { kind } });
});
