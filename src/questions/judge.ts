/**
 * The judge of what learners write.
 * In: a question as it was asked and the text. Out: a verdict with its reason, or for a question with options the option
 * that was meant; never an exception.
 * An accepted spelling is always correct; a reply that equals or comes nearer to another command or term of the same
 * notes is wrong, and the verdict names it.
 */
import { fold } from '../russian/fold.js';
import { asLatinKeys, asRussianKeys } from '../russian/layout.js';
import { matchCommand, otherFlag } from './judging/command.js';
import { matchTerm, termWords } from './judging/term.js';
import { nearest, verdictOf, type Match } from './judging/match.js';
import type { ChoiceQuestion, TypedQuestion, Verdict } from './question.js';

/** Nobody types more than this in answer to a question; longer texts are not compared letter by letter. */
const REPLY_LIMIT = 300;

const LETTERS = 'абвгдежз';
const YES = new Set(['верно', 'да', 'правда', 'правильно', 'верное', '+']);
const NO = new Set(['неверно', 'нет', 'неправда', 'неправильно', 'ложь', '-']);

interface RivalMatch extends Match {
  readonly rival: string;
}

/** What a typed reply is worth. */
export function judgeReply(question: TypedQuestion, reply: string): Verdict {
  if (reply.length > REPLY_LIMIT && !question.accepted.includes(reply)) return { result: 'wrong' };
  const rivals = question.rivals.filter((rival) => !isAccepted(question, rival));
  const named = rivals.find((rival) => formIn(question, rival) === formIn(question, reply));
  if (named !== undefined) return otherTerm(named);
  const match = matcher(question, rivals);
  const own = nearest(question.accepted.map((spelling) => match(reply, spelling)));
  const other = nearest(
    rivals.map((rival): RivalMatch | null => {
      const found = match(reply, rival);
      return found && { ...found, rival };
    }),
  );
  if (own && !(other && isNearer(other, own))) return verdictOf(own);
  if (other) return otherTerm(other.rival);
  const [wanted] = question.accepted;
  const remark = question.judge === 'command' && wanted ? otherFlag(reply, wanted) : null;
  return { result: 'wrong', ...(remark && { remark }) };
}

/** Terms are compared in the company of the others: it tells what may be left out and what may be added. */
function matcher(
  { judge, accepted }: TypedQuestion,
  rivals: readonly string[],
): (reply: string, spelling: string) => Match | null {
  if (judge === 'command') return matchCommand;
  const own = accepted.map(termWords);
  const others = rivals.map((rival) => ({ rival, words: termWords(rival) }));
  return (reply, spelling) => {
    const company = others.filter(({ rival }) => rival !== spelling).map(({ words }) => words);
    const isOwn = accepted.includes(spelling);
    return matchTerm(reply, spelling, isOwn ? company : [...own, ...company]);
  };
}

/** Equally near is not nearer, unless the reply names both: two answers at once are none. */
function isNearer(other: Match, own: Match): boolean {
  return other.cost < own.cost || (own.remark?.kind === 'extra-word' && other.cost <= own.cost);
}

/** A rival that is an accepted spelling is the fault of the notes, not of the learner. */
function isAccepted(question: TypedQuestion, rival: string): boolean {
  return question.accepted.some(
    (spelling) => formIn(question, spelling) === formIn(question, rival),
  );
}

/** The form in which a text and its exact repetition are equal: for commands every sign counts. */
const formIn = ({ judge }: TypedQuestion, text: string): string =>
  judge === 'command' ? text.trim() : fold(text);

const otherTerm = (term: string): Verdict => ({
  result: 'wrong',
  remark: { kind: 'other-term', term },
});

/** Index of the one choice a text means, «б», «Б)», «2», «верно» or the option itself; null when it means none or several. */
export function choiceOf(question: ChoiceQuestion, reply: string): number | null {
  const typed = bare(reply);
  if (typed === '') return null;
  return (
    only(question, (text) => text.trim() === reply.trim()) ??
    only(question, (text) => bare(text) === typed) ??
    truth(question, typed) ??
    position(question, typed) ??
    only(question, (text) => isRetyped(bare(text), reply))
  );
}

/** Folded, without the stop or the bracket people put after an answer. */
const bare = (text: string): string => fold(text).replace(/^"|[".;!)]+$/g, '');

/** Index of the one choice that passes. */
function only({ choices }: ChoiceQuestion, passes: (text: string) => boolean): number | null {
  const found = [...choices.keys()].filter((i) => passes(choices[i]?.text ?? ''));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function truth(question: ChoiceQuestion, typed: string): number | null {
  if (question.kind !== 'tf' && question.kind !== 'tfflip') return null;
  const word = typed.replace(/^не (?=\p{L})/u, 'не');
  const wanted = YES.has(word) ? 'верно' : NO.has(word) ? 'неверно' : null;
  return wanted && only(question, (text) => bare(text) === wanted);
}

/** «б», «2», «вариант 2», «ответ Б». The Latin A passes for its twin; other Latin letters could mean two options. */
function position({ choices }: ChoiceQuestion, typed: string): number | null {
  const [, mark = ''] = /^(?:(?:вариант|ответ|номер|№) ?)?([а-я]|a|\d)$/u.exec(typed) ?? [];
  const at = /\d/.test(mark) ? Number(mark) - 1 : LETTERS.indexOf(mark === 'a' ? 'а' : mark || '?');
  return at >= 0 && at < choices.length ? at : null;
}

const isRetyped = (option: string, reply: string): boolean =>
  option === bare(asLatinKeys(reply)) || option === bare(asRussianKeys(reply));
