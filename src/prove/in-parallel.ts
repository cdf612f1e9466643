import { availableParallelism } from "node:os";

/** As many at once as the machine has processors; a few, for each is a program, and maybe a thread. */
const jobs = Math.max(1, Math.min(availableParallelism(), 8));

/** Does work on all, several at once, and answers in their order what came of those that were begun. */
export async function inParallel<Item, Outcome>(
  items: readonly Item[],
  work: (item: Item) => Promise<Outcome>,
  isOver: () => boolean = () => false,
): Promise<Outcome[]> {
  const waiting = [...items.entries()];
  const outcomes: { outcome: Outcome }[] = new Array(items.length);
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined && !isOver(); next = waiting.shift()) {
      const [index, item] = next;
      outcomes[index] = { outcome: await work(item) };
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return outcomes.filter((one) => one !== undefined).map(({ outcome }) => outcome);
}
