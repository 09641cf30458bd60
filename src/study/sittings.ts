/** Opening a sitting: which facts, which question of each; and where an open one stands. */
import { readStep, type StepKey, type StepRow } from '../db/answers.js';
import { progressOf, type FactProgress } from '../db/cards.js';
import { visibleDecks, type DeckRow } from '../db/decks.js';
import { addLearner, learnerToday, setDeck, type LearnerToday } from '../db/learners.js';
import { hiddenFrom } from '../db/feedback.js';
import { mistakesIn } from '../db/mistakes.js';
import { insertSession, openStep, type NewSession } from '../db/sessions.js';
import type { SessionKind } from '../db/schema/sittings.js';
import type { Question } from '../questions/question.js';
import { isLeech } from '../review/leech.js';
import { pickMany, pickPortion, pickTrial } from '../review/pick.js';
import { nextTurn } from '../review/rotate.js';
import { newCard } from '../review/schedule.js';
import type { DeckBank } from './banks.js';
import type { StudyDeps } from './deps.js';
import { planToday, type DayPlan } from './plan.js';
import { sectionIndexOf } from './sections.js';
import { stepOf } from './steps.js';
import type { Opened, SessionPlan } from './sitting.js';
import type { Step, StepRef } from './step.js';

/** Questions a newcomer tries before anything else is said. */
const TRIAL_SIZE = 5;
/** Questions of one sitting on a section: it ends while it is still pleasant. */
const SECTION_SIZE = 10;
/** The largest sitting a button can ask for. */
const MAX_SIZE = 50;

/** The learner, made known with the first thing they do. */
export async function knownLearner(deps: StudyDeps, id: number): Promise<LearnerToday> {
  const now = deps.now();
  const known = await learnerToday(deps.db, id, now);
  if (known !== null) return known;
  await addLearner(deps.db, { id, timeZone: deps.defaultTimeZone, now });
  const added = await learnerToday(deps.db, id, now);
  if (added === null) throw new Error('a learner just added is not there');
  return added;
}

/** The deck /quiz asks from: the chosen one, else the first that is visible; null when there is none. */
export async function currentDeck(
  deps: StudyDeps,
  learner: LearnerToday,
): Promise<{ deck: DeckRow | null; all: readonly DeckRow[] }> {
  const all = await visibleDecks(deps.db, learner.id);
  return { deck: all.find((deck) => deck.id === learner.deckId) ?? all[0] ?? null, all };
}

/** A plan of which the facts are known: lines of a deck are turned into facts by whoever has its index. */
export type FactPlan =
  | Exclude<SessionPlan, { kind: 'facts' | 'added' }>
  /** Today's portion as a push carries it: what the day's goal still leaves. */
  | { readonly kind: 'daily'; readonly size: number }
  | { readonly kind: 'facts'; readonly deckId: string; readonly factIds: readonly string[] };

/** Opens a sitting by a plan; an open one is closed. */
export async function open(deps: StudyDeps, learnerId: number, plan: FactPlan): Promise<Opened> {
  const learner = await knownLearner(deps, learnerId);
  const { deck: current, all } = await currentDeck(deps, learner);
  const wanted = 'deckId' in plan && plan.deckId !== undefined ? plan.deckId : current?.id;
  const deck = all.find((it) => it.id === wanted);
  if (deck === undefined) return { kind: 'nothing' };
  if (plan.kind === 'section' && plan.version !== deck.version) return { kind: 'outdated' };
  // Checking oneself on a word of other notes does not change what /quiz asks from.
  const isChoice = plan.kind !== 'facts';
  if (isChoice && deck.id !== learner.deckId) await setDeck(deps.db, learnerId, deck.id);
  const deckTitle = all.length > 1 ? deck.title : null;
  const session = await plannedSession(deps, { learner, deck, plan, deckTitle });
  if (session.steps.length === 0) return { kind: 'nothing' };
  await insertSession(deps.db, session);
  const step = await stepNow(deps, learnerId, { session: session.id, position: 1 });
  return { kind: 'step', step };
}

interface Wish {
  readonly learner: LearnerToday;
  readonly deck: DeckRow;
  readonly plan: FactPlan;
  /** Said with every quote; null where there is nothing to confuse the deck with. */
  readonly deckTitle: string | null;
}

/** What has to be known to choose facts and questions. */
interface Planning extends Wish {
  readonly bank: DeckBank;
  readonly progress: readonly FactProgress[];
  readonly day: DayPlan;
  /** Questions the learner does not want. */
  readonly hidden: ReadonlySet<string>;
  /** Facts in the pool of mistakes, if they are to be asked. */
  readonly mistakes: ReadonlySet<string>;
}

/** The sitting of a plan, not opened yet; without steps when there is nothing to ask. */
export async function plannedSession(deps: StudyDeps, wish: Wish): Promise<NewSession> {
  const { learner, deck, plan } = wish;
  const progress = await progressOf(deps.db, learner, deck.id);
  const isOnMistakes = plan.kind === 'mistakes';
  return sessionOf(deps, {
    ...{ ...wish, progress, bank: await deps.banks.open(deck) },
    day: await planToday(deps, learner, { id: deck.id, progress }),
    hidden: await hiddenFrom(deps.db, learner.id),
    mistakes: isOnMistakes ? await mistakesIn(deps.db, learner.id, deck.id) : new Set(),
  });
}

function sessionOf(deps: StudyDeps, planning: Planning): NewSession {
  const { learner, deck, plan, bank, progress, hidden, deckTitle } = planning;
  const id = deps.newId();
  const now = deps.now();
  const cards = new Map(progress.map((it) => [it.factId, it.card]));
  const seedOf = (factId: string): string => `${id}:${factId}`;
  const isTapped = (factId: string): boolean =>
    bank.questionsFor(factId, seedOf(factId), hidden)[0]?.form === 'choice';
  const factIds = pickFacts(planning, isTapped);
  const steps = factIds.flatMap((factId) => {
    const questions = wantedBy(learner, bank.questionsFor(factId, seedOf(factId), hidden));
    const card = cards.get(factId) ?? null;
    const turn = nextTurn(questions, {
      reps: card?.reps ?? 0,
      isTapOnly: plan.kind === 'trial' || isLeech(card),
      isTapOnlyAgain: isLeech(card && { lapses: card.lapses + 1 }),
      seed: seedOf(factId),
    });
    return turn === null ? [] : [{ factId, ...turn }];
  });
  const kind: SessionKind = plan.kind === 'size' ? 'portion' : plan.kind;
  return {
    ...{ learnerId: learner.id, id, deckId: deck.id, deckTitle, kind, now, steps },
    newCard: newCard(now),
  };
}

/** Without what has to be typed for those who want buttons only, if that leaves anything. */
export function wantedBy(
  { isTyping }: LearnerToday,
  questions: readonly Question[],
): readonly Question[] {
  const tapped = questions.filter(({ form }) => form !== 'typed');
  return isTyping || tapped.length === 0 ? questions : tapped;
}

function pickFacts(
  { deck, plan, progress, day: { candidates, limits }, mistakes }: Planning,
  isTapped: (factId: string) => boolean,
): string[] {
  switch (plan.kind) {
    case 'trial':
      return pickTrial(candidates, TRIAL_SIZE, isTapped);
    case 'portion':
      return pickPortion(candidates, limits);
    case 'daily':
      return pickPortion(candidates, limits).slice(0, plan.size);
    case 'size':
      return pickMany(candidates, Math.min(plan.size, MAX_SIZE));
    case 'section': {
      const here = progress.filter((it) => sectionIndexOf(deck.sections, it) === plan.index);
      const ids = new Set(here.map(({ factId }) => factId));
      return pickMany(
        candidates.filter(({ factId }) => ids.has(factId)),
        SECTION_SIZE,
      );
    }
    case 'mistakes':
      return pickMany(
        candidates.filter(({ factId }) => mistakes.has(factId)),
        SECTION_SIZE,
      );
    case 'facts':
      return pickMany(
        candidates.filter(({ factId }) => plan.factIds.includes(factId)),
        SECTION_SIZE,
      );
  }
}

/** The step the learner should see now; null when no sitting is open. */
export async function openStepNow(deps: StudyDeps, learnerId: number): Promise<Step | null> {
  const ref = await openStep(deps.db, learnerId);
  return ref === null ? null : stepNow(deps, learnerId, ref);
}

/** One step as stored; null when it is not the learner's. */
export function rowOf(deps: StudyDeps, learnerId: number, ref: StepRef): Promise<StepRow | null> {
  const key: StepKey = { learnerId, ...ref };
  return readStep(deps.db, key, { now: deps.now(), updateId: null });
}

async function stepNow(deps: StudyDeps, learnerId: number, ref: StepRef): Promise<Step> {
  const row = await rowOf(deps, learnerId, ref);
  if (row === null) throw new Error('a step just found is not there');
  return stepOf(ref, row);
}
