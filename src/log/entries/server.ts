import type { LogEntry } from "../entry.ts";

const ALL = "0.10 to master";

/** OpenOCD's servers, and GDB. */
export const server: readonly LogEntry[] = [
  {
    id: "port-in-use",
    stage: "server",
    patterns: [
      "couldn't bind {service} to socket on port {port}: {reason}",
      "couldn't bind {service} to socket: {reason}",
    ],
    what: "the port for {service} is taken: another OpenOCD is still running, most often",
    advice: [
      "End it: `lsof -i :3333` (Linux, macOS) or `Get-NetTCPConnection -LocalPort 3333` (Windows) says who holds the port.",
      'To flash no server is needed: `-c "gdb_port disabled; tcl_port disabled; telnet_port disabled"` in front.',
    ],
    source: [
      { file: "src/server/server.c add_service()", versions: ALL },
      { thread: "https://github.com/Marus/cortex-debug/issues/216" },
      { thread: "https://github.com/rust-embedded/book/issues/365" },
      { thread: "https://github.com/sysprogs/openocd/issues/8" },
    ],
    example: ["Error: couldn't bind gdb to socket on port 3333: Address already in use"],
  },
  {
    id: "no-target-for-gdb",
    stage: "server",
    patterns: ["gdb services need one or more targets defined"],
    what: "no target is configured, so there is nothing to debug or flash",
    advice: ["Give the target's config, too: `-f target/….cfg` after the interface."],
    rules: ["target-missing"],
    source: [{ file: "src/server/gdb_server.c gdb_target_add_all()", versions: ALL }],
    example: ["Warn : gdb services need one or more targets defined"],
  },
  {
    id: "gdb-refused",
    stage: "server",
    patterns: [
      "Connect failed. Consider setting up a gdb-attach event for the target to prepare target for GDB connect, or use 'gdb_memory_map disable'.",
      "attempted '{service}' connection rejected",
    ],
    what: "OpenOCD sent GDB away, as it could not look at the flash",
    advice: [
      "Stop the chip when GDB attaches, `-event gdb-attach { halt }`, or give `gdb_memory_map disable`.",
    ],
    follows: ["flash-probe-failed", "examination-failed", "target-not-halted", "halt-timeout"],
    source: [{ file: "src/server/gdb_server.c gdb_new_connection()", versions: ALL }],
    example: ["Error: attempted 'gdb' connection rejected"],
  },
  {
    id: "gdb-lost",
    stage: "server",
    patterns: [
      "Error writing to GDB socket. Dropping the connection.",
      "unknown character({n}) {byte} in reply, dropping connection",
    ],
    what: "GDB went away, or is no GDB",
    advice: [
      "Was GDB ended? Otherwise look at who else talks to that port, and at `set remotetimeout 20` in GDB.",
    ],
    source: [{ file: "src/server/gdb_server.c gdb_write(), gdb_put_packet_inner()", versions: ALL }],
    example: ["Warn : Error writing to GDB socket. Dropping the connection."],
  },
  {
    id: "breakpoints-used-up",
    stage: "server",
    patterns: [
      "Can not find free FPB Comparator!",
      "can't add breakpoint: {reason}",
      "Can not find free DWT Comparator",
    ],
    what: "the chip has no breakpoint left in its hardware",
    advice: ["Delete some: a Cortex-M0 has 4, others have 6 or 8. Code in RAM can have as many as you like."],
    source: [
      { file: "src/target/cortex_m.c cortex_m_set_breakpoint(), src/target/breakpoints.c", versions: ALL },
    ],
    example: [
      "Error: [stm32l5.cpu] Can not find free FPB Comparator!",
      "Error: can't add breakpoint: resource not available",
    ],
  },
];
