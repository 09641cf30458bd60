/** Labels that say nothing of whose they are («виды», «критерии»): what stands behind them belongs to the term above. */
import type { Draft } from './facts.js';
import { type Enumeration, itemsIn } from './grammar/enumerations.js';
import { isAspect, isBareLabel, isDescribed, isOwnerless } from './grammar/general.js';
import { capitalise, lowerFirst } from './grammar/spelling.js';
import type { Passage } from './grammar/wrapped.js';
import { type Parent, parentOf } from './parents.js';
import { frame, type Reading, shown, shownTitle, statementsOf } from './reading.js';

const LONGEST_HOME = 40;
/** Headings that name nothing the list could belong to. */
const VAGUE_HOME =
  /^(?:баз|основн|общ|разн|введен|проч|лекци|тема|глава|урок|раздел|конспект|заметк)/iu;

/** The list an enumeration makes, told whose it is: «Бетон: виды». Nobody's «виды» are only a sentence. */
export function listOf(reading: Reading, passage: Passage, { title, items }: Enumeration): Draft[] {
  const name = shownTitle(reading, title);
  const isOpen = !/\s/.test(name) || isOwnerless(name);
  const owner = isOpen ? (parentOfLabel(reading, passage)?.term ?? homeOf(reading)) : null;
  if (owner === null && isBareLabel(name))
    return statementsOf(reading, passage, { text: passage.text, subject: null, weight: 0 });
  return [
    {
      kind: 'list',
      title: owner === null ? capitalise(name) : `${capitalise(owner)}: ${lowerFirst(name)}`,
      items: items.map((item) => shown(reading, item)),
      isSequence: false,
      ...frame(reading, [passage]),
    },
  ];
}

/** The heading as the owner of what stands under it; null for one that names nothing. */
function homeOf({ outline }: Reading): string | null {
  const home = outline.current()?.title;
  return home !== undefined && home.length <= LONGEST_HOME && !VAGUE_HOME.test(home) ? home : null;
}

/** The term above a label, as learners see it; null where none is meant for sure. */
export function parentOfLabel(reading: Reading, passage: Passage): Parent | null {
  const parent = parentOf(reading.passages, reading.passages.indexOf(passage));
  return parent && { ...parent, term: shownTitle(reading, parent.term) };
}

/** What a general label says of the term above it, as a list or a sentence about that; null for a term of its own. */
export function ownedBy(
  reading: Reading,
  passage: Passage,
  { term, text }: { readonly term: string; readonly text: string },
): Draft[] | null {
  const parent = isAspect(term) || PLURAL.test(term) ? parentOfLabel(reading, passage) : null;
  if (parent === null) return null;
  const items = itemsIn(text);
  if (items.length > 0 && (parent.isAround || isAspect(term)))
    return listOf(reading, passage, { title: term, items });
  if (!isAspect(term) || isDescribed(term)) return null;
  const said = `${shownTitle(reading, term)}: ${text}`;
  return statementsOf(reading, passage, { text: said, subject: parent.term, weight: 0 });
}

/** «агенты» in small letters: parts of the term around them. */
const PLURAL = /^[а-яё]{3,}[ыи]$/u;
