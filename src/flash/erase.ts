import { hex32 } from "../hexadecimal.ts";
import type { Region } from "./regions.ts";

/**
 * Tcl that erases the sectors of some regions, and nothing where a part of one lies in no flash bank. OpenOCD's own
 * `flash write_image` would only warn of that, and leave the part out; `flash erase_address` refuses it in these words, when
 * others are erased already (0.12.0, src/flash/nor/core.c).
 */
export function erase(regions: readonly Region[]): string {
  const list = regions.map(({ address, size }) => `${hex32(address)} ${size}`).join(" ");
  return `${oneLine(procedure)}; _l5cfg_erase {${list}}`;
}

// Banks know their size only once they are probed. One that cannot be probed, such as a memory that is not fitted, has
// none. A region may reach from one bank into the next.
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

/** Windows's shell takes no command of several lines. */
function oneLine(tcl: string): string {
  const lines = tcl.trim().split("\n");
  return lines
    .map((line) => line.trim())
    .join("; ")
    .replaceAll("{; ", "{ ")
    .replaceAll("; }", " }");
}
