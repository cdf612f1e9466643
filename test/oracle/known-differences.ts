/** Configs that the program at hand refuses for reasons that no dry run can know, and why. */
const knownDifferences: readonly { pattern: RegExp; why: string }[] = [
  {
    pattern: /^(board|target)\/stm32mp15x.*disabled \+ 1/,
    why: "the config adds to the port of gdb, which is disabled while a program is asked",
  },
  {
    pattern: /^board\/(vd_|xtensa-palladium-vdebug)/,
    why: "OpenOCD 0.12.0 has the adapter driver vdebug; Debian's build leaves it out",
  },
  {
    pattern: /^board\/(sifive-hifive1|ti_tmdx570ls20susb)/,
    why: "the config calls init, for which there is no hardware",
  },
  {
    pattern: /^board\/(digilent_atlys|numato_opsis|reflexces_achilles|esp32(s[23])?-bridge)/,
    why: "a command of an adapter driver refuses its words; those commands are not modelled",
  },
];

/** Of a case, or of one of its differences with the case's name before it. */
export function whyDifferent(line: string): string | undefined {
  return knownDifferences.find(({ pattern }) => pattern.test(line))?.why;
}
