/** One subject looked up in one deck. */
import type { Aspect } from './aspects.js';
import type { Wish } from './ask.js';
import type { Deck } from './deck.js';
import type { Entry } from './entries.js';
import type { Hit } from './found.js';
import { withoutMarks } from './names.js';
import { distinct, placeOf } from './place.js';
import { rank, type Reason } from './rank.js';
import { tokens } from './tokens.js';
import { readWords } from './typed.js';

export interface Subject {
  readonly text: string;
  readonly wish: Wish;
  readonly aspect: Aspect | null;
  /** It was typed on the other keyboard. */
  readonly isRetyped: boolean;
}

export const MOST_HITS = 5;
/** An alternative this much worse than the best hit is no answer to the same question. */
const WORTH_OFFERING = 0.4;

/** The hits, best first; none when the deck does not have it. */
export function lookUp(deck: Deck, subject: Subject): Hit[] {
  const literal = (deck.literals.get(subject.text) ?? []).flatMap((number) => {
    const entry = deck.entries[number];
    return entry ? [hitOf(entry, subject, { why: 'exact', forms: [subject.text] })] : [];
  });
  const ranked = rank(readWords(subject, deck), subject, deck).filter(
    ({ entry }) => !NUMBER.test(subject.text) || hasNumber(deck, entry, subject.text),
  );
  const least = (ranked[0]?.score ?? 0) * WORTH_OFFERING;
  const hits = ranked
    .filter(({ score }) => score >= least)
    .slice(0, MOST_HITS)
    .flatMap((found) => {
      const entry = deck.entries[found.entry];
      return entry ? [hitOf(entry, subject, found.reason())] : [];
    });
  return distinct([...literal, ...hits]).slice(0, MOST_HITS);
}

const NUMBER = /^\d+$/;

/** A bare number is found where the notes name something so; one of several digits also where they say it. */
function hasNumber({ entries, postings }: Deck, entry: number, number: string): boolean {
  const isName = postings
    .names(entry)
    .some(({ words: [word, ...rest] }) => word === number && rest.length === 0);
  if (isName || number.length === 1) return isName;
  return tokens(withoutMarks(entries[entry]?.text ?? '')).includes(number);
}

function hitOf(entry: Entry, subject: Subject, { why, forms, guess }: Reason): Hit {
  const isPlain = why === 'exact' || why === 'alias' || why === 'stem';
  return {
    ...placeOf(entry),
    why: subject.isRetyped && (isPlain || why === 'skeleton') ? 'layout' : why,
    asked: subject.text,
    readAs: subject.isRetyped ? subject.text : forms.join(' '),
    ...(guess !== undefined && { guess }),
  };
}
