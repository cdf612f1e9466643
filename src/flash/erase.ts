import { hex32 } from "../hexadecimal.ts";
import type { Region } from "./regions.ts";

/**
 * Tcl that erases the sectors of some regions. It erases nothing where a part of a region is in no flash bank.
 * OpenOCD's own `flash write_image` would only warn of that and skip the part. `flash erase_address` would refuse it
 * with this message, but after other regions are already erased (0.12.0, src/flash/nor/core.c).
 */
export function erase(regions: readonly Region[]): string {
  const list = regions.map(({ address, size }) => `${hex32(address)} ${size}`).join(" ");
  return `${oneLine(procedure)}; _l5cfg_erase {${list}}`;
}

// A bank's size is known only after probing. A bank that cannot be probed, such as a memory that is not fitted, has no
// size. A region may extend from one bank into the next.
const procedure = `
proc _l5cfg_erase {regions} {
  set number 0
  foreach bank [flash list] {
    catch { flash probe $number }
    incr number
  }
  foreach {address size} $regions {
    while { $size > 0 } {
      set room 0
      foreach bank [flash list] {
        set base [dict get $bank base]
        set end [expr { $base + [dict get $bank size] }]
        if { $address >= $base && $address < $end } {
          set room [expr { $end - $address }]
        }
      }
      if { $room == 0 } {
        error "No flash at address [format 0x%08x $address]"
      }
      incr address $room
      incr size -$room
    }
  }
  foreach {address size} $regions {
    flash erase_address pad $address $size
  }
}`;

/** A command in Windows's shell must be on one line. */
function oneLine(tcl: string): string {
  const lines = tcl.trim().split("\n");
  return lines
    .map((line) => line.trim())
    .join("; ")
    .replaceAll("{; ", "{ ")
    .replaceAll("; }", " }");
}
