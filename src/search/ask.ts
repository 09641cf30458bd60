/**
 * What a look-up asks for: its subject without the words of the question.
 * In: the text as typed (layout already put right). Out: one subject, or two that are to be compared, and what sort of
 * answer is wanted. Never empty-handed: what is no question is its own subject.
 */

import { readAspect, type Aspect } from './aspects.js';

/** `how`: a thing to do; `commands`: whatever commands there are for it; `reason`: зачем, почему; `question`: any other. */
export type Wish = 'term' | 'how' | 'commands' | 'reason' | 'question';

export interface Ask {
  readonly wish: Wish;
  readonly subject: string;
  /** What is wanted of it, when that is said. */
  readonly aspect: Aspect | null;
  /** Two things to be told apart. */
  readonly pair: readonly [string, string] | null;
  /** «X и Y», «X или Y» may also be one name; the others can only be a comparison. */
  readonly isSurePair: boolean;
}

const ENDING = /[\s?!.,;]+$/u;
const S = String.raw`\s+`;

const re = (pattern: string): RegExp => new RegExp(pattern.replaceAll(' ', S), 'iu');

const PAIRS: readonly RegExp[] = [
  re(
    '^(?:в )?ч[её]м (?:же )?(?:отличается|отличаются|различаются|разница|отличие|отличия) (?:между |у )?(.+?) (?:от|и|с) (.+)$',
  ),
  re('^(?:в )?ч[её]м (?:же )?(.+?) (?:отличается|отличаются) от (.+)$'),
  re('^(.+?) (?:ч[её]м )?(?:отличается|отличаются) от (.+)$'),
  re(
    '^(.+?) (?:и|от) (.+?) (?:в ч[её]м |ч[её]м )?(?:разница|отличие|отличия|отличаются|различие|различия)$',
  ),
  re(
    '^(?:какая |какие |какое |есть ли |покажи )?(?:разница|разницу|отличи[еяй]|различи[еяй]|сравнение) (?:между |у )?(.+?) (?:от|и|с|со|vs) (.+)$',
  ),
  re('^сравни(?:ть|те)? (.+?) (?:и|с|со) (.+)$'),
  re(
    '^(?:а )?чем (.+?) (?:лучше|хуже|быстрее|медленнее|удобнее|легче|тяжелее|проще|сильнее|слабее|безопаснее) (?:чем )?(.+)$',
  ),
  re('^(.+?) (?:лучше|хуже|быстрее|удобнее|легче|проще) чем (.+)$'),
  re('^(?:что )?(?:лучше|быстрее|выбрать|надёжнее|надежнее) (.+?) или (.+)$'),
  re('^(.+?) (?:vs\\.?|versus|против|в отличие от) (.+)$'),
];

const MAYBE_PAIR = re('^(.+?) (?:или|и) (.+)$');

const TERM_FRAMES: readonly RegExp[] = [
  re('^(?:а )?(?:что|кто) (?:же )?(?:это )?(?:такое|такой|такая|такие) (?:есть )?'),
  re('^что (?:значит|означает|обозначает|за|есть|это(?: за)?) '),
  re(
    '^(?:объясни|поясни|расскажи|напомни|опиши|покажи|найди|дай|подскажи|скажи)(?:те)? (?:мне |пожалуйста |плиз )*(?:(?:про|о|об|обо|определение|термин|понятие|что такое|что значит) )?',
  ),
  re('^(?:определение|понятие|термин|значение) (?:слова |термина )?'),
];
const TERM_TAIL = re(
  '(?: -| —)? (?:это )?(?:что|кто)(?: (?:это|такое|такой|такая|значит))*$|(?: -| —)? это$',
);

const COMMANDS = re('^(?:(?:какая|какой|какие|нужна|покажи) )?команд(?:а|ы|у|ой|ою) (?:есть )?');
const PURPOSE = re('^(?:для|чтобы|чтоб|которая|которой|как|котор\\p{L}+|по|на) ');
const LISTING = re('^(?:список|перечень) ');
const HOW = re('^(?:а )?(?:как|чем|каким образом) (?:(?:мне|можно|правильно|быстро|лучше) )*');
const REASON = re('^(?:зачем|почему|для чего|отчего|с какой целью) ');
const QUESTION = re(
  '^(?:(?:в|на|за|со|с|из|от|до|по|для|к|у|о) )?(?:что|чего|чему|кто|кого|кому|где|куда|откуда|когда|сколько|скольки|какой|какая|какое|какие|какого|каком|какую|каких|какими|чей|чья|чье|чем|ч[её]м|какова|каков|можно|нужно|надо|бывает|есть) ',
);
const INFINITIVE =
  /(?:^|\s)\p{Script=Cyrillic}{2,}(?:ать|ять|еть|ить|оть|уть|ыть|сть|зть|чь|ти|ться|тись)(?=\s|$)/iu;

const single = (wish: Wish, subject: string): Ask => ({
  wish, subject: subject.trim(), aspect: null, pair: null, isSurePair: false,
}); // prettier-ignore

/** Reads a look-up; `isName` tells a name that ends in a sign (`:q!`, `C++`) from a sentence that does. */
export function readAsk(text: string, isName: (subject: string) => boolean): Ask {
  const whole = readSingle(text.trim());
  if (isName(whole.subject)) return whole;
  const bare = text.trim().replace(ENDING, '');
  const line = bare === '' ? text.trim() : bare;
  return readPair(line) ?? { ...readSingle(line), aspect: readAspect(line) };
}

/** What is looked for, without the words of the question; of a comparison the whole line. */
export const subjectOf = (text: string): string =>
  readAsk(text, () => false).subject || text.trim();

function readPair(line: string): Ask | null {
  for (const pattern of PAIRS) {
    const [, left, right] = pattern.exec(line) ?? [];
    if (left && right) return { ...single('term', line), pair: [left, right], isSurePair: true };
  }
  const whole = readSingle(line);
  const [, left, right] = MAYBE_PAIR.exec(whole.subject) ?? [];
  return left && right && whole.wish === 'term' ? { ...whole, pair: [left, right] } : null;
}

function readSingle(line: string): Ask {
  const commands = COMMANDS.exec(line);
  if (commands) {
    const subject = line.slice(commands[0].length).replace(PURPOSE, '');
    return single(INFINITIVE.test(subject) ? 'how' : 'commands', subject);
  }
  for (const frame of TERM_FRAMES) {
    const found = frame.exec(line);
    if (!found || found[0].length >= line.length) continue;
    return { ...readSingle(line.slice(found[0].length)), wish: 'term' };
  }
  const tail = TERM_TAIL.exec(line);
  if (tail && tail.index > 0) return single('term', line.slice(0, tail.index));
  const how = HOW.exec(line);
  if (how && INFINITIVE.test(line)) return single('how', line.slice(how[0].length));
  if (LISTING.test(line)) return single('how', line);
  if (REASON.test(line)) return single('reason', line);
  if (how || QUESTION.test(line)) return single('question', line);
  return single(INFINITIVE.test(line) ? 'how' : 'term', line);
}
