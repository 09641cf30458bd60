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

/** The sets of a question as numbers in a row: the descent looks at them up to eighty times. */
interface Row {
  readonly priors: Float64Array;
  /** Set by set, trick by trick. */
  readonly advantages: Float64Array;
  readonly weights: Float64Array;
}

/** Weights for each question's sets, each question's summing to 1. */
export function balancedWeights(questions: readonly (readonly Stake[])[]): number[][] {
  const rows = questions.map(rowOf);
  const asked = rows.filter(({ priors }) => priors.length > 0);
  const tricks = questions.find((sets) => sets.length > 0)?.[0]?.advantages.length ?? 0;
  const tilt = new Float64Array(tricks);
  const excess = new Float64Array(tricks);
  let step = 0;
  for (; step < STEPS; step += 1) {
    averageAdvantage(asked, tilt, excess);
    if (excess.every((value) => Math.abs(value) < SMALL_ENOUGH)) break;
    excess.forEach((value, trick) => {
      const moved = (tilt[trick] ?? 0) + STRIDE * value;
      tilt[trick] = Math.max(-STRONGEST, Math.min(STRONGEST, moved));
    });
  }
  // The average that was small enough was taken with these weights.
  if (step === STEPS) for (const row of asked) weigh(row, tilt);
  return rows.map(({ weights }) => Array.from(weights));
}

function rowOf(sets: readonly Stake[]): Row {
  const tricks = sets[0]?.advantages.length ?? 0;
  const priors = new Float64Array(sets.length);
  const advantages = new Float64Array(sets.length * tricks);
  sets.forEach((set, i) => {
    priors[i] = set.prior;
    for (let trick = 0; trick < tricks; trick += 1) {
      advantages[i * tricks + trick] = set.advantages[trick] ?? 0;
    }
  });
  return { priors, advantages, weights: new Float64Array(sets.length) };
}

/** Writes the average advantage of each trick into `sums`. */
function averageAdvantage(asked: readonly Row[], tilt: Float64Array, sums: Float64Array): void {
  sums.fill(0);
  for (const row of asked) {
    weigh(row, tilt);
    const { advantages, weights } = row;
    let at = 0;
    for (let i = 0; i < weights.length; i += 1) {
      const share = (weights[i] ?? 0) / asked.length;
      for (let trick = 0; trick < sums.length; trick += 1, at += 1) {
        sums[trick] = (sums[trick] ?? 0) + share * (advantages[at] ?? 0);
      }
    }
  }
}

/** Writes the weights of a question's sets for this tilt. */
function weigh({ priors, advantages, weights }: Row, tilt: Float64Array): void {
  let total = 0;
  let at = 0;
  for (let i = 0; i < priors.length; i += 1) {
    let exponent = 0;
    for (let trick = 0; trick < tilt.length; trick += 1, at += 1) {
      exponent -= (tilt[trick] ?? 0) * (advantages[at] ?? 0);
    }
    const weight = (priors[i] ?? 0) * Math.exp(exponent);
    weights[i] = weight;
    total += weight;
  }
  for (let i = 0; i < weights.length; i += 1) weights[i] = (weights[i] ?? 0) / total;
}
