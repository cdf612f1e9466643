import { expect, it } from "vitest";
import { explainLog } from "../../src/log/explain.ts";

const banner = (version: string) => `Open On-Chip Debugger ${version}\nLicensed under GNU GPL v2\n`;
const hla =
  "Info : The selected transport took over low-level target control. The results might differ compared to plain JTAG/SWD\n";

/** What people met, cut to the lines that matter, and the one trouble it was; the last ones are none. */
const reports: { thread: string; log: string; says: string[] }[] = [
  {
    thread: "https://stackoverflow.com/questions/66296855",
    log: `${banner("0.10.0+dev-01288-g7491fb4 (2020-10-27-17:36)")}Info : SWD DPIDR 0x1ba01477
Info : accepting 'gdb' connection on tcp/3333
Error: timed out while waiting for target halted
Error executing event gdb-attach on target STM32F103C8Tx.cpu:
TARGET: STM32F103C8Tx.cpu - Not halted
Error executing event gdb-flash-erase-start on target STM32F103C8Tx.cpu:
TARGET: STM32F103C8Tx.cpu - Not halted
Error: Target not halted
Error: failed erasing sectors 0 to 5
Error: flash_erase returned -304
shutdown command invoked`,
    says: ["halt-timeout", "target-not-halted", "erase-failed"],
  },
  {
    thread:
      "https://community.st.com/t5/stm32-mcus-products/nucleo-f411re-openocd-quot-cannot-identify-target-as-a-stm32/td-p/111994",
    log: `${banner("0.11.0")}${hla}Info : device id = 0x10006431
Warn : Cannot identify target as a STM32 family.
Error: auto_probe failed
Error: Connect failed. Consider setting up a gdb-attach event for the target to prepare target for GDB connect, or use 'gdb_memory_map disable'.
Error: attempted 'gdb' connection rejected`,
    says: ["flash-not-identified", "flash-probe-failed", "gdb-refused"],
  },
  {
    thread: "https://community.platformio.org/t/unable-to-upload-code-to-stm32f411ceu6-via-stlink/19894",
    log: `Warn : Cannot identify target as a STM32 family.
Error: auto_probe failed
embedded:startup.tcl:521: Error: ** Programming Failed **
in procedure ‘program’
in procedure ‘program_error’ called at file “embedded:startup.tcl”, line 586
at file “embedded:startup.tcl”, line 521
*** [upload] Error 1`,
    says: ["flash-not-identified", "flash-probe-failed", "programming-failed"],
  },
  {
    thread: "https://github.com/deividAlfa/stm32_soldering_iron_controller/issues/50",
    log: `** Programming Started **
Warn : no flash bank found for address 0x08010000
** Programming Finished **
** Verify Started **
Error: checksum mismatch - attempting binary compare
embedded:startup.tcl:530: Error: ** Verify Failed **`,
    says: ["section-outside-flash", "checksum-mismatch", "verify-failed"],
  },
  {
    thread: "https://github.com/ObKo/stm32-cmake/issues/181",
    log: `** Programming Started **
auto erase enabled
Warn : no flash bank found for address 0
wrote 0 bytes from file USART_TEST.elf in 0.001673s (0.000 KiB/s)
** Programming Finished **
** Verify Started **`,
    says: ["section-outside-flash", "nothing-written"],
  },
  {
    thread: "https://github.com/platformio/platform-ststm32/issues/613",
    log: `xPack OpenOCD x86_64 ${banner("0.11.0+dev (2021-10-16-21:19)")}debug_level: 1

hla_swd
Error: init mode failed (unable to connect to the target)
in procedure 'program'
** OpenOCD init failed **
shutdown command invoked

*** [upload] Error 1`,
    says: ["target-unreachable", "init-failed"],
  },
  {
    thread: "https://stackoverflow.com/questions/57628401",
    log: `>${banner("0.10.0+dev-00021-g524e8c8 (2019-06-12-13:13)")}>Info : clock speed 8000 kHz
>Error: init mode failed (unable to connect to the target)
>in procedure 'init'
>in procedure 'ocd_bouncer'`,
    says: ["target-unreachable"],
  },
  {
    thread: "https://github.com/stecman/hw-boot-selection/issues/7",
    log: `${banner("0.11.0-rc2")}hla_swd
Warn : UNEXPECTED idcode: 0x2ba01477
Error: expected 1 of 1: 0x1ba01477
openocd.cfg:16: Error:
in procedure 'program_and_run'
in procedure 'program' called at file "openocd.cfg", line 16

make: *** [Makefile:64: flash] Error 1`,
    says: ["idcode-unexpected"],
  },
  {
    thread: "https://github.com/m-labs/artiq/issues/928",
    log: `${banner("0.10.0-00013-gbb7beda (2018-02-13-15:56)")}Error: libusb_open() failed with LIBUSB_ERROR_ACCESS
Error: no device found
Error: unable to open ftdi device with vid 0403, pid 6011, description 'Quad RS232-HS', serial '*' at bus location '*'

Traceback (most recent call last):
  File "/home/me/bin/artiq_flash", line 11, in <module>
    load_entry_point('artiq', 'console_scripts', 'artiq_flash')()
  File "/home/me/artiq/frontend/artiq_flash.py", line 356, in main
    programmer.run()
subprocess.CalledProcessError: Command returned non-zero exit status 1`,
    says: ["usb-access-denied", "ftdi-not-found"],
  },
  {
    thread: "https://github.com/riverloopsec/killerbee/issues/135",
    log: `${banner("0.10.0")}Error: Invalid command argument
embedded:startup.tcl:21: Error: -chain-position required when creating target
in procedure 'script'
at file "embedded:startup.tcl", line 60
in procedure 'target' called at file "openocd_bp.cfg", line 42
in procedure 'ocd_bouncer'
at file "embedded:startup.tcl", line 21`,
    says: ["tap-missing", "argument-invalid"],
  },
  {
    thread:
      "https://community.st.com/t5/stm32cubeide-mcus/nucleo-u575zi-q-can-t-run-any-program-using-openocd/td-p/855626",
    log: `Error: flash write algorithm aborted by target
Error: error executing stm32l4 flash write algorithm
Error: flash write failed = 00000088
Error: block write failed
Error: error writing to flash at address 0x08000000 at offset 0x00000000`,
    says: ["loader-failed", "flash-write-failed"],
  },
  {
    thread: "https://github.com/STMicroelectronics/OpenOCD/issues/21",
    log: `${banner("0.12.0-00017-gb153daa14 (2023-02-03-14:58) [https://github.com/STMicroelectronics/OpenOCD]")}${hla}Error: [stm32f7x.cpu] Cortex-M PARTNO 0x0 is unrecognized
Warn : target stm32f7x.cpu examination failed
Error: [stm32f7x.cpu] Cortex-M PARTNO 0x0 is unrecognized
Error: Target not examined yet`,
    says: ["core-unrecognized", "examination-failed"],
  },
  {
    thread:
      "https://devhide.com/why-am-i-getting-a-communication-failure-when-trying-to-connect-with-stlink-v2-using-openocd-66533547",
    log: `${banner("0.10.0")}${hla}Info : Unable to match requested speed 1000 kHz, using 950 kHz
Error: jtag status contains invalid mode value - communication failure
Polling target stm32f3x.cpu failed, trying to reexamine
Examination failed, GDB will be halted. Polling again in 100ms
Info : Previous state query failed, trying to reconnect
Error: jtag status contains invalid mode value – communication failure
Polling target stm32f3x.cpu failed, trying to reexamine
Examination failed, GDB will be halted. Polling again in 300ms`,
    says: ["communication-lost", "examination-failed"],
  },
  {
    thread: "https://github.com/ilg-archived/openocd/issues/36",
    log: `GNU MCU Eclipse 64-bit ${banner("0.10.0+dev-00352-gaa6c7e9b (2018-10-20-06:18)")}${hla}adapter speed: 1800 kHz
/opt/openocd/bin/..//scripts/target/stm32h7x.cfg:102: Error: invalid command name "stm32h7x.dap"
in procedure 'script'
at file "embedded:startup.tcl", line 60
at file "/opt/openocd/bin/..//scripts/board/st_nucleo_h743zi.cfg", line 8
at file "/opt/openocd/bin/..//scripts/target/stm32h7x.cfg", line 102`,
    says: ["dap-command-under-hla"],
  },
  {
    thread: "https://github.com/riscv-software-src/riscv-tests/pull/38",
    log: "Error: 482 29163 server.c:265 add_service(): couldn't bind tcl to socket: Address already in use",
    says: ["port-in-use"],
  },
  {
    thread: "https://github.com/im-tomu/toboot/issues/13",
    log: `Debug: 229 69 stlink_usb.c:828 stlink_usb_idcode(): IDCODE: 0x0BC11477
Warn : 230 69 hla_interface.c:95 hl_interface_init_target(): UNEXPECTED idcode: 0x0bc11477
Error: 231 69 hla_interface.c:98 hl_interface_init_target(): expected 1 of 1: 0x2ba01477
Debug: 232 69 command.c:628 run_command(): Command failed with error code -4`,
    says: ["idcode-unexpected"],
  },
  {
    thread: "https://github.com/GlasgowEmbedded/glasgow/pull/531",
    log: `${banner("0.12.0+dev-03105-g07141132a (2024-03-06-04:16)")}Info : Listening on port 6666 for tcl connections
Info : SWD DPIDR 0x2ba01477
Info : [stm32f1x.cpu] Cortex-M3 r2p1 processor detected
Info : [stm32f1x.cpu] Examination succeed
Info : Listening on port 3333 for gdb connections
^Cshutdown command invoked`,
    says: [],
  },
  {
    thread: "https://github.com/raspberrypi/pico-sdk/issues/327",
    log: `${banner("0.10.0+dev-geb22ace-dirty (2021-02-23-15:05)")}Info : BCM2835 GPIO JTAG/SWD bitbang driver
Info : Read incorrect DLIPDR 00000000 (possibly CTRL/STAT value) when selecting coreid 0
Info : DAP init failed`,
    says: ["debug-port-silent"],
  },
  {
    thread: "https://github.com/raspberrypi/pico-sdk/issues/1108",
    log: `${banner("0.12.0-rc2 (2022-10-26-14:02)")}Info : CMSIS-DAP: FW Version = 1.10
Error: CMSIS-DAP command 0x1d not implemented
Error: CMSIS-DAP command SWD_Sequence failed.
Info : Read incorrect DLPIDR 0xf0000001 (possibly CTRL/STAT value)`,
    says: ["cmsis-dap-firmware-too-old", "debug-port-silent"],
  },
  {
    thread: "https://github.com/espressif/openocd-esp32/issues/315",
    log: `${banner("v0.12.0-esp32-20230921 (2023-09-21-13:40)")}Info : clock speed 24000 kHz
Error: esp_usb_jtag: IN buffer overflow! (0, size 48)
Error: missing data from bitq interface
Error: Trying to use configured scan chain anyway...
Error: [esp32c6] Unsupported DTM version: 15
Warn : target esp32c6 examination failed`,
    says: ["esp-usb-jtag-silent", "scan-chain-silent", "riscv-dtm-unsupported", "examination-failed"],
  },
  {
    thread: "https://github.com/espressif/openocd-esp32/issues/371",
    log: `$ openocd -f interface/ftdi/esp_ftdi.cfg -f target/esp32.cfg
${banner("v0.12.0-esp32-20250422 (2025-04-22-13:02)")}Info : [esp32.cpu0] Examination succeed
Error: [esp32.cpu1] Unexpected OCD_ID = 00000000
Warn : target esp32.cpu1 examination failed`,
    says: ["second-core-silent"],
  },
  {
    thread: "https://github.com/wuxx/nanoDAP/issues/19",
    log: `${banner("0.11.0-rc2")}Warn : Using CMSIS-DAPv2 interface 1 with wrong class 10 subclass 0 or protocol 0
Warn : could not claim interface: Resource busy
Error: error writing data: Input/Output Error
Error: CMSIS-DAP command CMD_INFO failed.`,
    says: ["cmsis-dap-interface-wrong", "probe-busy", "cmsis-dap-silent"],
  },
  {
    thread: "https://github.com/zephyrproject-rtos/zephyr/issues/57621",
    log: `-- west flash: using runner openocd
${banner("0.12.0")}set_adapter_speed_if_not_set
Can't find interface/picoprobe.cfg
FATAL ERROR: command exited with status 1: /usr/local/bin/openocd -f openocd.cfg -c 'source [find interface/picoprobe.cfg]'`,
    says: ["source-not-found"],
  },
  {
    thread: "https://github.com/zephyrproject-rtos/zephyr/issues/20449",
    log: `${banner("0.10.0+dev-00992-g3333261df-dirty (2019-08-16-00:14)")}Unexpected command line argument: atsamv gpnvm set 1
ERROR: command exited with status 1: /usr/bin/openocd -f openocd.cfg -c init 'atsamv gpnvm set 1'`,
    says: ["command-line-invalid"],
  },
  {
    thread: "https://github.com/STMicroelectronics/OpenOCD/issues/40",
    log: `[stm32u3.cpu] halted due to debug-request, current mode: Thread
Error: Failed to read memory at 0x40015800
Warn : Cannot identify target as an STM32C0/G0/G4/L4/L4+/L5/U0/U5/WB/WL family device.
Error: auto_probe failed`,
    says: ["flash-not-identified", "device-id-unreadable", "flash-probe-failed"],
  },
  {
    thread: "https://github.com/pyocd/pyOCD/issues/1689",
    log: "$ pyocd flash --target stm32l011f4ux bin/firmware.elf\n0000545 C Memory transfer fault (read) @ 0x08000000-0x0800003f [__main__]",
    says: ["other-memory-refused"],
  },
];

it.each(reports)("$thread", ({ log, says }) => {
  const { diagnoses, unknown } = explainLog(log);
  expect(unknown).toEqual([]);
  expect(diagnoses.flatMap(({ id, effects }) => [id, ...effects.map((effect) => effect.id)])).toEqual(says);
  expect(diagnoses.length).toBe(says.length === 0 ? 0 : 1);
});

it("understands the stacks of Jim Tcl 0.83, as OpenOCD's master has it", () => {
  const { diagnoses } = explainLog(`chip.cfg:4: Error: invalid command name "frobnicate"
Traceback (most recent call last):
  File "embedded:startup.tcl", line 28, in script
    source [find board.cfg]
  File "board.cfg", line 2
    source chip.cfg
  File "chip.cfg", line 5
    outer
  File "chip.cfg", line 4, in inner
    frobnicate 1`);
  expect(diagnoses[0]?.places).toEqual([
    {
      at: { file: "chip.cfg", line: 4 },
      calledFrom: [
        { file: "chip.cfg", line: 5 },
        { file: "board.cfg", line: 2 },
      ],
    },
  ]);
});
