/**
 * What the push of a day says, decided from the rows alone. In: a push that its sender has claimed. Out: the first question
 * of today's portion with its sitting opened, the farewell, or nothing.
 * Invariant: opening the sitting and giving the push out of hand are one transaction, so that of two senders one at most has
 * anything to send, and what it sends can be answered. A sitting left for half an hour makes room for the push: its answers
 * stay, what it had not asked is due as before.
 */
import type { Database } from '../db/database.js';
import { hiddenFrom } from '../db/feedback.js';
import { learnerToday, type LearnerToday } from '../db/learners.js';
import {
  beginPush,
  deletePush,
  forgetMessages,
  holdPush,
  markPushSent,
  skipPush,
  standingOf,
  unansweredMessages,
  type PushStanding,
} from '../db/push-sending.js';
import type { ClaimedPush } from '../db/pushes.js';
import { silence } from '../db/schedules.js';
import type { SkipReason } from '../db/schema/daily.js';
import { writeSession, type NewSession } from '../db/sessions.js';
import type { Question } from '../questions/question.js';
import { nextTurn } from '../review/rotate.js';
import type { DeckBank } from './banks.js';
import type { StudyDeps } from './deps.js';
import { currentDeck, openStepNow, plannedSession, rowOf } from './sittings.js';
import { stepOf } from './steps.js';
import type { Step } from './step.js';

export type { ClaimedPush } from '../db/pushes.js';

/** A push on its way: it counts as sent. */
export type DailyPush =
  | {
      readonly kind: 'question';
      readonly step: Step;
      /** The message of the question that was open until now, to lose its buttons. */
      readonly replaced: number | null;
    }
  /** Nothing was answered for a week of pushes: the last one, said once. */
  | { readonly kind: 'farewell' };

/** What a push needs of the house behind it. */
export interface DailyPushes {
  /** Decides and, if something is to be sent, gives the push out of hand; null when nothing is to be sent now. */
  begin(push: ClaimedPush): Promise<DailyPush | null>;
  /** The push stands on the screen, in this message. */
  sent(push: ClaimedPush, messageId: number): Promise<void>;
  /** Messages of earlier pushes that nobody has answered. */
  unanswered(push: ClaimedPush): Promise<readonly number[]>;
  /** Those messages are out of the way. */
  retired(push: ClaimedPush, messageIds: readonly number[]): Promise<void>;
}

const QUIET_MS = 30 * 60_000;
const LATEST_MS = 90 * 60_000;
/** So many without an answer, and every other day is enough; so many, and it is time to stop. */
const UNANSWERED_TO_SPARE = 3;
const UNANSWERED_TO_STOP = 7;

/** Signs of a push: it is read on a lock screen. */
export const LONGEST_PUSH = 350;
/** `☀️ Вопрос 1 из 50 · 17 мин` and the blank line below it. */
const HEADER_SIGNS = 29;
/** `А) ` and the end of a line, or the blank one between long options. */
const OPTION_SIGNS = 5;

/** The pushes over a study; `clock` null: the clock of the database, as every sender reads it. */
export function createDailyPushes(deps: StudyDeps, clock: () => Date | null): DailyPushes {
  const { db } = deps;
  return {
    begin: (push) => begin(deps, push, clock()),

    sent: (push, messageId) => markPushSent(db, push, messageId),

    unanswered: (push) => unansweredMessages(db, push),

    async retired(push, messageIds) {
      if (messageIds.length > 0) await forgetMessages(db, push, messageIds);
    },
  };
}

async function begin(
  deps: StudyDeps,
  push: ClaimedPush,
  now: Date | null,
): Promise<DailyPush | null> {
  const { db } = deps;
  const learner = await learnerToday(db, push.learnerId, deps.now());
  if (learner === null) {
    // Gone since it was claimed: nothing of theirs comes back.
    await deletePush(db, push);
    return null;
  }
  const standing = await standingOf(db, push, now);
  const decision = decide(push, standing, learner.dailyGoal);
  switch (decision.kind) {
    case 'hold':
      await holdPush(db, push, decision.until);
      return null;
    case 'skip':
      await skipPush(db, push, decision.reason);
      return null;
    case 'farewell':
      return sayFarewell(db, push, now);
    case 'ask': {
      const session = await planPush(deps, learner, decision.size);
      if (session === null) {
        await skipPush(db, push, 'nothing');
        return null;
      }
      const replaced = await openStepNow(deps, push.learnerId);
      const isOurs = await openWith(db, push, { session, now });
      if (!isOurs) return null;
      const step = await firstStep(deps, push, session.id);
      return step && { kind: 'question', step, replaced: replaced?.messageId ?? null };
    }
  }
}

async function firstStep(
  deps: StudyDeps,
  { learnerId }: ClaimedPush,
  session: string,
): Promise<Step | null> {
  const first = { session, position: 1 };
  const row = await rowOf(deps, learnerId, first);
  return row && stepOf(first, row);
}

type Decision =
  | { readonly kind: 'hold'; readonly until: Date }
  | { readonly kind: 'skip'; readonly reason: SkipReason | 'late' }
  | { readonly kind: 'farewell' }
  | { readonly kind: 'ask'; readonly size: number };

/** What becomes of a push. The goal is the learner's, in questions a day. */
export function decide(push: ClaimedPush, standing: PushStanding, goal: number): Decision {
  const { now, answersToday, lastDoneAt, unanswered, daysSinceLast } = standing;
  if (standing.isTooLate) return { kind: 'skip', reason: 'late' };
  if (push.isForced) return { kind: 'ask', size: goal };
  if (answersToday >= goal) return { kind: 'skip', reason: 'goal' };
  const quietFrom = (lastDoneAt?.getTime() ?? 0) + QUIET_MS;
  if (quietFrom > now.getTime()) {
    return quietFrom < push.dueAt.getTime() + LATEST_MS
      ? { kind: 'hold', until: new Date(quietFrom) }
      : { kind: 'skip', reason: 'busy' };
  }
  if (unanswered >= UNANSWERED_TO_SPARE && daysSinceLast === 1) {
    return { kind: 'skip', reason: 'sparing' };
  }
  if (unanswered >= UNANSWERED_TO_STOP) return { kind: 'farewell' };
  return { kind: 'ask', size: goal - answersToday };
}

/** The schedule ends with the words that say so. */
async function sayFarewell(
  db: Database,
  push: ClaimedPush,
  now: Date | null,
): Promise<DailyPush | null> {
  const isOurs = await beginPush(db, push, { session: null, now });
  if (!isOurs) return null;
  await silence(db, push.learnerId, 'unanswered');
  return { kind: 'farewell' };
}

/** The push is out of hand, and its sitting open with the first question asked: both or neither. */
function openWith(
  db: Database,
  push: ClaimedPush,
  { session, now }: { session: NewSession; now: Date | null },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await beginPush(tx, push, { session: session.id, now }))) return false;
    await writeSession(tx, session, { asked: 1 });
    return true;
  });
}

/** Today's portion, beginning with a question to tap that fits a lock screen; null when there is none. */
async function planPush(
  deps: StudyDeps,
  learner: LearnerToday,
  size: number,
): Promise<NewSession | null> {
  const { deck, all } = await currentDeck(deps, learner);
  if (deck === null || size < 1) return null;
  const bank = await deps.banks.open(deck);
  const hidden = await hiddenFrom(deps.db, learner.id);
  const session = await plannedSession(deps, {
    ...{ learner, deck, plan: { kind: 'daily', size } },
    deckTitle: all.length > 1 ? deck.title : null,
  });
  const steps = tapFirst(session, bank, hidden);
  return steps && { ...session, steps };
}

/** The steps with the first one that can open a push in front; self-graded ones only when nothing can be tapped. */
function tapFirst(
  { id, steps }: NewSession,
  bank: DeckBank,
  hidden: ReadonlySet<string>,
): NewSession['steps'] | null {
  for (const form of ['choice', 'recall'] as const) {
    for (const [i, step] of steps.entries()) {
      const seed = `${id}:${step.factId}`;
      const fitting = [step.question, ...bank.questionsFor(step.factId, seed, hidden)].filter(
        (question) => question.form === form && fitsPush(question),
      );
      const planned = fitting[0] === step.question ? step : null;
      const turn = planned ?? nextTurn(fitting, { reps: 0, isTapOnly: true, seed });
      if (turn === null) continue;
      const first = { ...step, question: turn.question };
      return [first, ...steps.slice(0, i), ...steps.slice(i + 1)];
    }
  }
  return null;
}

/** Is the question short enough to be read at a glance? Counted as if its options stood in the text. */
export function fitsPush(question: Question): boolean {
  const options = question.form === 'choice' ? question.choices : [];
  const signs = [question.ask, question.material?.text ?? '']
    .map((text) => text.length + 2)
    .concat(options.map(({ text }) => text.length + OPTION_SIGNS));
  return signs.reduce((sum, it) => sum + it, HEADER_SIGNS) <= LONGEST_PUSH;
}
