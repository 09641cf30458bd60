/**
 * Balance: how often each possible set of options is drawn, so that no trick beats chance.
 * In: for every question of a cell its possible sets, each with the advantage of some tricks («take the longest») over
 * chance. Out: weights, as even as the balance allows. Invariant: averaged over the cell, no trick has an advantage,
 * as far as the possible sets permit.
 * The weights are prior · exp(−tilt · advantage), the most even ones with that average (maximum entropy); the tilt is
 * found by descent on a convex function.
 */

/** A set of options as balance sees it. */
export interface Stake {
  /** How welcome the set is, balance apart. */
  readonly prior: number;
  /** Of each trick: 1 − 1/k where it finds the answer among k options, −1/k where it does not. */
  readonly advantages: readonly number[];
}

const STEPS = 80;
/** Below 2 / 0.4, where 0.4 bounds the curvature of three tricks that partly agree. */
const STRIDE = 3.5;
/** Average advantage that is as good as none. */
const SMALL_ENOUGH = 0.008;
/** Bound of the tilt, for cells that no weights can balance. */
const STRONGEST = 10;

/** Weights for each question's sets, each question's summing to 1. */
export function balancedWeights(questions: readonly (readonly Stake[])[]): number[][] {
  const asked = questions.filter((sets) => sets.length > 0);
  const tilt = new Array<number>(asked[0]?.[0]?.advantages.length ?? 0).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const excess = averageAdvantage(asked, tilt);
    if (excess.every((value) => Math.abs(value) < SMALL_ENOUGH)) break;
    excess.forEach((value, trick) => {
      const moved = (tilt[trick] ?? 0) + STRIDE * value;
      tilt[trick] = Math.max(-STRONGEST, Math.min(STRONGEST, moved));
    });
  }
  return questions.map((sets) => weightsOf(sets, tilt));
}

function averageAdvantage(asked: readonly (readonly Stake[])[], tilt: readonly number[]): number[] {
  const sums = tilt.map(() => 0);
  for (const sets of asked) {
    const weights = weightsOf(sets, tilt);
    for (let i = 0; i < sets.length; i += 1) {
      const share = (weights[i] ?? 0) / asked.length;
      const advantages = sets[i]?.advantages ?? [];
      for (let trick = 0; trick < sums.length; trick += 1) {
        sums[trick] = (sums[trick] ?? 0) + share * (advantages[trick] ?? 0);
      }
    }
  }
  return sums;
}

function weightsOf(sets: readonly Stake[], tilt: readonly number[]): number[] {
  let total = 0;
  const raw = sets.map(({ prior, advantages }) => {
    let exponent = 0;
    for (let trick = 0; trick < tilt.length; trick += 1) {
      exponent -= (tilt[trick] ?? 0) * (advantages[trick] ?? 0);
    }
    const weight = prior * Math.exp(exponent);
    total += weight;
    return weight;
  });
  return raw.map((weight) => weight / total);
}
