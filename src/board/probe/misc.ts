import type { DebugLink } from "../target/link.ts";
import { Misc, Status } from "./commands.ts";

/** One step of a sequence, and what came of it. */
interface Result {
  value: number;
  status: number;
}

/**
 * RW_MISC: word transfers that are described in one command and answered in the next. The first holds the steps' codes,
 * a byte each, filled up to a multiple of 4, then a value for each.
 */
export function runMisc(link: DebugLink, count: number, data: Buffer): Result[] {
  const values = (count + 3) & ~3;
  const steps = Math.min(count, Math.max(0, Math.floor((data.length - values) / 4)));
  let port = 0;
  let address = 0;
  return Array.from({ length: steps }, (_, index) => {
    const value = data.readUInt32LE(values + 4 * index);
    switch (data[index]) {
      case Misc.ApNumber:
        port = value;
        return { value, status: Status.Ok };
      case Misc.SetAddress:
        address = value;
        return { value, status: Status.Ok };
      case Misc.Write: {
        const isDone = link.memory(port, 0)?.write(address, 4, value) ?? false;
        return { value, status: isDone ? Status.Ok : Status.ApFault };
      }
      case Misc.Read: {
        const read = link.memory(port, 0)?.read(value, 4);
        return { value: read ?? 0, status: read === undefined ? Status.ApFault : Status.Ok };
      }
      default:
        return { value: 0, status: Status.DpError };
    }
  });
}

/** The values, then the statuses. */
export function miscAnswer(results: readonly Result[]): Buffer {
  const answer = Buffer.alloc(8 * results.length);
  results.forEach(({ value, status }, index) => {
    answer.writeUInt32LE(value >>> 0, 4 * index);
    answer.writeUInt32LE(status, 4 * (results.length + index));
  });
  return answer;
}
