import { Core } from "../../src/board/cpu/core.ts";
import { crc32 } from "../board/cpu/programs.ts";
import { CODE, Ram } from "../board/cpu/ram.ts";

const runs = 9;
const ram = new Ram(CODE, new Uint8Array(64 * 1024 + 256));
crc32.forEach((halfword, i) => {
  ram.write(CODE + 2 * i, 2, halfword);
});

/** In millions, in a checksum's loop over 64 KiB. */
function instructionsPerSecond(): number {
  const core = new Core(ram);
  core.registers.set([CODE + 256, 64 * 1024]);
  core.registers[15] = CODE;
  let steps = 0;
  const begin = performance.now();
  while (core.run(1000).kind === "steps") steps += 1000;
  return steps / 1000 / (performance.now() - begin);
}

/** Asks for 10 million, so that a checksum over all of the flash takes seconds. */
export function printCore(): void {
  const rates = Array.from({ length: runs }, instructionsPerSecond).sort((a, b) => a - b);
  const [median, slowest, fastest] = [rates[runs >> 1]!, rates[0]!, rates.at(-1)!].map((rate) =>
    rate.toFixed(1),
  );
  console.log(
    `ARMv6-M core: ${median} million instructions per second (from ${slowest} to ${fastest}), at least 10 wanted`,
  );
}
