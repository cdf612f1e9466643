import type { LogEntry } from "../entry.ts";

const ALL = "0.10 to master";

/** The probe, and the USB in between. */
export const probe: readonly LogEntry[] = [
  {
    id: "usb-access-denied",
    stage: "probe",
    patterns: [
      "libusb_open() failed with LIBUSB_ERROR_ACCESS",
      "could not open device {device}: Access denied (insufficient permissions)",
      "libusb_open failed: LIBUSB_ERROR_ACCESS",
    ],
    what: "the probe is there, and you may not open it",
    advice: [
      "On Linux, install the udev rules (Debian's package openocd has them; else copy contrib/60-openocd.rules to /etc/udev/rules.d), run `sudo udevadm control --reload-rules`, and plug the probe in again.",
      "In a container or virtual machine, hand the device through to it.",
      "No sudo is needed once the rules are there.",
    ],
    source: [
      { file: "src/jtag/drivers/libusb_helper.c jtag_libusb_open()", versions: ALL },
      { thread: "https://github.com/sifive/freedom-tools/issues/28" },
      { thread: "https://github.com/ilg-archived/openocd/issues/8" },
    ],
    example: ["Error: libusb_open() failed with LIBUSB_ERROR_ACCESS"],
  },
  {
    id: "usb-driver-missing",
    stage: "probe",
    patterns: [
      "libusb_open() failed with LIBUSB_ERROR_NOT_SUPPORTED",
      "libusb_open() failed with LIBUSB_ERROR_NOT_FOUND",
    ],
    what: "Windows has no driver for the probe that libusb can use",
    advice: [
      "For an ST-LINK install ST's driver (STSW-LINK009, part of STM32CubeIDE); for others put WinUSB in with Zadig.",
    ],
    source: [
      { file: "src/jtag/drivers/libusb_helper.c jtag_libusb_open()", versions: ALL },
      { thread: "https://github.com/espressif/openocd-esp32/issues/260" },
    ],
    example: ["Error: libusb_open() failed with LIBUSB_ERROR_NOT_SUPPORTED"],
  },
  {
    id: "probe-busy",
    stage: "probe",
    patterns: [
      "libusb_open() failed with LIBUSB_ERROR_BUSY",
      "libusb_claim_interface() failed with LIBUSB_ERROR_BUSY",
      "libusb_claim_interface() failed with {error}",
      "could not claim interface: {reason}",
      "claim interface failed",
      "the selected device is already used",
    ],
    what: "another program holds the probe",
    advice: [
      "End it: a debug session of an IDE, another OpenOCD, STM32CubeProgrammer, a serial monitor of the probe's firmware.",
      "Several programs can share one ST-LINK through ST's stlink-server only (`st-link backend tcp`).",
    ],
    follows: ["cmsis-dap-interface-wrong"],
    source: [
      { file: "src/jtag/drivers/stlink_usb.c stlink_usb_usb_open(), stlink_tcp_open()", versions: ALL },
      { file: "src/jtag/drivers/cmsis_dap_usb_bulk.c cmsis_dap_usb_open()", versions: "0.11 to master" },
    ],
    example: ["Warn : could not claim interface: Resource busy"],
  },
  {
    id: "usb-open-failed",
    stage: "probe",
    patterns: [
      "libusb_open() failed with {error}",
      "libusb initialization failed: {error}",
      "unable to open HIDAPI",
    ],
    what: "the probe's USB device cannot be opened",
    advice: ["Plug it in again, at another port; try another cable; end other programs that use it."],
    source: [{ file: "src/jtag/drivers/libusb_helper.c jtag_libusb_open()", versions: ALL }],
    example: ["Error: libusb_open() failed with LIBUSB_ERROR_IO"],
  },
  {
    id: "probe-not-found",
    stage: "probe",
    patterns: ["open failed", "no ST-LINK detected", "ST-LINK open failed (vid/pid mismatch)"],
    what: "no ST-LINK was found, or none that could be opened",
    advice: [
      "Is it plugged in, with a cable that carries data? `lsusb` (Linux) or the device manager (Windows) shows it as 0483:37xx.",
      "Are you allowed to open it? On Linux that takes udev rules; in containers and virtual machines the device has to be handed in.",
      "Is another program using it? End debug sessions and STM32CubeProgrammer.",
      "Does the config name its id? interface/stlink.cfg of your OpenOCD may be older than the probe (`hla_vid_pid`).",
    ],
    follows: ["usb-access-denied", "usb-driver-missing", "probe-busy", "usb-open-failed"],
    source: [
      { file: "src/jtag/drivers/stlink_usb.c stlink_usb_open(), stlink_tcp_open()", versions: ALL },
      { thread: "https://github.com/ahessling/STM32F4Template/issues/1" },
      { thread: "https://manongdao.com/article-2242130.html" },
      { thread: "https://olimex.com/forum/index.php?topic=9750.msg45770" },
    ],
    example: ["Error: open failed", "in procedure 'program'"],
  },
  {
    id: "probe-firmware-broken",
    stage: "probe",
    patterns: [
      "STLINK V0J{version} VID:PID 0000:0000…",
      "STLINK V{version} VID:PID 0000:0000…",
      "STLINK V0J0S0 …",
      "STLINK V0J8S0 …",
      "STLINK v0 JTAG v0 API v{api} SWIM v{swim} VID 0x0000 PID 0x0000…",
    ],
    what: "the ST-LINK does not say what it is: its firmware is damaged, or that of another program (a J-Link's, a clone's)",
    advice: [
      "Write ST's firmware to it again: STSW-LINK007 (or STM32CubeIDE: Help, ST-LINK Upgrade); an ST-LINK that SEGGER's tool turned into a J-Link goes back with STLinkReflash.",
      "Plug it in again first. A clone that cannot be updated has to be replaced.",
    ],
    source: [
      { file: "src/jtag/drivers/stlink_usb.c stlink_usb_version()", versions: ALL },
      { thread: "https://github.com/rust-embedded/book/issues/380" },
    ],
    example: [
      "Info : STLINK V0J8S0 (API v0) VID:PID 0000:0000",
      "Error: init mode failed (unable to connect to the target)",
    ],
  },
  {
    id: "probe-serial-mismatch",
    stage: "probe",
    patterns: ["ST-LINK open failed (serial mismatch)"],
    what: "there are probes, and none with the serial number that was asked for",
    advice: [
      "Look at the number: `lsusb -v` (Linux), or STM32CubeProgrammer. `adapter serial` (once `hla_serial`) takes it as it is printed.",
    ],
    source: [{ file: "src/jtag/drivers/stlink_usb.c stlink_tcp_open()", versions: "0.11 to master" }],
    example: ["Error: ST-LINK open failed (serial mismatch)"],
  },
  {
    id: "stlink-server-unreachable",
    stage: "probe",
    patterns: ["cannot connect to stlink server, errno: {reason}", "cannot get the stlink-server version"],
    what: "ST's stlink-server does not answer",
    advice: ["Start it (`stlink-server`, port 7184), or use the probe directly: `st-link backend usb`."],
    source: [
      {
        file: "src/jtag/drivers/stlink_usb.c stlink_tcp_open()",
        versions: "0.11 to master, ST's r2 to r6",
      },
    ],
    example: ["Error: cannot connect to stlink server, errno: Connection refused"],
  },
  {
    id: "stlink-firmware-too-old",
    stage: "probe",
    patterns: [
      "ST-Link version does not support DAP direct transport",
      "mode (transport) not supported by device",
      "selected mode (transport) not supported",
      "Banked DP registers not supported in current STLink FW",
    ],
    what: "the ST-LINK's firmware cannot do what this transport needs",
    advice: [
      "Update its firmware with ST's STSW-LINK007 (or STM32CubeIDE: Help, ST-LINK Upgrade); dapdirect needs V2J24 or later, or a V3.",
      "An ST-LINK/V1 cannot: use HLA, `interface/stlink.cfg` with hla_swd.",
    ],
    source: [{ file: "src/jtag/drivers/stlink_usb.c stlink_dap_init(), stlink_usb_open()", versions: ALL }],
    example: ["Error: ST-Link version does not support DAP direct transport"],
  },
  {
    id: "cmsis-dap-not-found",
    stage: "probe",
    patterns: [
      "unable to find a matching CMSIS-DAP device",
      "unable to find CMSIS-DAP device",
      "unable to open CMSIS-DAP device {device}",
    ],
    what: "no CMSIS-DAP probe was found, or none that could be opened",
    advice: [
      "Is it plugged in, and does its firmware speak CMSIS-DAP? `lsusb` (Linux) or the device manager (Windows) shows it.",
      "On Linux, install OpenOCD's udev rules and plug it in again.",
      "With several, name one: `cmsis_dap_vid_pid`, `adapter serial`. `cmsis_dap_backend hid` chooses the older protocol.",
    ],
    follows: ["usb-access-denied", "probe-busy", "usb-open-failed"],
    source: [{ file: "src/jtag/drivers/cmsis_dap.c cmsis_dap_open()", versions: ALL }],
    example: ["Error: unable to find a matching CMSIS-DAP device"],
  },
  {
    id: "cmsis-dap-firmware-too-old",
    stage: "probe",
    patterns: ["CMSIS-DAP command {code} not implemented", "CMSIS-DAP command SWD_Sequence failed."],
    what: "the CMSIS-DAP probe does not know a command that OpenOCD needs",
    advice: [
      "Update its firmware, to CMSIS-DAP 1.2 or later: chips with several cores on one SWD line (RP2040, RP2350) need its `SWD_Sequence`.",
      "Or use another probe, such as a Raspberry Pi Debug Probe.",
    ],
    source: [
      { file: "src/jtag/drivers/cmsis_dap.c cmsis_dap_xfer()", versions: "0.11 to master" },
      { thread: "https://github.com/raspberrypi/pico-sdk/issues/1108" },
    ],
    example: [
      "Error: CMSIS-DAP command 0x1d not implemented",
      "Error: CMSIS-DAP command SWD_Sequence failed.",
    ],
  },
  {
    id: "cmsis-dap-interface-wrong",
    stage: "probe",
    patterns: [
      "Using CMSIS-DAPv2 interface {n} with wrong class {class} subclass {subclass} or protocol {protocol}",
    ],
    what: "OpenOCD takes another USB interface of the probe for its CMSIS-DAP one",
    advice: ['Use the older protocol: `-c "cmsis_dap_backend hid"` after the interface\'s config.'],
    isHint: true,
    source: [
      { file: "src/jtag/drivers/cmsis_dap_usb_bulk.c cmsis_dap_usb_open()", versions: "0.11 to master" },
      { thread: "https://github.com/wuxx/nanoDAP/issues/19" },
    ],
    example: [
      "Warn : Using CMSIS-DAPv2 interface 1 with wrong class 10 subclass 0 or protocol 0",
      "Error: error writing data: Input/Output Error",
    ],
  },
  {
    id: "cmsis-dap-silent",
    stage: "probe",
    patterns: [
      "CMSIS-DAP command {command} failed.",
      "CMSIS-DAP command mismatch. {details}",
      "CMSIS-DAP command failed.",
      "CMSIS-DAP transfer count mismatch: {details}",
      "error reading data: {reason}",
      "error writing data: {reason}",
    ],
    what: "the CMSIS-DAP probe does not answer as it should",
    advice: [
      "Plug it in again. Try the other protocol: `cmsis_dap_backend hid` or `cmsis_dap_backend usb_bulk`.",
      "Update its firmware.",
    ],
    follows: ["cmsis-dap-interface-wrong", "probe-busy"],
    source: [
      { file: "src/jtag/drivers/cmsis_dap.c cmsis_dap_xfer()", versions: ALL },
      {
        thread:
          "https://reddit.gpgaming.de/r/embedded/comments/s20z7j/cmsisdap_not_working_with_openocd_linux",
      },
    ],
    example: ["Error: error writing data: Input/Output Error", "Error: CMSIS-DAP command CMD_INFO failed."],
  },
  {
    id: "jlink-not-found",
    stage: "probe",
    patterns: [
      "No J-Link device found",
      "No J-Link device found.",
      "Failed to open device: {reason}",
      "Cannot find jlink Interface! Please check connection and permissions.",
    ],
    what: "no J-Link was found, or it could not be opened",
    advice: [
      "Is it plugged in? `lsusb` (Linux) or the device manager (Windows) shows it as 1366:….",
      "On Windows OpenOCD needs WinUSB for it (Zadig), not SEGGER's driver. On Linux, install OpenOCD's udev rules.",
    ],
    follows: ["usb-driver-missing", "usb-access-denied", "probe-busy", "usb-open-failed"],
    source: [{ file: "src/jtag/drivers/jlink.c jlink_init()", versions: ALL }],
    example: ["Error: No J-Link device found"],
  },
  {
    id: "xds110-not-found",
    stage: "probe",
    patterns: ["XDS110: failed to connect"],
    what: "no XDS110 probe was found",
    advice: [
      "Look for it with `lsusb -d 0451:`; the probe of a LaunchPad needs its USB cable in the debug port.",
      "On Linux install the udev rules, so that it may be opened without root.",
      "Where several are plugged in, name one: `adapter serial …`.",
    ],
    follows: ["usb-access-denied", "probe-busy"],
    source: [{ file: "src/jtag/drivers/xds110.c xds110_connect()", versions: "0.11 to master" }],
    example: ["Error: XDS110: failed to connect"],
  },
  {
    id: "esp-usb-jtag-not-found",
    stage: "probe",
    patterns: ["esp_usb_jtag: could not find or open device!"],
    what: "no chip of Espressif's with a USB JTAG of its own was found",
    advice: [
      "Plug the cable into the chip's own USB port (D+ and D- on its pins), not into the serial bridge's.",
      "Firmware that uses USB itself takes the port away: hold BOOT while you reset the chip.",
      "On Linux install the udev rules (`lsusb -d 303a:` shows whether it is there).",
    ],
    follows: ["usb-access-denied", "probe-busy"],
    source: [{ file: "src/jtag/drivers/esp_usb_jtag.c esp_usb_jtag_init()", versions: "0.12.0 to master" }],
    example: ["Error: esp_usb_jtag: could not find or open device!"],
  },
  {
    id: "esp-usb-jtag-silent",
    stage: "probe",
    patterns: [
      "esp_usb_jtag: IN buffer overflow! {sizes}",
      "esp_usb_jtag: usb sent only {sent} out of {all} bytes.",
    ],
    what: "the chip's own USB JTAG loses data",
    advice: [
      "Plug it in again, at another port and without a hub; reset the chip with BOOT held, so that its firmware leaves USB alone.",
      "Update OpenOCD: its driver for this port has become better with each of Espressif's releases.",
    ],
    follows: ["usb-access-denied"],
    source: [{ thread: "https://github.com/espressif/openocd-esp32/issues/315" }],
    example: ["Error: esp_usb_jtag: IN buffer overflow! (0, size 48)"],
  },
  {
    id: "raspberry-pi-5",
    stage: "probe",
    patterns: [
      "Raspberrypi Pi 5 has moved GPIOs to PCIe connected RP1 chip.",
      "Native GPIO handling is not supported, use {file}",
    ],
    what: "a Raspberry Pi 5 has its pins on another chip than the config expects",
    advice: ["Use `interface/raspberrypi5-gpiod.cfg` in place of raspberrypi-native.cfg."],
    source: [{ file: "tcl/interface/raspberrypi-native.cfg", versions: "master" }],
    example: [
      "Error: Raspberrypi Pi 5 has moved GPIOs to PCIe connected RP1 chip.",
      "Error: Native GPIO handling is not supported, use 'raspberrypi5-gpiod.cfg'",
    ],
  },
  {
    id: "gpio-pins-moved",
    stage: "probe",
    patterns: ["TMS/SWDIO moved to GPIO 8 (pin 24). Check the wiring please!"],
    what: "this release's config for a Raspberry Pi has TMS/SWDIO at GPIO 8 (pin 24); it was at GPIO 25 (pin 22)",
    advice: [
      "Move the wire, or set the old pin again: `adapter gpio tms -chip 0 25` and `adapter gpio swdio -chip 0 25` after the interface config.",
    ],
    isHint: true,
    source: [{ file: "tcl/interface/raspberrypi-gpio-connector.cfg", versions: "master" }],
    example: [
      "Warn : TMS/SWDIO moved to GPIO 8 (pin 24). Check the wiring please!",
      "Error: Error connecting DP: cannot read IDR",
    ],
  },
  {
    id: "several-probes",
    stage: "probe",
    patterns: [
      "Multiple devices found, specify the desired device",
      "multiple devices found, please specify the serial number",
    ],
    what: "several probes are plugged in, and none is named",
    advice: ["Name one: `adapter serial NUMBER` (`jlink serial`, `hla_serial` before 0.12)."],
    source: [{ file: "src/jtag/drivers/jlink.c jlink_open_device()", versions: ALL }],
    example: ["Error: Multiple devices found, specify the desired device"],
  },
  {
    id: "ftdi-not-found",
    stage: "probe",
    patterns: ["unable to open ftdi device with vid {vid}, pid {pid}, …", "no device found"],
    what: "no FTDI probe with the ids of the config was found, or it could not be opened",
    advice: [
      "Is it plugged in? `lsusb` (Linux) or the device manager (Windows) shows its ids; `ftdi vid_pid` and `ftdi device_desc` of the interface file must be the same.",
      "On Linux, install OpenOCD's udev rules. On Windows it needs WinUSB (Zadig).",
    ],
    follows: ["usb-access-denied", "usb-driver-missing", "probe-busy", "usb-open-failed"],
    source: [
      { file: "src/jtag/drivers/mpsse.c mpsse_open()", versions: ALL },
      { thread: "https://github.com/m-labs/artiq/issues/928" },
    ],
    example: [
      "Error: no device found",
      "Error: unable to open ftdi device with vid 15ba, pid 0003, description 'Olimex OpenOCD JTAG', serial '*' at bus location '*'",
    ],
  },
  {
    id: "usb-transfer-failed",
    stage: "probe",
    patterns: [
      "libusb_bulk_write error: {error}",
      "libusb_bulk_read error: {error}",
      "failed to send USB CMD",
      "failed to receive USB CMD response",
      "read version failed",
      "release interface failed",
      "reset device failed",
      "TCP error status {status}",
      "unknown/unexpected STLINK status code {code}",
      "error while flushing MPSSE queue: {code}",
    ],
    what: "the probe stopped to answer over USB",
    advice: [
      "Was it unplugged? Plug it in again, without a hub, with another cable.",
      "Update the probe's firmware where it happens again and again; clones of the ST-LINK do this too.",
    ],
    source: [
      { file: "src/jtag/drivers/stlink_usb.c stlink_usb_usb_xfer_noerrcheck()", versions: ALL },
      { file: "src/jtag/drivers/libusb_helper.c jtag_libusb_bulk_write()", versions: "0.12.0" },
    ],
    example: ["Error: libusb_bulk_write error: LIBUSB_ERROR_PIPE"],
  },
];
