/** Configs that the program at hand refuses for reasons that no dry run can know, and why. */
const knownDifferences: readonly { pattern: RegExp; why: string }[] = [
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

export function whyDifferent(key: string): string | undefined {
  return knownDifferences.find(({ pattern }) => pattern.test(key))?.why;
}
