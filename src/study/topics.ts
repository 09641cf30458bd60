/** The map of a deck: every heading with what is mastered, on the way, new and empty; and the totals for /stats. */
import { progressOf, type FactProgress } from '../db/cards.js';
import type { DeckRow } from '../db/decks.js';
import { countAnswers } from '../db/reviews.js';
import type { StudyDeps } from './deps.js';
import { deckSummary } from './home.js';
import { planToday } from './plan.js';
import { sectionIndexOf, shownTitles } from './sections.js';
import { currentDeck, knownLearner } from './sittings.js';
import { historyOf } from './stats.js';
import type { Stats, TopicRow, Topics } from './mastery.js';
import { countMastery, upcomingOf } from './upcoming.js';

/** Sections of the learner's current deck; null when there is no deck. */
export async function topics(deps: StudyDeps, learnerId: number): Promise<Topics | null> {
  const learner = await knownLearner(deps, learnerId);
  const { deck, all } = await currentDeck(deps, learner);
  if (deck === null) return null;
  const progress = await progressOf(deps.db, learner, deck.id);
  return {
    deck: deckSummary(deck),
    version: deck.version,
    hasOtherDecks: all.length > 1,
    counts: countMastery(progress),
    sections: topicRows(deck, progress),
  };
}

function topicRows(deck: DeckRow, progress: readonly FactProgress[]): TopicRow[] {
  const bySection = groupBySection(deck, progress);
  const titles = shownTitles(deck.sections);
  const sections = deck.sections.map(({ line, isEmpty }, index) =>
    topicRow({ index, title: titles[index] ?? null, line, isEmpty }, bySection.get(index) ?? []),
  );
  // What stands under no heading is asked like a section, by the place after the last one.
  const index = deck.sections.length;
  const unheaded = bySection.get(index);
  if (unheaded === undefined) return sections;
  return [topicRow({ index, title: null, line: 1, isEmpty: false }, unheaded), ...sections];
}

function topicRow(
  section: Pick<TopicRow, 'index' | 'title' | 'line' | 'isEmpty'>,
  here: readonly FactProgress[],
): TopicRow {
  return { ...section, ...countMastery(here), due: here.filter((it) => it.isDue).length };
}

/** The learner's numbers, recounted from cards and reviews. */
export async function stats(deps: StudyDeps, learnerId: number): Promise<Stats> {
  const learner = await knownLearner(deps, learnerId);
  const { deck } = await currentDeck(deps, learner);
  const progress = deck === null ? [] : await progressOf(deps.db, learner, deck.id);
  const answers = await countAnswers(deps.db, learner);
  const known = { id: deck?.id ?? '', progress };
  const day = await planToday(deps, learner, known);
  return {
    deckTitle: deck?.title ?? null,
    counts: countMastery(progress),
    total: progress.length,
    answersThisWeek: answers.thisWeek,
    answersToday: answers.today,
    rightToday: answers.rightToday,
    due: progress.filter((it) => it.isDue).length,
    topics: deck === null ? [] : topicRows(deck, progress),
    ...(await historyOf(deps, learner, deck?.id ?? null)),
    upcoming: await upcomingOf(deps, learner, { ...known, day }),
  };
}

function groupBySection(
  { sections }: DeckRow,
  progress: readonly FactProgress[],
): Map<number, FactProgress[]> {
  const groups = new Map<number, FactProgress[]>();
  for (const it of progress) {
    const index = sectionIndexOf(sections, it);
    const group = groups.get(index);
    if (group === undefined) groups.set(index, [it]);
    else group.push(it);
  }
  return groups;
}
