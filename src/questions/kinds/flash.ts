/**
 * «Продолжите»: a line of the notes up to its middle; the learner recalls the rest, looks and grades it.
 * Makes exactly one question of any fact, so that whatever no other kind can ask is still asked.
 */
import type { Fact, Statement } from '../../notes/note.js';
import type { DeckIndex } from '../deck-index.js';
import { listOf } from '../sentences/entries.js';
import { GAP } from '../wording/display.js';
import { quoted, rowInWords, withoutAsides } from '../wording/display.js';
import { hasKin } from '../wording/kin.js';
import { lowerFirst, tidyLine } from '../sentences/sentence.js';
import { code, frame, type Maker, plain, recallQuestion } from './maker.js';
import { pattern } from '../../russian/pattern.js';

/** Where a line breaks well: past its middle, before what has to be remembered. */
const MIDDLE = 0.55;
const OPENS_REST = pattern(
  /(?:^|[\s,«(])(?:котор\p{L}+|где|чтобы|как|когда|если|что|это|можно|нельзя|нужно|надо|является|находится|означает|[—–:=→-]|позвол\p{L}+|использу\p{L}+|состоит из)$/iu,
);
const ENDS_WITH_PREPOSITION =
  /(?:^|[\s,«(])(?:из|для|во?|на|от|со?|ко?|по|без|у|за|при|под|над|о|об|до|через|между)$/iu;
/** A complement this short is the end of the line; a longer rest goes on with something else. */
const LONGEST_COMPLEMENT = 3;
/** One word with the next one: «не мешает», «всё равно», «друг от друга», «на сам компьютер». */
const LEANS_ON_REST = pattern(
  /(?:^|\s)(?:не|ни|всё|все|друг(?: \p{L}{1,3})?|один|сам\p{L}{0,3}|более|менее|очень|кажд\p{L}+|эт\p{L}+|люб\p{L}+)$/iu,
);
/** An adjective waits for its noun. */
const ADJECTIVE = pattern(/\p{L}{2}(?:ого|его|ому|ему|ым|им|ых|их|ую|юю|ая|яя|ое|ые|ый|ий)$/iu);
const OPENS_WITH_VERB = pattern(/^(?:не )?\p{L}{2,}(?:[еиуюая]т|[еиуюая]тся)(?!\p{L})/iu);
const STARTS_WITH_PRONOUN = pattern(
  /^(?:них|неё|него|ней|ним|нем|нём|это\p{L}*|друг[ауе]|другом)(?!\p{L})/iu,
);
const OPENS_WITH_JOINT = pattern(/^(?:(?:и|или|а|но|то|например)(?!\p{L})|\()/iu);
/** «котор…», «из котор…» */
const OPENS_WITH_WHICH = pattern(/^(?:\p{L}{1,3} )?котор/iu);
const CLOSES_HEAD = /[,;:—–→=]$/u;
const SIGN = /^[—–=→÷×/+-]/u;

export const flash: Maker = {
  kind: 'flash',
  make: (fact, deck) => {
    const card = placeInList(fact, deck) ?? cardOf(fact, deck);
    const base = frame(fact, 'flash', {
      ask: card.ask,
      material: card.head === null ? null : { text: card.head, code: false },
      answer: card.isCode ? code(card.rest) : plain(card.rest),
      topic: card.topic,
    });
    return [recallQuestion(base, [card.rest])];
  },
};

interface Card {
  readonly ask: string;
  readonly head: string | null;
  readonly rest: string;
  readonly isCode?: boolean;
  readonly topic: { readonly text: string; readonly code: boolean };
}

const CONTINUE = 'Продолжите';

function cardOf(fact: Fact, deck: DeckIndex): Card {
  switch (fact.kind) {
    case 'definition':
      return continued(fact.term, rowInWords(fact.text), plain(fact.term));
    case 'command':
      return continued(fact.command, fact.purpose, code(fact.command));
    case 'code':
      return continued(fact.code, fact.comment, code(fact.code));
    case 'date':
      return continued(fact.date, fact.event, plain(fact.date));
    case 'explanation':
      return asked(fact.question, fact.answer);
    case 'statement':
      return halved(fact.text, fact.subject ?? fact.section, leansOn(fact, deck));
    case 'item':
      return halved(fact.text, fact.list);
    case 'list':
      return continued(fact.title, fact.items.join('; '), plain(fact.title));
  }
}

const SHORT_ITEM = 3;
/** Entries shown before and behind the missing one. */
const COMPANY = 2;
const LONGEST_ENTRY = 40;

/** A short entry is no sentence to be halved: it is missing among its neighbours, «анафаза; ___; цитокинез». */
function placeInList(fact: Fact, deck: DeckIndex): Card | null {
  if (fact.kind !== 'item') return null;
  const rest = tidyLine(fact.text);
  const items = listOf(fact, deck)?.items ?? [];
  const at = items.indexOf(fact.text);
  if (at < 0 || withoutAsides(rest).split(' ').length > SHORT_ITEM || /[=→—]/.test(rest))
    return null;
  const near = items.slice(Math.max(0, at - COMPANY), at + COMPANY + 1);
  const shown = near
    .map((item) => (item === fact.text ? GAP : tidyLine(withoutAsides(item))))
    .filter((item) => item.length <= LONGEST_ENTRY);
  if (shown.length < 2) return null;
  const head = quoted(`${fact.list}: ${shown.map(lowerFirst).join('; ')}`);
  return { ask: CONTINUE, head, rest, topic: plain(fact.list) };
}

const continued = (head: string, rest: string, topic: Card['topic']): Card => ({
  ask: CONTINUE,
  head: quoted(`${head} — ${GAP}`),
  rest,
  topic,
});

function asked(question: string, rest: string): Card {
  const ask = /[?.!]$/u.test(question) ? question : `${question}?`;
  return { ask, head: null, rest, topic: plain(question) };
}

function halved(text: string, subject: string | null, leaning: string | null = null): Card {
  const line = tidyLine(text);
  const lead = leaning === null ? '' : `${leaning}: `;
  const at = breakOf(line);
  const topic = plain(subject ?? line);
  if (at === null) {
    const head = subject === null ? GAP : `${subject}: ${GAP}`;
    return { ask: CONTINUE, head: quoted(head), rest: line, topic };
  }
  const start = line.slice(0, at);
  const head = quoted(`${lead}${lead === '' ? start : lowerFirst(start)} ${GAP}`);
  return { ask: CONTINUE, head, rest: line.slice(at + 1), topic };
}

/** The term a statement is about, when it does not name it: «NULL: это не ноль и ___». */
const leansOn = ({ text, subject }: Statement, deck: DeckIndex): string | null =>
  subject === null || [...deck.stems(subject)].some((stem) => hasKin(stem, deck.stems(text)))
    ? null
    : subject;

/** The space at which the line is broken; null for a line of one or two words. */
function breakOf(line: string): number | null {
  let best: { at: number; price: number } | null = null;
  for (let at = line.indexOf(' '); at >= 0; at = line.indexOf(' ', at + 1)) {
    // Too far from the middle to become the best one, whatever stands there.
    if (best && offMiddle(line, at) - MOST_OFF >= best.price) continue;
    const price = priceOf(line, at);
    if (price !== null && (!best || price < best.price)) best = { at, price };
  }
  return best?.at ?? null;
}

/** What the words around a break take off its price at most. */
const MOST_OFF = 0.5;

const offMiddle = (line: string, at: number): number => Math.abs(at / line.length - MIDDLE);

/** How bad a break is: far from the middle, inside a bracket or a name, before the tail of a phrase. */
function priceOf(line: string, at: number): number | null {
  const head = line.slice(0, at);
  const rest = line.slice(at + 1);
  const isOpen = (open: string, close: string): boolean =>
    head.split(open).length !== head.split(close).length;
  if (isOpen('(', ')') || isOpen('«', '»')) return null;
  if (head.split(' ').length < 2 || SIGN.test(rest)) return null;
  let price = offMiddle(line, at);
  const words = rest.split(' ').length;
  if (ENDS_WITH_PREPOSITION.test(head)) price += words <= LONGEST_COMPLEMENT ? -0.3 : 0.3;
  else if (OPENS_REST.test(head)) price -= 0.35;
  else if (CLOSES_HEAD.test(head)) price -= 0.2;
  if (OPENS_WITH_JOINT.test(rest)) price += 0.3;
  if (LEANS_ON_REST.test(head)) price += 1;
  if (OPENS_WITH_WHICH.test(rest)) price += 0.5;
  if (STARTS_WITH_PRONOUN.test(rest)) price += 0.5;
  if (/[A-Za-z0-9]$/.test(head) && /^[A-Za-z0-9]/.test(rest)) price += 0.6;
  if (words < 2) price += 0.15;
  if (ADJECTIVE.test(head)) price += 0.4;
  if (OPENS_WITH_VERB.test(rest)) price -= 0.15;
  return price;
}
