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

/** The sets of a question by their advantages: all that the descent looks at, up to eighty times. */
interface Row {
  /** Of each set: which of the cell's different advantages it has. */
  readonly kindOfSet: readonly number[];
  /** The kinds among its sets, each once, and how welcome the sets of a kind are together. */
  readonly kinds: readonly number[];
  readonly priors: readonly number[];
}

/** Weights for each question's sets, each question's summing to 1. Quick where many sets share one `advantages`. */
export function balancedWeights(questions: readonly (readonly Stake[])[]): number[][] {
  const kinds = new Map<readonly number[], number>();
  const rows = questions.map((sets) => rowOf(sets, kinds));
  const asked = rows.filter((row) => row.kinds.length > 0);
  const factors = balancedFactors([...kinds.keys()], asked);
  return rows.map(({ kindOfSet }, q) => {
    const sets = questions[q] ?? [];
    const weights = kindOfSet.map((kind, i) => (sets[i]?.prior ?? 0) * (factors[kind] ?? 0));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
  });
}

function rowOf(sets: readonly Stake[], known: Map<readonly number[], number>): Row {
  const sums = new Map<number, number>();
  const kindOfSet = sets.map(({ advantages, prior }) => {
    const kind = known.get(advantages) ?? known.size;
    known.set(advantages, kind);
    sums.set(kind, (sums.get(kind) ?? 0) + prior);
    return kind;
  });
  return { kindOfSet, kinds: [...sums.keys()], priors: [...sums.values()] };
}

/** What the prior of a set is multiplied with, by its kind. */
function balancedFactors(kinds: readonly (readonly number[])[], asked: readonly Row[]) {
  const tilt = (kinds[0] ?? []).map(() => 0);
  const shares = new Float64Array(kinds.length);
  let factors = factorsOf(kinds, tilt);
  for (let step = 0; step < STEPS; step += 1) {
    sumShares(asked, factors, shares);
    const excess = tilt.map((_, trick) => averageOf(trick, kinds, shares));
    // The average that is small enough was taken with these factors.
    if (excess.every((value) => Math.abs(value) < SMALL_ENOUGH)) break;
    excess.forEach((value, trick) => {
      const moved = (tilt[trick] ?? 0) + STRIDE * value;
      tilt[trick] = Math.max(-STRONGEST, Math.min(STRONGEST, moved));
    });
    factors = factorsOf(kinds, tilt);
  }
  return factors;
}

const factorsOf = (kinds: readonly (readonly number[])[], tilt: readonly number[]): number[] =>
  kinds.map((advantages) => {
    let exponent = 0;
    for (let trick = 0; trick < tilt.length; trick += 1) {
      exponent -= (tilt[trick] ?? 0) * (advantages[trick] ?? 0);
    }
    return Math.exp(exponent);
  });

/** The advantage of a trick over all questions, when sets of each kind are drawn so often. */
function averageOf(trick: number, kinds: readonly (readonly number[])[], shares: Float64Array) {
  let average = 0;
  for (let kind = 0; kind < kinds.length; kind += 1) {
    average += (shares[kind] ?? 0) * (kinds[kind]?.[trick] ?? 0);
  }
  return average;
}

/** Writes into `shares` how often sets of each kind are drawn, over all questions. */
function sumShares(asked: readonly Row[], factors: readonly number[], shares: Float64Array): void {
  shares.fill(0);
  for (const { kinds, priors } of asked) {
    let total = 0;
    for (let i = 0; i < kinds.length; i += 1) {
      total += (priors[i] ?? 0) * (factors[kinds[i] ?? 0] ?? 0);
    }
    for (let i = 0; i < kinds.length; i += 1) {
      const kind = kinds[i] ?? 0;
      const share = ((priors[i] ?? 0) * (factors[kind] ?? 0)) / total;
      shares[kind] = (shares[kind] ?? 0) + share / asked.length;
    }
  }
}
