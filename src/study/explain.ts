/**
 * Looking things up over all notes a learner may see. In: typed words, or a place a button carries. Out: what the notes say.
 * The chosen deck is asked first, then the learner's own, then the built-in ones; another deck is preferred only where it
 * has the very name and the decks before it do not. What no notes have is counted, without who asked.
 */
import { lastMistakes, mostAsked } from '../db/cards.js';
import { countMissing } from '../db/missing.js';
import { redact } from '../questions/redact.js';
import { fold } from '../russian/fold.js';
import { subjectOf } from '../search/ask.js';
import type { Found, Hit } from '../search/found.js';
import { distinct } from '../search/place.js';
import type { StudyDeps } from './deps.js';
import type {
  Explanation,
  LookUp,
  NamedPlace,
  PlaceRef,
  Reading,
  SectionText,
  Seen,
  Starters,
} from './explanation.js';
import { explain, factsToCheck, namedPlace, sectionText, type Shelf } from './shelf.js';
import {
  decksInTurn,
  findPlace,
  openShelf,
  placesOf,
  seenAs,
  takeDeck,
  type ExplainDeps,
  type Standing,
} from './shelves.js';
import { open } from './sittings.js';
import type { Opened, SessionPlan } from './sitting.js';

const OTHERS = 4;
const STARTERS = 5;
/** Telegram shows a screen of them; more is scrolling past. */
const INLINE = 10;
/** Decks asked for one look-up: nobody waits for a library. */
const DECKS_ASKED = 16;
const LONGEST_COUNTED = 100;

/** What the notes say about what was typed; what they do not have is counted. */
export async function lookUp(deps: ExplainDeps, learnerId: number, query: string): Promise<LookUp> {
  const { answers, decks, leftEmpty } = await search(deps, learnerId, query);
  const [best] = answers;
  if (best === undefined) {
    const missing = subjectOf(query);
    if (decks > 0) await remember(deps, missing);
    return { query, found: [], reading: null, missing, others: [], decks };
  }
  const { shelf, found } = best;
  const shown = shownOf(found);
  return {
    ...{ query, decks, missing: found.missing, reading: readingOf(query, shown) },
    found: [...leftEmpty, ...shown.map((hit) => explain(shelf, hit))],
    others: othersOf(answers, shown),
  };
}

/** One place, as a button finds it. */
export async function explainPlace(
  deps: ExplainDeps,
  learnerId: number,
  ref: PlaceRef,
): Promise<Seen<Explanation>> {
  return seenAs(await findPlace(deps, learnerId, ref), ({ shelf, place }) => explain(shelf, place));
}

/** The section around a place. */
export async function explainSection(
  deps: ExplainDeps,
  learnerId: number,
  ref: PlaceRef,
): Promise<Seen<SectionText>> {
  return seenAs(await findPlace(deps, learnerId, ref), ({ shelf }) => sectionText(shelf, ref.line));
}

/** Opens a sitting on the facts of these lines. */
export async function openFacts(
  deps: ExplainDeps,
  learnerId: number,
  plan: Extract<SessionPlan, { kind: 'facts' }>,
): Promise<Opened> {
  const seen = await takeDeck(deps, learnerId, plan);
  if (seen.kind !== 'found') return { kind: seen.kind === 'outdated' ? 'outdated' : 'nothing' };
  const { index } = seen.value;
  const factIds = factsToCheck(
    seen.value,
    plan.lines.flatMap((line) => index.at(line) ?? []),
  );
  return open(deps, learnerId, { kind: 'facts', deckId: plan.deckId, factIds });
}

/** Where somebody without a word may begin. */
export async function starters(deps: ExplainDeps, learnerId: number): Promise<Starters> {
  const wrong = await lastMistakes(deps.db, learnerId, STARTERS);
  const mistakes = await placesOf(deps, learnerId, wrong);
  const found = mistakes.length > 0 ? mistakes : await firstTerms(deps, learnerId);
  return {
    places: found.slice(0, STARTERS).map(({ shelf, place }) => namedPlace(shelf, place)),
    areMistakes: mistakes.length > 0,
  };
}

/** What is offered in any chat: the best places for the words, or what this learner was asked most, then first terms. */
export async function inlineResults(
  deps: ExplainDeps,
  learnerId: number,
  query: string,
): Promise<Explanation[]> {
  const isEmpty = query.trim() === '';
  const found = isEmpty
    ? await familiar(deps, learnerId)
    : (await search(deps, learnerId, query)).answers.flatMap(({ shelf, found }) =>
        distinct([...shownOf(found), ...found.hits, ...found.related]).map((place) => ({
          shelf,
          place,
        })),
      );
  // Read in somebody else's chat, where only the title says which notes these are.
  return found
    .filter(({ place }) => place.kind !== 'empty')
    .slice(0, INLINE)
    .map(({ shelf, place }) => explain({ ...shelf, isAlone: false }, place));
}

interface Answer {
  readonly shelf: Shelf;
  readonly found: Found;
}

interface Answers {
  /** The best one first. */
  readonly answers: readonly Answer[];
  /** The bare heading of a deck that was asked before the best one. */
  readonly leftEmpty: readonly Explanation[];
  readonly decks: number;
}

/** The decks that answer. */
async function search(deps: ExplainDeps, learnerId: number, query: string): Promise<Answers> {
  const decks = await decksInTurn(deps, learnerId);
  const answers: Answer[] = [];
  for (const deck of decks.slice(0, DECKS_ASKED)) {
    const shelf = await openShelf(deps, deck, decks.length === 1);
    const found = shelf.index.find(query);
    if (found.hits.length > 0) answers.push({ shelf, found });
    if (weakness(found) === 0) break;
  }
  const sorted = answers.toSorted((a, b) => weakness(a.found) - weakness(b.found));
  const before = answers.slice(
    0,
    answers.findIndex((answer) => answer === sorted[0]),
  );
  return { answers: sorted, leftEmpty: bareHeadings(before).slice(0, 1), decks: decks.length };
}

const bareHeadings = (answers: readonly Answer[]): Explanation[] =>
  answers.flatMap(({ shelf, found: { hits } }) => {
    const [best] = hits;
    return best?.kind === 'empty' && best.why !== 'words' ? [explain(shelf, best)] : [];
  });

/** Steps between the words and the answer: the name itself, a name much like it, a bare heading, only its words. */
function weakness({ hits: [best] }: Found): number {
  if (best === undefined) return 4;
  if (best.why === 'words') return 3;
  if (best.kind === 'empty') return 2;
  return best.why === 'skeleton' || best.why === 'typo' ? 1 : 0;
}

/** The best hit; of a comparison both, after the line that tells them apart. */
function shownOf({ hits, compared }: Found): readonly Hit[] {
  if (compared === null) return hits.slice(0, 1);
  return distinct([...hits.slice(0, 1), ...compared]);
}

function othersOf(answers: readonly Answer[], shown: readonly Hit[]): NamedPlace[] {
  const [best, ...rest] = answers;
  const own = best?.found.hits.filter(({ line }) => !shown.some((hit) => hit.line === line)) ?? [];
  const others = [
    ...own.map((hit) => best && namedPlace(best.shelf, hit)),
    ...rest.map(({ shelf, found }) => found.hits[0] && namedPlace(shelf, found.hits[0])),
  ];
  return others.filter((place) => place !== undefined).slice(0, OTHERS);
}

const HOW: Partial<Record<Hit['why'], Reading['how']>> = {
  layout: 'layout',
  alias: 'name',
  skeleton: 'sound',
  typo: 'slip',
};

const LONGEST_ENDING = 3;

/** One is the other with at most an ending more. */
const isSameWord = (a: string, b: string): boolean =>
  (a.startsWith(b) || b.startsWith(a)) && Math.abs(a.length - b.length) <= LONGEST_ENDING;

/** How the words were understood; null when that is plain to see. */
function readingOf(query: string, shown: readonly Hit[]): Reading | null {
  const howOf = ({ why, guess }: Hit) => HOW[guess ?? why];
  const hit = shown.find((it) => howOf(it) !== undefined);
  const how = hit && howOf(hit);
  if (hit === undefined || how === undefined) return null;
  const typed = how === 'layout' ? query.trim() : hit.asked;
  return isSameWord(fold(typed), fold(hit.readAs)) ? null : { how, typed, readAs: hit.readAs };
}

/** What the learner was asked most, then first terms. */
async function familiar(deps: ExplainDeps, learnerId: number): Promise<Standing[]> {
  const asked = await placesOf(deps, learnerId, await mostAsked(deps.db, learnerId, INLINE));
  const isAsked = ({ shelf, place }: Standing): boolean =>
    asked.some((it) => it.shelf.deck.id === shelf.deck.id && it.place.line === place.line);
  const first = await firstTerms(deps, learnerId);
  return [...asked, ...first.filter((it) => !isAsked(it))];
}

/** The terms of the deck that is asked first, in the order of the notes; of one without terms whatever it has. */
async function firstTerms(deps: ExplainDeps, learnerId: number): Promise<Standing[]> {
  const [deck, ...others] = await decksInTurn(deps, learnerId);
  if (deck === undefined) return [];
  const shelf = await openShelf(deps, deck, others.length === 0);
  const terms = shelf.index.places.filter(({ kind }) => kind === 'term');
  const places = terms.length > 0 ? terms : shelf.index.places;
  return places.map((place) => ({ shelf, place }));
}

async function remember({ db, now }: StudyDeps, asked: string): Promise<void> {
  const words = [...fold(redact(asked.replaceAll('\0', ' ')))].slice(0, LONGEST_COUNTED).join('');
  if (/[\p{L}\p{N}]/u.test(words)) await countMissing(db, words, now());
}
