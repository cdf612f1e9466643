import type { Table } from "./table.ts";

/**
 * Adapter drivers, the word after `adapter driver` (`interface` in st-r1), by release. A given
 * program has those it was built with; this is what the sources have. Source: the programs, and the sources for drivers
 * that need special hardware.
 */
export const ADAPTER_DRIVERS: Table = [
  [
    0b111111,
    `
    amt_jtagaccel|arm-jtag-ew|at91rm9200|bcm2835gpio|buspirate|cmsis-dap|ep93xx|ft232r|ftdi|gw16012|hla
    imx_gpio|jlink|jtag_vpi|kitprog|opendous|openjtag|osbdm|parport|presto|remote_bitbang|rlink|st-link
    sysfsgpio|ulink|usb_blaster|usbprog|vsllink|xds110`,
  ],
  [0b111110, "dummy|rshim|xlnx_pcie_xvc"],
  [0b111100, "jtag_dpi|linuxgpiod"],
  [0b111000, "am335xgpio|esp_usb_jtag|vdebug"],
  [0b100000, "angie|ch347|cklink|dmem|eud|linuxspidev|xlnx_axi_xvc|xvc"],
  [0b011111, "aice"],
  [0b000111, "ZY1000|minidummy"],
];
