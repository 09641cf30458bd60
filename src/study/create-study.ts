/** The use cases bound to what they stand on: a table of contents of what a learner can do. */
import { visibleDecks } from '../db/decks.js';
import { setDeck } from '../db/learners.js';
import {
  closeSessionElsewhere,
  markAsked,
  markHinted,
  openStep,
  stepAnsweredBy,
} from '../db/sessions.js';
import { answer } from './answering.js';
import { askedIn, credit, dislike, forgive, undo } from './corrections.js';
import { changeSetting, rest, settings } from './change-settings.js';
import { createOwnData } from './create-own-data.js';
import { createOwnDecks, openAdded } from './create-own-decks.js';
import {
  changeDaily,
  choosePlace,
  chooseTime,
  daily,
  dailyOffer,
  silenceDaily,
} from './daily-schedule.js';
import type { StudyDeps } from './deps.js';
import { dropExam, exam, planExam, setExam } from './exam.js';
import {
  explainPlace,
  explainSection,
  inlineResults,
  lookUp,
  openFacts,
  starters,
} from './explain.js';
import { deckSummary, home, hurry, pause, summarise } from './home.js';
import { lookUpCache } from './look-ups.js';
import { mistakes } from './mistakes.js';
import { knownLearner, open, openStepNow, rowOf } from './sittings.js';
import type { ExplainDeps } from './shelves.js';
import { answeredStepOf, stepOf } from './steps.js';
import type { Opened, Progress, SessionPlan } from './sitting.js';
import type { Step, StepRef } from './step.js';
import type { Study } from './study.js';
import { stats, topics } from './topics.js';

/** Everything the bot asks of the house behind it. */
export function createStudy(deps: StudyDeps): Study {
  const reading: ExplainDeps = { ...deps, lookUps: lookUpCache(deps.db) };
  return {
    home: (learnerId) => home(deps, learnerId),
    ownDecks: createOwnDecks(deps),
    ownData: createOwnData(deps),
    open: (learnerId, plan) => openPlan(reading, learnerId, plan),
    answer: (learnerId, ref, reply, updateId) => answer(deps, { learnerId, ref, reply, updateId }),
    pause: (learnerId) => pause(deps, learnerId),
    summary: (learnerId, session) => summarise(deps, learnerId, session),
    after: (learnerId, ref) => after(deps, learnerId, ref),
    undo: (learnerId, updateId) => undo(deps, learnerId, updateId),
    credit: (learnerId, ref) => credit(deps, learnerId, ref),
    dislike: (learnerId, ref) => dislike(deps, learnerId, ref),
    forgive: (learnerId, ref) => forgive(deps, learnerId, ref),
    askedIn: (learnerId, session) => askedIn(deps, learnerId, session),
    mistakes: (learnerId) => mistakes(deps, learnerId),
    exam: (learnerId, deckId) => exam(deps, learnerId, deckId),
    planExam: (learnerId, wanted) => planExam(deps, learnerId, wanted),
    setExam: (learnerId, wanted) => setExam(deps, learnerId, wanted),
    dropExam: (learnerId, deckId) => dropExam(deps, learnerId, deckId),
    hurry: (learnerId) => hurry(deps, learnerId),
    topics: (learnerId) => topics(deps, learnerId),
    stats: (learnerId) => stats(deps, learnerId),
    drawStats: async (numbers) => (await deps.drawStats?.(numbers)) ?? null,
    settings: (learnerId) => settings(deps, learnerId),
    changeSetting: (learnerId, change) => changeSetting(deps, learnerId, change),
    rest: (learnerId, days) => rest(deps, learnerId, days),
    daily: (learnerId) => daily(deps, learnerId),
    changeDaily: (learnerId, change) => changeDaily(deps, learnerId, change),
    chooseTime: (learnerId, text) => chooseTime(deps, learnerId, text),
    choosePlace: (learnerId, text) => choosePlace(deps, learnerId, text),
    dailyOffer: (learnerId, moment) => dailyOffer(deps, learnerId, moment),
    silenceDaily: (learnerId) => silenceDaily(deps, learnerId),
    lookUp: (learnerId, query) => lookUp(reading, learnerId, query),
    place: (learnerId, ref) => explainPlace(reading, learnerId, ref),
    section: (learnerId, ref) => explainSection(reading, learnerId, ref),
    lookUpStarters: (learnerId) => starters(reading, learnerId),
    inlineResults: (learnerId, query) => inlineResults(reading, learnerId, query),

    async progress(learnerId) {
      const step = await openStepNow(deps, learnerId);
      return step === null ? { kind: 'none' } : { kind: 'step', step };
    },

    awaiting: (learnerId, updateId) => awaiting(deps, learnerId, updateId),

    async step(learnerId, ref) {
      const row = await rowOf(deps, learnerId, ref);
      if (row === null) return null;
      const isOpen = !row.isClosed && !row.isAnswered;
      const answered = answeredStepOf(ref, row);
      return { step: stepOf(ref, row), isOpen, isPaused: row.isPaused, answered };
    },

    markAsked: (learnerId, ref, messageId) =>
      markAsked(deps.db, { learnerId, ...ref }, { messageId, now: deps.now() }),

    async hint(learnerId, ref) {
      const row = await rowOf(deps, learnerId, ref);
      if (row === null || row.isClosed || !row.isAsked) return null;
      const isMarked = await markHinted(deps.db, { learnerId, ...ref });
      return isMarked ? { ...stepOf(ref, row), isHinted: true } : null;
    },

    async decks(learnerId) {
      const rows = await visibleDecks(deps.db, learnerId);
      return rows.map(deckSummary);
    },

    chooseDeck: (learnerId, deckId) => chooseDeck(deps, learnerId, deckId),

    async switchDeck(learnerId, deckId) {
      if (!(await chooseDeck(deps, learnerId, deckId))) return null;
      const open = await openStepNow(deps, learnerId);
      const at = { deckId, now: deps.now() };
      const isLeft = await closeSessionElsewhere(deps.db, learnerId, at);
      return { left: isLeft && open !== null ? open.messageId : null };
    },
  };
}

async function chooseDeck(deps: StudyDeps, learnerId: number, deckId: string): Promise<boolean> {
  const learner = await knownLearner(deps, learnerId);
  const rows = await visibleDecks(deps.db, learner.id);
  if (!rows.some((row) => row.id === deckId)) return false;
  await setDeck(deps.db, learnerId, deckId);
  return true;
}

/** A sitting by any plan; what stands on lines, or came with an import, is turned into facts first. */
function openPlan(deps: ExplainDeps, learnerId: number, plan: SessionPlan): Promise<Opened> {
  switch (plan.kind) {
    case 'facts':
      return openFacts(deps, learnerId, plan);
    case 'added':
      return openAdded(deps, learnerId, plan.import);
    default:
      return open(deps, learnerId, plan);
  }
}

/** The step a text answers. */
async function awaiting(
  deps: StudyDeps,
  learnerId: number,
  updateId: number,
): Promise<Step | null> {
  const answered = await stepAnsweredBy(deps.db, learnerId, updateId);
  const ref = answered ?? (await openStep(deps.db, learnerId));
  const row = ref === null ? null : await rowOf(deps, learnerId, ref);
  if (ref === null || row === null) return null;
  const isOnScreen = row.isAsked && !row.isPaused;
  return answered !== null || isOnScreen ? stepOf(ref, row) : null;
}

/** What follows a step that was answered: the next one of the same sitting, or its end. */
async function after(deps: StudyDeps, learnerId: number, ref: StepRef): Promise<Progress> {
  const row = await rowOf(deps, learnerId, ref);
  if (row === null || !row.isAnswered) return { kind: 'none' };
  if (row.isClosed) {
    const summary = await summarise(deps, learnerId, ref.session);
    const isFinished = summary !== null && summary.answered === summary.length;
    return isFinished ? { kind: 'finished', summary } : { kind: 'none' };
  }
  const step = await openStepNow(deps, learnerId);
  return step?.session === ref.session ? { kind: 'step', step } : { kind: 'none' };
}
