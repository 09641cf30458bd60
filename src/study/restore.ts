/**
 * A copy that is sent back: what it holds and is not here yet is added, in one transaction. In: bytes from anybody. Out:
 * how much came back. Invariant: the same copy again changes nothing, and nothing of anybody else is touched: all rows
 * become those of the learner who sent it.
 */
import {
  addCards,
  addRows,
  addSchedule,
  addSettings,
  cardsHere,
  hasAnswers,
  hasOpenSession,
  holdLearner,
} from '../db/restoring.js';
import { importOf, insertImport } from '../db/imports.js';
import { learnerToday } from '../db/learners.js';
import { lockDecksOf } from '../db/stored-decks.js';
import { zoneNamed } from '../db/zones.js';
import type { StudyDeps } from './deps.js';
import { waitOf } from './import-limit.js';
import type { Restored } from './own-data.js';
import { bringDecks, type Places, type Restoring } from './restore-decks.js';
import { knownLearner } from './sittings.js';

/** Brings a copy back. */
export async function restore(
  deps: StudyDeps,
  learnerId: number,
  { id, bytes }: { id: string; bytes: Uint8Array },
): Promise<Restored> {
  const wasRead = (await importOf(deps.db, { learnerId, id })) !== null;
  const wait = wasRead ? null : await waitOf(deps, learnerId);
  if (wait !== null) return { kind: 'too-often', ...wait };
  const copy = await deps.reader.readCopy(learnerId, bytes);
  // A stranger whose file is no copy stays a stranger: nothing is stored of them.
  const isStranger = (await learnerToday(deps.db, learnerId, deps.now())) === null;
  if (copy === null && isStranger) return { kind: 'unreadable' };
  const learner = await knownLearner(deps, learnerId);
  const outcome = { kind: 'copy' } as const;
  await insertImport(deps.db, { learnerId, id, receivedAt: deps.now(), title: '', outcome });
  if (copy === null) return { kind: 'unreadable' };
  const zone = await zoneNamed(deps.db, copy.learners[0]?.time_zone ?? '');
  return deps.db.transaction(async (tx) => {
    await lockDecksOf(tx, learnerId);
    if (!(await holdLearner(tx, learnerId))) return { kind: 'same' };
    const restoring = { tx, learnerId, copy, now: deps.now(), mostDecks: deps.limits.decks };
    const isNew = !(await hasAnswers(tx, learnerId));
    const places = await bringDecks(restoring);
    if (places === null) return { kind: 'too-many-decks', most: deps.limits.decks };
    if (isNew) await bringSettings(restoring, places, zone ?? learner.timeZone);
    const { cards, answers, others } = await bringProgress(restoring, places);
    const { added: decks } = places;
    if (decks + cards + answers + others === 0) return { kind: 'same' };
    return { kind: 'restored', decks, cards, answers };
  });
}

async function bringSettings(
  { tx, learnerId, copy }: Restoring,
  places: Places,
  zone: string,
): Promise<void> {
  const [settings] = copy.learners;
  if (settings === undefined) return;
  const deckId = places.decks.get(settings.deck_id ?? '') ?? null;
  await addSettings(tx, learnerId, { ...settings, time_zone: zone, deck_id: deckId });
}

/** Cards, answers, sittings and all that hangs on facts; gives how much was not here. */
async function bringProgress(
  restoring: Restoring,
  { decks, facts }: Places,
): Promise<{ cards: number; answers: number; others: number }> {
  const { tx, learnerId, copy, now } = restoring;
  const mine = { learner_id: learnerId };
  const onFacts = <T extends { fact_id: string }>(rows: readonly T[]) =>
    rows.flatMap((row) => {
      const fact = facts.get(row.fact_id);
      return fact === undefined ? [] : [{ ...row, ...mine, fact_id: fact }];
    });
  const cards = unique(onFacts(copy.cards), ({ fact_id }) => fact_id);
  const versions = new Map(cards.map((card) => [card.fact_id, card.version]));
  const brought = await addCards(tx, cards);
  const reviews = onFacts(copy.reviews).filter(
    ({ fact_id, number }) => brought.has(fact_id) && number <= (versions.get(fact_id) ?? 0),
  );
  const answers = await addRows(tx, 'reviews', reviews);
  const sittings = await bringSittings(restoring, { decks, facts });
  const aliases = await addRows(tx, 'aliases', onFacts(copy.aliases));
  const hidden = await addRows(tx, 'hidden_questions', onFacts(copy.hidden_questions));
  const exams = copy.exams.flatMap((exam) => {
    const deck = decks.get(exam.deck_id);
    return deck === undefined ? [] : [{ ...exam, ...mine, deck_id: deck }];
  });
  const plans = await addRows(tx, 'exams', exams);
  const days = copy.study_days.map((day) => ({ ...day, ...mine }));
  const lived = await addRows(tx, 'study_days', days);
  const [schedule] = copy.schedules;
  if (schedule !== undefined) await addSchedule(tx, learnerId, { schedule, now });
  const others = sittings + aliases.length + hidden.length + plans.length + lived.length;
  return { cards: brought.size, answers: answers.length, others };
}

/** Sittings with their steps. At most one stays open: the one that is here, else one that came whole. */
async function bringSittings(
  { tx, learnerId, copy, now }: Restoring,
  { decks, facts }: Omit<Places, 'added'>,
): Promise<number> {
  const known = await cardsHere(tx, learnerId);
  const steps = copy.steps.flatMap((step) => {
    const fact = facts.get(step.fact_id) ?? '';
    if (!known.has(fact)) return [];
    const displaced = facts.get(step.displaced_fact_id ?? '') ?? null;
    return [{ ...step, fact_id: fact, displaced_fact_id: displaced }];
  });
  const stepsOf = new Map<string, number>();
  for (const { session_id: id } of steps) stepsOf.set(id, (stepsOf.get(id) ?? 0) + 1);
  let hasOpen = await hasOpenSession(tx, learnerId);
  const sessions = unique(copy.sessions, ({ id }) => id).flatMap((session) => {
    const deck = decks.get(session.deck_id);
    if (deck === undefined) return [];
    const isWhole = stepsOf.get(session.id) === session.length;
    const staysOpen = session.closed_at === null && isWhole && !hasOpen;
    if (staysOpen) hasOpen = true;
    const end = staysOpen
      ? { paused_at: session.paused_at, closed_at: null }
      : { paused_at: null, closed_at: session.closed_at ?? now.toISOString() };
    return [{ ...session, ...end, learner_id: learnerId, deck_id: deck }];
  });
  const added = await addRows(tx, 'sessions', sessions);
  const isAdded = new Set(added.map((row) => row['id']));
  const unanswered = { answered_at: null, choice: null, reply: null, result: null, remark: null };
  const asked = steps
    .filter(({ session_id: session }) => isAdded.has(session))
    .map((step) => ({
      ...step,
      ...(step.answered_at === null || step.result === null ? unanswered : {}),
      learner_id: learnerId,
    }));
  await addRows(tx, 'steps', asked);
  return added.length;
}

/** The first of every key. */
function unique<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  const known = new Set<string>();
  return rows.filter((row) => {
    const key = keyOf(row);
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
