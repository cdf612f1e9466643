/** JSON of ours that somebody has tampered with. */

import type { Random } from "../support/random.ts";
import { mutate } from "./mutate.ts";

const hash = "0123456789abcdef".repeat(4);

const finding = { rule: "work-area-missing", line: 3, message: "none", transports: ["hla_swd"], why: "x" };

const manifest = {
  schema: 1,
  tool: "l5cfg-fix 0.1.0",
  openocd: { version: "0.12.0", why: "assumed", binary: "/usr/bin/openocd" },
  searchPaths: [".", "/scripts", "C:\\ST"],
  transports: ["hla_swd", "jtag"],
  interfaces: { hla: "interface/stlink.cfg", dap: "interface/stlink-dap.cfg" },
  targets: ["target/a.cfg", "board/b.cfg"],
  boards: ["board/b.cfg"],
  files: [
    {
      path: "target/a.cfg",
      original: "/scripts/target/a.cfg",
      originalSha256: hash,
      patchedSha256: hash,
      fixed: [finding],
      left: [finding],
    },
  ],
  left: [{ ...finding, file: "/scripts/b.cfg" }],
  made: {
    path: "/scripts",
    search: ["/mine"],
    transport: ["hla_swd"],
    set: ["A=1"],
    openocd: "0.12.0",
    install: "/opt/st",
    unsafe: false,
    plugin: { path: "/opt/st/plugins/x", isNewest: true },
  },
};

const entry = {
  path: "target/a.cfg",
  step: "patching",
  original: hash,
  patched: hash,
  next: hash,
  aside: "a.cfg.x",
};

const journal = { schema: 1, tool: "l5cfg-fix 0.1.0", files: [entry, { ...entry, leadsTo: "/real/a.cfg" }] };

/** What is put in some value's place. */
const values: readonly ((random: Random) => unknown)[] = [
  () => null,
  () => -1,
  () => 2 ** 53,
  () => [],
  () => ({}),
  () => true,
  () => "",
  () => "../../etc/passwd",
  () => "/etc/passwd",
  () => "C:\\x",
  () => "\\\\host\\share",
  () => "x\n\texec touch /tmp/P\n",
  () => '"; exec evil; #',
  () => "} ; exec evil ; {",
  () => "[exec evil]",
  () => "$::env(HOME)\\",
  () => "a\0b",
  () => "\udc80\u202e\x1b[2J",
  () => "__proto__",
  () => "openocd.cfg",
  (random) => "x".repeat(random.below(100_000)),
  (random) => Array.from({ length: random.below(3000) }, () => "a"),
  (random) => nested(random.below(3000)),
];

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

/** The text of a manifest or journal, one to three of its values changed, and sometimes its bytes. */
function tampered(original: object, random: Random): string {
  const copy = structuredClone(original);
  for (let changes = 1 + random.below(3); changes > 0; changes--) tamper(copy, random);
  const text = JSON.stringify(copy, null, 2);
  return random.percent(20) ? mutate(text, random, text) : text;
}

function tamper(at: object, random: Random): void {
  const keys = Object.keys(at);
  if (keys.length === 0) return;
  const key = random.pick(keys);
  const holder = at as Record<string, unknown>;
  const value = holder[key];
  if (typeof value === "object" && value !== null && random.percent(75)) tamper(value, random);
  else if (random.percent(20)) {
    if (Array.isArray(at)) at.splice(Number(key), 1);
    else delete holder[key];
  } else if (random.percent(10) && Array.isArray(at)) at.push(value);
  else holder[key] = random.pick(values)(random);
}

export function tamperedManifest(random: Random): string {
  return tampered(manifest, random);
}

export function tamperedJournal(random: Random): string {
  return tampered(journal, random);
}
