/** What took the place of an adapter driver that is gone. */
export interface AdapterSuccessor {
  driver: string;
  /** What else there is to do, as the two take other commands. */
  hint: string;
}

/**
 * Drivers of earlier times and of forks. Sources: OpenOCD's NEWS of 0.8 (ft2232) and 0.7 (stlink, ti-icdi), raspberrypi/openocd's own
 * driver for the first picoprobe, whose firmware is a CMSIS-DAP since 2023.
 */
const SUCCESSORS: Readonly<Record<string, AdapterSuccessor>> = {
  ft2232: {
    driver: "ftdi",
    hint: "its commands are others: source the probe's script in interface/ftdi/, or give `ftdi vid_pid` and `ftdi layout_init`",
  },
  stlink: {
    driver: "hla",
    hint: "source interface/stlink.cfg, which has what belongs to it, `hla_layout stlink` among it",
  },
  "ti-icdi": {
    driver: "hla",
    hint: "source interface/ti-icdi.cfg, which has what belongs to it, `hla_layout ti-icdi` among it",
  },
  picoprobe: {
    driver: "cmsis-dap",
    hint: "source interface/cmsis-dap.cfg; a probe with firmware of before 2023 needs new one",
  },
};

/** The driver that took a driver's place; undefined for all others. */
export function successorOfAdapter(driver: string): AdapterSuccessor | undefined {
  return Object.hasOwn(SUCCESSORS, driver) ? SUCCESSORS[driver] : undefined;
}
