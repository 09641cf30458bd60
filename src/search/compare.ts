/** «Чем отличается X от Y»: both subjects, after the line that tells them apart, if the notes have one. */
import type { Deck } from './deck.js';
import type { Found, Hit } from './found.js';
import { lookUp, MOST_HITS, type Subject } from './look-up.js';
import { distinct } from './place.js';
import { relatedTo } from './related.js';
import { fold } from '../russian/fold.js';
import { rootOf, tokens } from './tokens.js';

export interface Comparison {
  readonly pair: readonly [string, string];
  /** Hits of the question as it stands. */
  readonly whole: readonly Hit[];
  readonly subject: Subject;
  /** False for «X и Y», which may also be one name. */
  readonly isSure: boolean;
}

/** Null when this is no comparison after all. */
export function compare(deck: Deck, { pair, whole, subject, isSure }: Comparison): Found | null {
  const [left, right] = pair;
  const isOneName = whole.some(({ title }) => fold(title) === fold(subject.text));
  if (!isSure && isOneName) return null;
  const of = (text: string): Hit[] =>
    lookUp(deck, { ...subject, text, wish: 'term', aspect: null });
  const first = of(left);
  const [a] = first;
  const second =
    sharedHeads(left, right)
      .map((text) => of(text).filter(({ line }) => line !== a?.line))
      .sort((x, y) => boldness(x[0]) - boldness(y[0]))[0] ?? [];
  const [b] = second;
  if (a && b) {
    const direct = whole.filter(({ line }) => tellsApart(textAt(deck, line), left, right));
    const hits = distinct([...direct.slice(0, 1), a, b, ...whole]).slice(0, MOST_HITS);
    return { hits, compared: [a, b], missing: null, related: relatedTo(deck, hits) };
  }
  const hits = a ? first : second;
  if (!isSure || hits.length === 0) return null;
  return { hits, compared: null, missing: a ? right : left, related: relatedTo(deck, hits) };
}

const textAt = ({ entries, numberAt }: Deck, line: number): string =>
  entries[numberAt.get(line) ?? -1]?.text ?? '';

/** A hit of the words alone is worth less than a name. */
const boldness = (hit: Hit | undefined): number => (!hit ? 2 : hit.why === 'words' ? 1 : 0);

/** In «reset soft и hard», «растительной клетки от животной» the second thing borrows a word of the first. */
function sharedHeads(left: string, right: string): string[] {
  const words = left.split(' ');
  if (words.length < 2 || right.includes(' ')) return [right];
  return [
    `${words.slice(0, -1).join(' ')} ${right}`,
    `${right} ${words.slice(1).join(' ')}`,
    right,
  ];
}

const TELLING = /отлич|разниц|различ|сравн|(?:ее|ше|же),? чем(?!\p{L})/iu;

/** Does the line say how the two differ: in so many words, or first of one and after a comma of the other? */
function tellsApart(text: string, left: string, right: string): boolean {
  const roots = tokens(text).map(rootOf);
  const has = (subject: string): boolean =>
    tokens(subject).some((word) => roots.includes(rootOf(word)));
  if (!has(left) || !has(right)) return false;
  if (TELLING.test(text)) return true;
  const [opening = '', ...rest] = text.split(/[,;]\s+(?:а\s+|но\s+|зато\s+)?/u);
  const leads = (part: string, subject: string): boolean => {
    const [word = ''] = tokens(part);
    return tokens(subject).some((other) => rootOf(other) === rootOf(word));
  };
  return leads(opening, left) && rest.some((part) => leads(part, right));
}
