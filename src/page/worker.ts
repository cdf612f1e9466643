import { answer } from "./answer.ts";
import type { Reply, Request } from "./protocol.ts";

/** A worker's own side of its channel. */
interface Channel {
  onmessage: ((event: { data: Request }) => void) | null;
  postMessage(reply: Reply): void;
}

const channel = globalThis as unknown as Channel;

/** Notes on progress come no closer than this, in milliseconds. */
const PAUSE = 100;
let said = 0;

channel.onmessage = ({ data }) => {
  channel.postMessage(
    answer(data, (text) => {
      if (performance.now() - said < PAUSE) return;
      said = performance.now();
      channel.postMessage({ kind: "progress", text });
    }),
  );
};
