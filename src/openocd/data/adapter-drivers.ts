import type { Table } from "./table.ts";

/**
 * Adapter drivers, the word after `adapter driver` (`interface` before st-1.4.0), by release. A given
 * program has those it was built with; this is what the sources have. Source: the programs, and the sources for drivers
 * that need special hardware.
 */
export const ADAPTER_DRIVERS: Table = [
  [
    0b111111111111111111,
    `
    amt_jtagaccel|arm-jtag-ew|at91rm9200|bcm2835gpio|buspirate|cmsis-dap|dummy|ep93xx|ftdi|gw16012|hla
    jlink|jtag_vpi|opendous|openjtag|osbdm|parport|presto|remote_bitbang|rlink|sysfsgpio|ulink
    usb_blaster|usbprog|vsllink`,
  ],
  [0b111111111111111110, "ft232r|imx_gpio|kitprog|st-link|xds110"],
  [0b111111111111100000, "rshim|xlnx_pcie_xvc"],
  [0b111111111110000000, "jtag_dpi|linuxgpiod"],
  [0b111110000000000000, "am335xgpio|esp_usb_jtag|vdebug"],
  [0b100000000000000000, "angie|ch347|cklink|dmem|eud|linuxspidev|xlnx_axi_xvc|xvc"],
  [0b011111111111111111, "aice"],
  [0b000000001111111111, "ZY1000|minidummy"],
];
