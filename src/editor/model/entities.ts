import type { Config, Dap, FlashBank, Made, Proc, Tap, Target } from "../../openocd/model.ts";
import type { Place } from "../../openocd/place.ts";

/** Something that a config makes and that is called by its name. */
export type Entity =
  | { kind: "target"; name: string; made: Target }
  | { kind: "dap"; name: string; made: Dap }
  | { kind: "tap"; name: string; made: Tap }
  | { kind: "bank"; name: string; made: FlashBank }
  | { kind: "proc"; name: string; made: Proc };

/** All that a config makes, procs last: a target may be called as a proc is. */
function entitiesOf({ targets, daps, taps, flashBanks, procs }: Config): Entity[] {
  return [
    ...targets.map((made): Entity => ({ kind: "target", name: made.name, made })),
    ...daps.map((made): Entity => ({ kind: "dap", name: made.name, made })),
    ...taps.map((made): Entity => ({ kind: "tap", name: made.name, made })),
    ...flashBanks.map((made): Entity => ({ kind: "bank", name: made.name, made })),
    ...procs.map((made): Entity => ({ kind: "proc", name: made.name, made })),
  ];
}

/** All of one name: a tap and a target are often called alike. */
export function entitiesNamed(config: Config, name: string): Entity[] {
  return entitiesOf(config).filter((entity) => entity.name === name);
}

/** The command that makes it, as its author wrote it: for what a proc makes, the call of that proc. */
export function placeOfMade({ at, calledFrom, inProc }: Made): Place {
  return (inProc ? calledFrom[0] : undefined) ?? at;
}
