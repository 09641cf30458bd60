/**
 * Sentences of the notes that may be shown on their own.
 * In: a fact and its deck. Out: the sentence as a question shows it and the subject it needs beside it, or null when it
 * is a fragment, leans on its neighbours («поэтому», «он») or is rather code than prose.
 */
import type { Fact } from '../../notes/note.js';
import { words } from '../../russian/fold.js';
import { contentStems } from '../../russian/stem.js';
import type { DeckIndex } from '../deck-index.js';
import { isShouted, withoutAsides } from '../wording/display.js';
import { openingOf } from '../wording/opening.js';
import { hasKin } from '../wording/kin.js';
import { isPersonal } from '../redact.js';
import { pattern } from '../../russian/pattern.js';

export interface Sentence {
  /** Begins with a capital, has no brackets and no stop at the end. */
  readonly text: string;
  /** «Контейнеризация», when the sentence does not say itself what it is about; null when it does. */
  readonly subject: string | null;
}

const SHORTEST = 20;
const LONGEST = 220;
const FEWEST_WORDS = 4;
const LEAST_CYRILLIC = 0.5;

const CODE = /[=;{}<>$|\\]|https?:/u;
const LEANS_BACK = pattern(
  /^(?:поэтому|однако|он[аио]?|его|её|их|это|эт[аио]т?|таки[емх]|такой|такая|такое|там|тогда|тем|но|а|и|или|же|кроме того|при этом|в этом|для этого|после этого|затем|потом|т\.)(?!\p{L})|^(?:пока|когда|если|чтобы|что|как) (?:он[аио]?|его|её|их|это)(?!\p{L})|^\d+ [а-яё]/iu,
);
/** Words that point at a place in the notes, not in the sentence. */
const POINTS_BACK = pattern(/(?<!\p{L})(?:туда|сюда|здесь|тут|выше описан\p{L}*|см)(?!\p{L})/iu);
/** «Я уже ронял прод», «Преподаватель говорит медленно, пишу что успела»: what happened to the author is no knowledge. */
const OWN_STORY = pattern(
  /(?<!\p{L})(?:я|мне|меня|пишу|записал[аи]?|записываю|успела|опоздал[аи]?|препод|преподаватель говор\p{L}+|преподша|училка|лектор)(?!\p{L})/iu,
);
/** «Замедляет вставку»: what does? The author had it in the line before. */
const LACKS_SUBJECT = pattern(
  /^(?!(?:существу|быва|действу|следу|происход|меша|помога)\p{L}+)(?:не )?\p{L}{3,}(?:[аяеу]ет|[уюая]ют|ила?|или|овал[аи]?)(?!\p{L})/iu,
);
const OPENS_WITH_PREDICATE = pattern(
  /^(?:[—–-] |(?:не|сам|всегда|можно|нельзя) |\p{L}{2,}(?:[еиуюая]т|[еиуюая]тся|[аеяи]н[аоы]?|[аи]л[аои]?)(?!\p{L}))/iu,
);
const BROKEN_END =
  /(?:^|[\s,])(?:и|а|но|или|в|во|на|с|со|к|ко|по|о|об|от|до|для|из|у|за|при|под|над|без|через|что|чтобы|как|если|когда|так|т\.е)$|[,:;—–-]$/iu;
/** A verb, a short participle or another word that makes a statement of a phrase; found by its ending. */
const PREDICATE = pattern(
  /(?<!\p{L})(?:\p{L}{2,}(?:ет|ит|ут|ют|ат|ят|ется|ится|утся|ются|атся|ятся|ть|ться|чь|ти)|\p{L}{3,}(?:ен|ена|ено|ены|ан|ана|ано|аны|ла|ло|ли|лся|лась|лись)|можно|нельзя|нужно|надо|нет|есть|легко|сложно|трудно|удобно|важно|возможен|возможна|возможно|может|имеет|должен|должна|должны|доступ(?:ен|на|но|ны)|способ(?:ен|на|но|ны)|нуж(?:ен|на|ны)|(?:\p{L}{2,}(?:ее|ше|же)),? чем)(?!\p{L})|\s[—–-]\s/iu,
);

/** Titles that judge or sort what they name; what remains is the subject: «Преимущества контейнеризации». */
const SORT_WORDS =
  /^(?:(?:основные|главные|ключевые) )?(?:преимущества|недостатки|плюсы|минусы|достоинства|особенности|свойства|возможности|назначение|признаки|характеристики|принципы)(?: и (?:преимущества|недостатки|плюсы|минусы|особенности|свойства))? /iu;
const WHAT_IS = pattern(/^(?:что такое|кто такой|кто такая|зачем нуж\p{L}+|для чего нуж\p{L}+) /iu);

/** The sentence a fact consists of, if it can be shown alone. */
export function sentenceOf(fact: Fact, deck: DeckIndex): Sentence | null {
  return deck.once('sentence', fact, () => {
    const said = saidBy(fact);
    const text = said === null ? null : tidy(said);
    if (text === null || !passesGate(text)) return null;
    const subject = missingSubject(fact, text, deck);
    return subject === null && LACKS_SUBJECT.test(text) ? null : { text, subject };
  });
}

/** The sentence with its subject in front where it needs one: «Контейнеризация: приложения запускаются …». */
export function withSubject({ text, subject }: Sentence, claim = text): string {
  return subject === null ? claim : `${subject}: ${lowerFirst(claim)}`;
}

function saidBy(fact: Fact): string | null {
  if (fact.kind === 'statement' || fact.kind === 'item') return fact.text;
  return fact.kind === 'explanation' ? fact.answer : null;
}

/** The author's words as one sentence: no brackets, see `tidyLine` for the rest. */
export const tidy = (text: string): string => tidyLine(withoutAsides(text));

/** The author's words without shouting, «Также» in front and the stop at the end, with proper dashes. */
export function tidyLine(text: string): string {
  const calm = text
    .replace(/(?<!\p{L})[А-ЯЁ]{3,}(?!\p{L})/gu, (word) =>
      isShouted(word) ? word.toLowerCase() : word,
    )
    .replace(/\s+/gu, ' ')
    .replace(/ [-–] /gu, ' — ')
    .trim()
    .replace(/^(?:также|ещё|кроме того,) /iu, '')
    .replace(/(?<!т\.\s?[дпке])[.;!\s]+$/u, '');
  return /^\p{Script=Latin}/u.test(calm) ? calm : upperFirst(calm);
}

/** Does the text state something, rather than name it? */
export const isStatement = (text: string): boolean => PREDICATE.test(text);

function passesGate(text: string): boolean {
  if (text.length < SHORTEST || text.length > LONGEST) return false;
  if (words(text).length < FEWEST_WORDS || CODE.test(text) || isPersonal(text)) return false;
  if (
    // A question, also a quoted one, claims nothing that could be turned round.
    text.includes('?') ||
    LEANS_BACK.test(text) ||
    isNotation(text) ||
    POINTS_BACK.test(text) ||
    OWN_STORY.test(text) ||
    BROKEN_END.test(text) ||
    openingOf(text) === 'we do' ||
    !isStatement(text)
  )
    return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  return cyrillic / letters >= LEAST_CYRILLIC && isBalanced(text);
}

/** `grep слово файл найти строки`, «Esc вернуться назад»: a key and what it does, no sentence. */
function isNotation(text: string): boolean {
  const [, name = '', rest = ''] = /^([A-Za-z][A-Za-z0-9_.+-]*)\s+(.*)$/u.exec(text) ?? [];
  if (/^-|^(?:не )?\p{L}+(?:ть|ти|чь)(?:ся)?(?!\p{L})/u.test(rest)) return name !== '';
  return /^[a-z]/.test(name) && !OPENS_WITH_PREDICATE.test(rest);
}

function isBalanced(text: string): boolean {
  const count = (sign: string): number => text.split(sign).length - 1;
  return count('«') === count('»') && count('(') === count(')') && count('"') % 2 === 0;
}

/**
 * The subject, unless the sentence names it. A statement under its term may do so with any kindred word; an entry of a
 * list must use the very word: «путём увеличения контейнеров» does not say that it speaks of «контейнеризация».
 */
function missingSubject(fact: Fact, text: string, deck: DeckIndex): string | null {
  const subject = subjectOf(fact, deck);
  if (subject === null) return null;
  const said = deck.stems(text);
  const isNamed = (part: string): boolean =>
    fact.kind === 'statement' ? hasKin(part, said) : said.has(part);
  return [...deck.stems(subject)].some(isNamed) ? null : subject;
}

/** Headings that announce what they say and name nothing. */
const ANNOUNCES = pattern(
  /^(?:правил|пример|важн|примечан|замечан|вывод|итог|определен|термин|понят|внимани|совет|нюанс|факт|иде|суть|главн|заметк|лекц|тем[аы])\p{L}*(?:\s\d+)?$/iu,
);

/** What a fact is about, in the nominative: its term, or what its heading names without judging it. */
export function subjectOf(fact: Fact, deck: DeckIndex): string | null {
  if (fact.kind === 'statement' && fact.subject !== null)
    return ANNOUNCES.test(fact.subject) ? null : fact.subject;
  const title = fact.kind === 'item' ? fact.list : fact.section;
  if (title === null) return null;
  const rest = title.replace(WHAT_IS, '').replace(SORT_WORDS, '');
  return rest === title ? null : nominative(rest, deck);
}

/** The nominative of what stands in a title in the genitive, when it can be known: a name, a term of the deck, «-ии». */
function nominative(genitive: string, deck: DeckIndex): string | null {
  if (/^[A-Za-z][A-Za-z0-9 .+#-]*$/.test(genitive)) return genitive;
  const term = termsByStems(deck).get(contentStems(genitive).join(' '));
  if (term !== undefined) return term;
  return /^\p{L}+ии$/u.test(genitive) ? upperFirst(genitive.replace(/и$/u, 'я')) : null;
}

const termsByStems = (deck: DeckIndex): ReadonlyMap<string, string> =>
  deck.memo(
    'terms-by-stems',
    () =>
      new Map(deck.ofKind('definition').map(({ term }) => [contentStems(term).join(' '), term])),
  );

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Lower case for the first letter of an ordinary Russian word; names and abbreviations keep theirs. */
export const lowerFirst = (text: string): string =>
  /^[А-ЯЁ][а-яё]*(?![А-ЯЁ])/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
