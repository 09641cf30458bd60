/**
 * A verdict in words. In: an answered step. Out: the message that begins with ✅, 🟡 or ❌, keeps the right and the
 * chosen option and ends with the line of the notes that proves it. A truth verdict always agrees with its button.
 */
import type { Choice, ChoiceQuestion, Remark } from '../../questions/question.js';
import type { AnsweredStep, AnswerOutcome, Step } from '../../study/step.js';
import { verdictKeyboard } from '../corrections-keyboard.js';
import { count } from '../count.js';
import { prose, join, lines, paragraphs, type Html } from '../html.js';
import { gradeRanges, hasOptionButtons, isTruth, letterOf } from '../keyboards.js';
import type { Message } from '../message.js';
import { named, noteText, worded } from '../note-text.js';
import { place, proof } from './proof.js';
import { itemsText, LONGEST, promptText } from './question.js';
import { misfitMessage } from './replies.js';

const LONGEST_NAME = 120;

/** Said once, under the first verdict of a newcomer. */
const QUOTE_EXPLAINED = prose`Под ответом всегда строка конспекта, из которой взят вопрос.`;

/** Said once, when a fact was lost for the eighth time. */
const EASED = prose`Факт трудный: теперь он будет приходить с вариантами ответа.`;

const CREDITED = prose`✅ Засчитано. Такой ответ теперь тоже подойдёт.`;

/** The verdict of a step, with «Дальше» where there is something to read. */
export function verdictMessage(step: AnsweredStep): Message {
  const text = lines([
    verdictText(step),
    step.isFirstEver === true ? QUOTE_EXPLAINED : null,
    step.isEased === true ? EASED : null,
  ]);
  return needsReading(step) ? { text, keyboard: verdictKeyboard(step) } : { text };
}

/** After ✅ and after self-grading the next question comes by itself, unless the learner wants to press «Дальше». */
export function needsReading({ question, reply, verdict, isPaced }: AnsweredStep): boolean {
  if (isPaced || verdict.remark?.kind === 'credited') return true;
  if (reply.kind === 'unknown') return true;
  return question.form !== 'recall' && verdict.result !== 'correct';
}

function verdictText(step: AnsweredStep): Html {
  const { question, reply } = step;
  if (reply.kind === 'unknown') return paragraphs([prose`❌ Запоминаем`, ...solution(step)]);
  if (question.form === 'recall') return gradedText(step);
  return question.form === 'typed' ? typedText(step) : choiceText(step, question);
}

/** What is said to a text: its verdict, or that the question wants a button. */
export const replyMessage = (
  outcome: Extract<AnswerOutcome, { kind: 'judged' | 'misfit' }>,
): Message => (outcome.kind === 'judged' ? verdictMessage(outcome.step) : misfitMessage);

/** A sitting is over and this question was never answered: what the answer would have been. */
export const closedMessage = (step: Step): Message => ({
  text: paragraphs([prose`Вопрос закрыт`, ...solution(step)]),
});

/** The answer and its proof, for those who did not answer; the quote of a list would say its entries twice. */
function solution(step: Step): Html[] {
  const isList = step.question.form === 'recall' && step.question.items.length > 1;
  return [answerText(step), isList ? place(step) : proof(step)];
}

/** The prompt with its right answer. */
function answerText({ question }: Step): Html {
  const prompt = promptText(question);
  switch (question.form) {
    case 'typed':
      return lines([prompt, wanted(question.answer)]);
    case 'recall':
      return lines([prompt, itemsText(question)]);
    case 'choice':
      if (isTruth(question)) {
        return lines([
          prompt,
          isTrue(question) ? prose`Здесь всё верно.` : prose`Это не так.`,
          owner(question),
        ]);
      }
      return lines([prompt, rightOption(question)]);
  }
}

/** «3–4 из 5 · Преимущества контейнеризации, строка 43» */
function gradedText(step: AnsweredStep): Html {
  const { question, verdict } = step;
  if (question.form !== 'recall') return prose``;
  const which = { correct: 0, partial: 1, wrong: 2 }[verdict.result];
  if (question.items.length < 2) {
    const word = ['✅ Совпало', '🟡 Частично', '❌ Не совпало'][which] ?? '';
    return paragraphs([prose`${word}`, proof(step)]);
  }
  const sign = ['✅', '🟡', '❌'][which] ?? '';
  const range = gradeRanges(question.items.length)[which] ?? '';
  const title = noteText(question.topic.text, LONGEST.ask);
  return prose`${sign} ${range} из ${question.items.length} · ${title}, строка ${question.line}`;
}

function typedText(step: AnsweredStep): Html {
  const { question, verdict } = step;
  if (verdict.remark?.kind === 'credited') return paragraphs([CREDITED, proof(step)]);
  if (verdict.result === 'correct') {
    return paragraphs([
      rightly(step, verdict.remark && correctRemark(verdict.remark)),
      proof(step),
    ]);
  }
  const headline =
    verdict.result === 'partial'
      ? prose`🟡 Почти, засчитано${partialRemark(verdict.remark)}`
      : prose`❌ Нет${wrongRemark(verdict.remark, question.answer.code)}`;
  return paragraphs([lines([headline, wanted(question.answer)]), proof(step)]);
}

const wanted = (answer: { text: string; code: boolean }): Html =>
  prose`Нужно: ${worded(answer, LONGEST.option)}`;

/** `✅ Правильно`, with what is worth adding. */
function rightly({ isHinted }: Step, remark: string | null | undefined): Html {
  const added = remark ?? (isHinted ? 'с подсказкой' : null);
  return added === null ? prose`✅ Правильно` : prose`✅ Правильно, ${added}`;
}

function correctRemark(remark: Remark): string | null {
  switch (remark.kind) {
    case 'russian-layout':
      return 'раскладка была русская';
    case 'latin-layout':
      return 'раскладка была английская';
    case 'transliteration':
      return 'записано другими буквами';
    default:
      return null;
  }
}

function partialRemark(remark: Remark | undefined): string {
  switch (remark?.kind) {
    case 'typo':
      return remark.letters === 1
        ? ': опечатка в одну букву'
        : `: опечатка в ${count(remark.letters, 'букву', 'буквы', 'букв')}`;
    case 'word-form':
      return ': другая форма слова';
    case 'extra-word':
      return ': лишнее слово';
    default: {
      const other = remark && correctRemark(remark);
      return other ? `: ${other}` : '';
    }
  }
}

function wrongRemark(remark: Remark | undefined, isCommand: boolean): Html {
  if (remark?.kind === 'other-term') {
    const name = named({ text: remark.term, code: isCommand }, LONGEST_NAME);
    return isCommand ? prose`, это другая команда: ${name}` : prose`, это другой термин: ${name}`;
  }
  if (remark?.kind === 'other-flag') {
    const [given, other] = [remark.given, remark.wanted].map((text) =>
      worded({ text, code: true }, LONGEST_NAME),
    );
    if (given && other) return prose`: ${given} и ${other} — разные ключи`;
  }
  return prose``;
}

function choiceText(step: AnsweredStep, question: ChoiceQuestion): Html {
  if (isTruth(question)) return truthText(step, question);
  if (step.verdict.result === 'correct') return paragraphs([rightly(step, null), proof(step)]);
  const chosen = step.reply.kind === 'tap' ? step.reply.choice : null;
  return paragraphs([
    prose`❌ Нет`,
    lines([promptText(question), rightOption(question), wrongOption(question, chosen)]),
    proof(step),
  ]);
}

const isTrue = ({ choices }: ChoiceQuestion): boolean => choices[0]?.correct === true;

function truthText(step: AnsweredStep, question: ChoiceQuestion): Html {
  if (step.verdict.result === 'correct') {
    const verdict = isTrue(question)
      ? prose`✅ Правильно, всё так`
      : prose`✅ Правильно, это не так`;
    return paragraphs([lines([verdict, owner(question)]), proof(step)]);
  }
  return paragraphs([
    isTrue(question) ? prose`❌ Нет, здесь всё верно` : prose`❌ Нет, это не так`,
    lines([promptText(question), owner(question)]),
    proof(step),
  ]);
}

/** «Это сказано про «Docker-образ», строка 20» */
function owner({ foreign }: ChoiceQuestion): Html | null {
  if (foreign === undefined) return null;
  return prose`Это сказано про ${named({ text: foreign.text, code: false }, LONGEST_NAME)}, строка ${foreign.line}`;
}

function rightOption(question: ChoiceQuestion): Html | null {
  const index = question.choices.findIndex(({ correct }) => correct);
  return index < 0 ? null : prose`✅ ${option(question, index)}`;
}

function wrongOption(question: ChoiceQuestion, index: number | null): Html | null {
  const choice = index === null ? undefined : question.choices[index];
  if (index === null || choice === undefined) return null;
  return prose`❌ ${join([option(question, index), about(question, choice)], '')}`;
}

function option(question: ChoiceQuestion, index: number): Html {
  const choice = question.choices[index];
  if (choice === undefined) return prose``;
  const text = worded(choice, LONGEST.option);
  return hasOptionButtons(question) ? text : prose`${letterOf(index)}) ${text}`;
}

/** What a wrong option really is: a description is explained by its term, a term by its description. */
function about({ kind }: ChoiceQuestion, { about: other }: Choice): Html | null {
  if (other === undefined) return null;
  const place = prose`строка ${other.line}`;
  switch (kind) {
    case 'def2term':
      return prose` — по конспекту ${other.isDeed ? '' : 'это '}${worded(other, LONGEST.option)}, ${place}`;
    case 'desc2cmd':
      return prose` — ${worded(other, LONGEST.option)}, ${place}`;
    default:
      return prose` — это ${named(other, LONGEST.option)}, ${place}`;
  }
}
