/** The map of a deck: every heading with what is mastered, on the way, new and empty; and the totals for /stats. */
import { progressOf, type FactProgress } from '../db/cards.js';
import { countAnswers } from '../db/reviews.js';
import type { StudyDeps } from './deps.js';
import { deckSummary } from './home.js';
import { currentDeck, knownLearner } from './sittings.js';
import type { Stats, TopicRow, Topics } from './study.js';
import { countMastery, upcomingOf } from './upcoming.js';

/** Sections of the learner's current deck; null when there is no deck. */
export async function topics(deps: StudyDeps, learnerId: number): Promise<Topics | null> {
  const learner = await knownLearner(deps, learnerId);
  const { deck, all } = await currentDeck(deps, learner);
  if (deck === null) return null;
  const progress = await progressOf(deps.db, learner, deck.id);
  const bySection = groupBySection(progress);
  const sections = deck.sections.map((section, index): TopicRow => {
    const here = bySection.get(section.title) ?? [];
    return {
      ...{ index, title: section.title, line: section.line, isEmpty: section.isEmpty },
      ...countMastery(here),
      due: here.filter((it) => it.isDue).length,
    };
  });
  return {
    deck: deckSummary(deck),
    version: deck.version,
    hasOtherDecks: all.length > 1,
    counts: countMastery(progress),
    sections,
  };
}

/** The learner's numbers, recounted from cards and reviews. */
export async function stats(deps: StudyDeps, learnerId: number): Promise<Stats> {
  const learner = await knownLearner(deps, learnerId);
  const { deck } = await currentDeck(deps, learner);
  const progress = deck === null ? [] : await progressOf(deps.db, learner, deck.id);
  const answers = await countAnswers(deps.db, learner);
  return {
    deckTitle: deck?.title ?? null,
    counts: countMastery(progress),
    total: progress.length,
    answersThisWeek: answers.thisWeek,
    answersToday: answers.today,
    rightToday: answers.rightToday,
    due: progress.filter((it) => it.isDue).length,
    upcoming: await upcomingOf(deps, learner, { id: deck?.id ?? '', progress }),
  };
}

function groupBySection(progress: readonly FactProgress[]): Map<string | null, FactProgress[]> {
  const groups = new Map<string | null, FactProgress[]>();
  for (const it of progress) {
    const group = groups.get(it.section);
    if (group === undefined) groups.set(it.section, [it]);
    else group.push(it);
  }
  return groups;
}
