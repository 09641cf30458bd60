/**
 * One piece of work at a time; what is asked for meanwhile is done together by the next one. The busier it gets, the more
 * is done at once: a statement for a hundred costs little more than one for one.
 */

interface Asked<T> {
  readonly items: readonly T[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/** The same work, gathered; each caller hears how the piece with their items ended. At most so many items a piece. */
export function gathered<T>(
  most: number,
  work: (items: readonly T[]) => Promise<void>,
): (items: readonly T[]) => Promise<void> {
  let waiting: Asked<T>[] = [];
  let isWorking = false;

  async function goOn(): Promise<void> {
    isWorking = true;
    while (waiting.length > 0) {
      const piece = take();
      await work(piece.flatMap(({ items }) => items)).then(
        () => piece.forEach(({ done }) => done()),
        (error: unknown) => piece.forEach(({ failed }) => failed(error)),
      );
    }
    isWorking = false;
  }

  /** The callers who came first, as many as fit; the first one in any case. */
  function take(): Asked<T>[] {
    let size = 0;
    const end = waiting.findIndex(({ items }, i) => (size += items.length) > most && i > 0);
    const piece = end === -1 ? waiting : waiting.slice(0, end);
    waiting = end === -1 ? [] : waiting.slice(end);
    return piece;
  }

  return (items) =>
    new Promise((done, failed) => {
      waiting.push({ items, done, failed });
      if (!isWorking) void goOn();
    });
}
