/** Sittings and their steps, outside the hot path: opening, pausing, what is on the screen, what came of it. */
import { and, asc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Piece, Question, Result } from '../questions/question.js';
import type { CardState } from '../review/card.js';
import type { StepKey } from './answers.js';
import type { Database, Transaction } from './database.js';
import { cards } from './schema/memory.js';
import { sessions, steps, type SessionKind } from './schema/sittings.js';

/** A sitting to be opened; positions follow the order of `steps`. */
export interface NewSession {
  readonly learnerId: number;
  readonly id: string;
  readonly deckId: string;
  readonly deckTitle: string | null;
  readonly kind: SessionKind;
  readonly now: Date;
  /** The state of a card that does not exist yet. */
  readonly newCard: CardState;
  readonly steps: readonly { factId: string; question: Question; again: Question }[];
}

/** Closes the open sitting, if any, and opens this one, with a card for every fact it asks. */
export async function insertSession(db: Database, session: NewSession): Promise<void> {
  await db.transaction((tx) => writeSession(tx, session));
}

/** The same in a transaction of the caller's; the first `asked` steps count as put. */
export async function writeSession(
  tx: Transaction,
  session: NewSession,
  { asked }: { asked: number } = { asked: 0 },
): Promise<void> {
  const { learnerId, now } = session;
  await closeOpenSession(tx, learnerId, now);
  await tx.insert(sessions).values({
    ...{ learnerId, id: session.id, deckId: session.deckId, deckTitle: session.deckTitle },
    ...{ kind: session.kind, length: session.steps.length, openedAt: now },
  });
  const due = new Date(session.newCard.due);
  await tx
    .insert(cards)
    .values(
      session.steps.map(({ factId }) => ({
        ...session.newCard,
        ...{ learnerId, factId, due, lastReview: null },
      })),
    )
    .onConflictDoNothing();
  await tx.insert(steps).values(
    session.steps.map((step, i) => ({
      ...{ learnerId, sessionId: session.id, position: i + 1 },
      askedAt: i < asked ? now : null,
      ...step,
    })),
  );
}

async function closeOpenSession(tx: Transaction, learnerId: number, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ closedAt: now, pausedAt: null })
    .where(and(eq(sessions.learnerId, learnerId), isNull(sessions.closedAt)));
}

/** Closes the open sitting if it is on another deck than this one; its answers stay. False when there was none. */
export async function closeSessionElsewhere(
  db: Database,
  learnerId: number,
  { deckId, now }: { deckId: string; now: Date },
): Promise<boolean> {
  const isElsewhere = and(isNull(sessions.closedAt), ne(sessions.deckId, deckId));
  const rows = await db
    .update(sessions)
    .set({ closedAt: now, pausedAt: null })
    .where(and(eq(sessions.learnerId, learnerId), isElsewhere))
    .returning({ id: sessions.id });
  return rows.length > 0;
}

/** The first unanswered step of the learner's open sitting; null when none is open. */
export async function openStep(
  db: Database,
  learnerId: number,
): Promise<{ session: string; position: number } | null> {
  const [row] = await db
    .select({ session: steps.sessionId, position: steps.position })
    .from(sessions)
    .innerJoin(
      steps,
      and(eq(steps.learnerId, sessions.learnerId), eq(steps.sessionId, sessions.id)),
    )
    .where(
      and(eq(sessions.learnerId, learnerId), isNull(sessions.closedAt), isNull(steps.answeredAt)),
    )
    .orderBy(asc(steps.position))
    .limit(1);
  return row ?? null;
}

/** The step this very update answered before a crash; null when it answered none. */
export async function stepAnsweredBy(
  db: Database,
  learnerId: number,
  updateId: number,
): Promise<{ session: string; position: number } | null> {
  const [row] = await db
    .select({ session: steps.sessionId, position: steps.position })
    .from(steps)
    .where(and(eq(steps.learnerId, learnerId), eq(steps.updateId, updateId)));
  return row ?? null;
}

const stepAt = (key: StepKey) =>
  and(
    eq(steps.learnerId, key.learnerId),
    eq(steps.sessionId, key.session),
    eq(steps.position, key.position),
  );

const MARK_ASKED = {
  name: 'mark-asked',
  text: `
    with shown as (
      update steps set message_id = $4, asked_at = coalesce(asked_at, $5)
      where learner_id = $1 and session_id = $2 and position = $3
    )
    update sessions set paused_at = null where learner_id = $1 and closed_at is null and paused_at is not null`,
};

/** The question is on the screen in this message; its sitting is no longer paused. */
export async function markAsked(
  db: Database,
  key: StepKey,
  shown: { messageId: number; now: Date },
): Promise<void> {
  const values = [key.learnerId, key.session, key.position, shown.messageId, shown.now];
  await db.$client.query({ ...MARK_ASKED, values });
}

/** Remembers that a hint was shown, unless the step is answered; false then. */
export async function markHinted(db: Database, key: StepKey): Promise<boolean> {
  const rows = await db
    .update(steps)
    .set({ hinted: true })
    .where(and(stepAt(key), isNull(steps.answeredAt)))
    .returning({ position: steps.position });
  return rows.length > 0;
}

/** Pauses the learner's open sitting, or lets it go on (`at` null); false when it was so already. */
export async function setPaused(
  db: Database,
  learnerId: number,
  at: Date | null,
): Promise<boolean> {
  const isOther = at === null ? isNotNull(sessions.pausedAt) : isNull(sessions.pausedAt);
  const rows = await db
    .update(sessions)
    .set({ pausedAt: at })
    .where(and(eq(sessions.learnerId, learnerId), isNull(sessions.closedAt), isOther))
    .returning({ id: sessions.id });
  return rows.length > 0;
}

/** The deck of a sitting; null when it is not the learner's. */
export async function deckOf(
  db: Database,
  { learnerId, session }: { learnerId: number; session: string },
): Promise<string | null> {
  const [row] = await db
    .select({ deckId: sessions.deckId })
    .from(sessions)
    .where(and(eq(sessions.learnerId, learnerId), eq(sessions.id, session)));
  return row?.deckId ?? null;
}

const original = alias(steps, 'original');

const isOriginal = and(
  eq(original.learnerId, steps.learnerId),
  eq(original.sessionId, steps.sessionId),
  eq(original.position, steps.repeats),
);

/** The questions of a sitting that were answered, as they were asked, in their order. */
export async function answeredIn(
  db: Database,
  learnerId: number,
  session: string,
): Promise<{ position: number; question: Question }[]> {
  return db
    .select({
      position: steps.position,
      question: sql<Question>`coalesce(${original.again}, ${steps.question})`,
    })
    .from(steps)
    .leftJoin(original, isOriginal)
    .where(isAnsweredIn(learnerId, session))
    .orderBy(asc(steps.position));
}

const isAnsweredIn = (learnerId: number, session: string) =>
  and(eq(steps.learnerId, learnerId), eq(steps.sessionId, session), isNotNull(steps.answeredAt));

/** A sitting and its answered steps, for a summary; null when it is not the learner's. */
export async function sessionResults(db: Database, learnerId: number, id: string) {
  const isThis = and(eq(sessions.learnerId, learnerId), eq(sessions.id, id));
  const [session] = await db
    .select({ deckId: sessions.deckId, kind: sessions.kind, length: sessions.length })
    .from(sessions)
    .where(isThis);
  if (session === undefined) return null;
  const answered = await db
    .select({
      result: sql<Result>`${steps.result}`,
      topic: sql<Piece>`coalesce(${original.again}, ${steps.question}) -> 'topic'`,
    })
    .from(steps)
    .leftJoin(original, isOriginal)
    .where(isAnsweredIn(learnerId, id))
    .orderBy(asc(steps.position));
  return { ...session, answered };
}
