import { Status } from "./commands.ts";

/** A status followed by a value: the answer of most debug commands. */
export function valueAnswer(value: number, status: number = Status.Ok): Buffer {
  const answer = Buffer.alloc(8);
  answer[0] = status;
  answer.writeUInt32LE(value >>> 0, 4);
  return answer;
}

/** A status alone. */
export function statusAnswer(status: number = Status.Ok): Buffer {
  return Buffer.from([status, 0]);
}
