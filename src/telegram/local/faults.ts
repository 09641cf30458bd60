/** Trouble on demand: what the next calls of a method run into instead of, or after, their effect. */

export type Fault =
  /** 429; the call has no effect. */
  | { readonly kind: 'flood'; readonly retryAfter: number }
  /** 403 without an effect, as from a learner who has just blocked the bot. */
  | { readonly kind: 'blocked' }
  /** 500 without an effect. */
  | { readonly kind: 'server' }
  /** No connection: the call never arrives. */
  | { readonly kind: 'unreachable' }
  /** The call takes effect when this is over. */
  | { readonly kind: 'late'; readonly until: () => Promise<void> }
  /** The call takes effect, its answer is lost on the way back. */
  | { readonly kind: 'lost-answer' };

export interface Faults {
  /** The next calls of a method (`*` for any, `file` for a download) fail; default once. */
  readonly fail: (method: string, fault: Fault, times?: number) => void;
  /** The fault of this call, used up by asking. */
  readonly take: (method: string) => Fault | undefined;
}

export function createFaults(): Faults {
  const planned: { readonly method: string; readonly fault: Fault; left: number }[] = [];
  return {
    fail: (method, fault, times = 1) => planned.push({ method, fault, left: times }),
    take(method) {
      const next = planned.find(
        (plan) => plan.left > 0 && (plan.method === '*' || plan.method === method),
      );
      if (next !== undefined) next.left -= 1;
      return next?.fault;
    },
  };
}

/** The error of Node's fetch for a broken connection. */
export function connectionError(code: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}
