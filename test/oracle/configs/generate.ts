import fc, { type Arbitrary } from "fast-check";
import { TRANSPORTS, type Transport } from "../ask.ts";
import { commands } from "./commands.ts";

/** A config in pieces, so that it can be made smaller piece by piece. */
export interface Generated {
  /** Selected beforehand, with an adapter; without one the config stands by itself. */
  transport: Transport | undefined;
  steps: string[];
  /** The text of `sub.cfg`, which steps may source. */
  sub: string;
}

/** The config's own text. */
export function textOf({ steps }: Pick<Generated, "steps">): string {
  return `${steps.join("\n")}\n`;
}

/** What most configs begin with, so that there is something to work on. */
const beginnings: Record<Transport, readonly string[]> = {
  jtag: ["jtag newtap chip cpu -irlen 4 -expected-id 0x4ba00477", "jtag newtap chip bs -irlen 5"],
  swd: ["swd newdap chip cpu -irlen 4", "swd newdap chip bs -irlen 5"],
  dapdirect_swd: ["swd newdap chip cpu -irlen 4", "swd newdap chip bs -irlen 5"],
  hla_swd: ["swd newdap chip cpu -irlen 4", "swd newdap chip bs -irlen 5"],
  stlink_swd: ["stlink newtap chip cpu -irlen 4"],
};

const rest = [
  "dap create chip.dap -chain-position chip.cpu",
  "target create chip.cpu cortex_m -dap chip.dap",
];

function beginning(transport: Transport | undefined): Arbitrary<string[]> {
  const lines = ["source [find target/swj-dp.tcl]", ...beginnings[transport ?? "jtag"], ...rest];
  return fc
    .tuple(fc.nat(5), fc.subarray(lines, { minLength: 3 }))
    .map(([kind, some]) => (kind === 0 ? [] : kind === 1 ? some : lines));
}

/** Ways to run a command: bare, caught, or inside something else. `n` keeps the names apart. */
type Wrapping = (command: string, n: number) => string;

const caught: Wrapping = (command, n) => `set r${n} [catch {${command}} m${n}]`;

const wrappings: readonly { weight: number; wrap: Wrapping }[] = [
  { weight: 20, wrap: caught },
  { weight: 2, wrap: (command) => command },
  { weight: 3, wrap: (command, n) => caught(`set x [${command}]`, n) },
  { weight: 2, wrap: (command, n) => caught(`proc p${n} {} {\n  ${command}\n}\np${n}`, n) },
  { weight: 1, wrap: (command, n) => `proc p${n} {} {\n  ${command}\n  return done\n}\nset r${n} [p${n}]` },
  { weight: 1, wrap: (command) => `eval {${command}}` },
  { weight: 1, wrap: (command, n) => `set c${n} {${command}}\neval $c${n}` },
  { weight: 1, wrap: (command, n) => caught(`eval {${command}}`, n) },
  { weight: 1, wrap: (command) => `foreach x {1 2} {\n  ${command}\n}` },
  { weight: 1, wrap: (command, n) => caught(`foreach x {1 2} {\n  ${command}\n}`, n) },
  { weight: 1, wrap: (command) => `if {1} {\n  ${command}\n}` },
  {
    weight: 1,
    wrap: (command, n) => `if {[catch {${command}} m${n}]} { set r${n} bad } else { set r${n} good }`,
  },
  { weight: 1, wrap: (command, n) => `if {[catch {${command}} m${n}]} { echo $m${n} }` },
  { weight: 1, wrap: (command, n) => caught(`if {[${command}] eq "x"} { set y 1 }`, n) },
  { weight: 1, wrap: (command, n) => caught(`expr {[${command}] + 1}`, n) },
  { weight: 1, wrap: (command, n) => caught(`string length "a[${command}]b"`, n) },
  {
    weight: 1,
    wrap: (command, n) =>
      `set code${n} [catch {${command}} m${n}]\nif {$code${n} != 0} { error "failed: $m${n}" }`,
  },
  { weight: 1, wrap: (command, n) => `if {[catch {${command}} m${n}]} { return -code error $m${n} }` },
  { weight: 1, wrap: (command, n) => caught(`proc q${n} {} {\n  return [${command}]\n}\nq${n}`, n) },
  { weight: 1, wrap: (command, n) => caught(`uplevel #0 {${command}}`, n) },
  {
    weight: 1,
    wrap: (command, n) => `set r${n} [catch {${command}} m${n} o${n}]\nset l${n} [dict get $o${n} -level]`,
  },
  {
    weight: 1,
    wrap: (command, n) =>
      caught("source sub.cfg", n) + (command === "" ? "" : `\n${caught(command, n + 50)}`),
  },
  { weight: 1, wrap: () => "source sub.cfg" },
  { weight: 1, wrap: () => "source [find sub.cfg]" },
];

const statements: Arbitrary<{ command: string; wrap: Wrapping }> = fc
  .tuple(
    commands,
    fc.oneof(...wrappings.map(({ weight, wrap }) => ({ weight, arbitrary: fc.constant(wrap) }))),
  )
  .map(([command, wrap]) => ({ command, wrap }));

const jumps = fc.constantFrom(
  "break",
  "continue",
  "return",
  "return x",
  "error oops",
  "return -code 5 x",
  "throw 7 x",
);

// A file that reads itself ends when the program is out of files.
const plain = commands.filter((command) => !command.includes("sub.cfg"));

export const configs: Arbitrary<Generated> = fc
  .constantFrom(...TRANSPORTS, ...TRANSPORTS, undefined)
  .chain((transport) =>
    fc.record({
      transport: fc.constant(transport),
      begin: beginning(transport),
      statements: fc.array(statements, { minLength: 2, maxLength: 10 }),
      jump: fc.oneof({ weight: 12, arbitrary: fc.constant("") }, jumps),
      sub: fc.array(fc.oneof({ weight: 4, arbitrary: plain }, jumps), { maxLength: 2 }),
    }),
  )
  .map(({ transport, begin, statements, jump, sub }) => ({
    transport,
    steps: [
      ...begin,
      ...statements.map(({ command, wrap }, n) => wrap(command, n)),
      ...(jump === "" ? [] : [jump]),
    ],
    sub: `set sub 1\n${sub.join("\n")}\n`,
  }));
