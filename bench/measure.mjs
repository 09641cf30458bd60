/** Repeated measurements and what is said of them. Times are milliseconds. */

/** The middle of some numbers. */
export function median(numbers) {
  return quantile(numbers, 0.5);
}

/** The number below which this share of the numbers lies. */
export function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** Milliseconds that a task takes. */
export async function timed(task) {
  const startedAt = performance.now();
  await task();
  return performance.now() - startedAt;
}

/**
 * Measures this project and the floor in turns, so that a disturbance of the machine hits both alike. Each side is an
 * async function of the round's number; the first round only warms up. Gives the medians of both, the median of the
 * ratios of the rounds, and their span.
 */
export async function inTurns(rounds, { project, floor }) {
  const pairs = [];
  for (let round = 0; round <= rounds; round += 1) {
    // Whoever comes second inherits the other's garbage and dirty pages: they take turns in that too.
    const isFloorFirst = round % 2 === 1;
    const before = isFloorFirst ? await floor(round) : null;
    const ours = await project(round);
    const pair = { project: ours, floor: before ?? (await floor(round)) };
    if (round > 0) pairs.push(pair);
  }
  const ratios = pairs.map((pair) => pair.project / pair.floor);
  return {
    project: median(pairs.map((pair) => pair.project)),
    floor: median(pairs.map((pair) => pair.floor)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  };
}

/** Does the items so many at a time, each as soon as there is a place. */
export async function atOnce(limit, items, task) {
  const queue = items[Symbol.iterator]();
  const worker = async () => {
    for (const item of queue) await task(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}

/** A benchmark that did something else than it says measures nothing: this stops it. */
export function mustBe(actual, expected, what) {
  if (actual !== expected) throw new Error(`${what}: ${actual} instead of ${expected}`);
}
