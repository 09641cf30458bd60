/** A question as it is put. In: a step. Out: the message; header, prompt, options and hint in the layout of the phone. */
import type { ChoiceQuestion, Question, RecallQuestion } from '../../questions/question.js';
import type { Step } from '../../study/step.js';
import { count } from '../count.js';
import { hintOf, type Hint } from '../hint.js';
import { prose, join, lines, paragraphs, type Html } from '../html.js';
import {
  gradeKeyboard,
  hasOptionButtons,
  isTruth,
  letterOf,
  opensPush,
  questionKeyboard,
} from '../keyboards.js';
import type { Message } from '../message.js';
import { boldNoteText, italicNoteText, noteText, worded } from '../note-text.js';

/** A line of a phone; a longer header gets the section on a line of its own. */
const LINE = 35;

/** Bounds that keep every message below 4096 signs, whatever the notes hold; the question rules stay far below them. */
export const LONGEST = {
  section: 100,
  ask: 300,
  material: 700,
  option: 250,
  item: 200,
  items: 1800,
} as const;

/** The question, waiting for its answer. */
export function questionMessage(step: Step): Message {
  const { question } = step;
  const hint = step.isHinted ? hintText(question) : null;
  return {
    text: paragraphs([
      header(step),
      lines([boldNoteText(question.ask, LONGEST.ask), material(question)]),
      question.form === 'choice' ? options(question) : null,
      question.form === 'typed' ? prose`✍️ Ответьте сообщением` : null,
      hint,
    ]),
    keyboard: questionKeyboard(step),
  };
}

/** `Вопрос 3 из 10 · Раздел` */
export function header(step: Step): Html {
  const place = `Вопрос ${step.position} из ${step.length}`;
  if (opensPush(step)) return prose`☀️ ${place} · ${minutesOf(step.length)} мин`;
  const { section } = step.question;
  if (section === null) return prose`${place}`;
  return place.length + section.length + 3 <= LINE
    ? prose`${place} · ${noteText(section, LINE)}`
    : lines([prose`${place}`, italicNoteText(section, LONGEST.section)]);
}

/** At twenty seconds a question. */
const minutesOf = (questions: number): number => Math.ceil(questions / 3);

/** The prompt and its material without emphasis, as a verdict repeats them. */
export const promptText = (question: Question): Html =>
  lines([noteText(question.ask, LONGEST.ask), material(question)]);

const material = ({ material: piece }: Question): Html | null =>
  piece === null ? null : worded(piece, LONGEST.material);

function options(question: ChoiceQuestion): Html | null {
  if (isTruth(question) || hasOptionButtons(question)) return null;
  const isAiry = question.choices.some(({ text }) => text.length > LINE);
  const texts = question.choices.map(
    (choice, index) => prose`<b>${letterOf(index)})</b> ${worded(choice, LONGEST.option)}`,
  );
  return join(texts, isAiry ? '\n\n' : '\n');
}

/** The hint of a question with its sign; null where there is none. */
export function hintText(question: Question): Html | null {
  const hint = hintOf(question);
  return hint === null ? null : prose`💡 ${hintWords(question, hint)}`;
}

function hintWords(question: Question, hint: Hint): Html {
  switch (hint.kind) {
    case 'not':
      return prose`Точно не ${notThis(question, hint.choice)}`;
    case 'command':
      return prose`Начинается с ${worded({ text: hint.start, code: true }, LONGEST.option)}`;
    case 'letter':
      return prose`Начинается с «${hint.letter}», всего ${count(hint.length, 'знак', 'знака', 'знаков')}`;
    case 'item':
      return prose`Первый пункт: ${noteText(hint.text, LONGEST.item)}`;
    case 'words':
      return prose`Дальше: «${noteText(hint.text, LONGEST.item)}»`;
  }
}

function notThis(question: Question, index: number): Html {
  const choice = question.form === 'choice' ? question.choices[index] : undefined;
  if (question.form !== 'choice' || choice === undefined) return prose``;
  return hasOptionButtons(question) ? worded(choice, LONGEST.option) : prose`${letterOf(index)}`;
}

/** A self-graded question with its answer shown: how much came back? */
export function revealedMessage(step: Step, question: RecallQuestion): Message {
  const isList = question.items.length > 1;
  return {
    text: paragraphs([
      header(step),
      answerShown(question),
      isList ? prose`Сколько вспомнилось?` : prose`Совпало?`,
    ]),
    keyboard: gradeKeyboard(question, step),
  };
}

/** «**Преимущества контейнеризации**, строка 43» and its entries, or the line that was to be continued and its end. */
function answerShown(question: RecallQuestion): Html {
  const place = prose`, строка ${question.line}`;
  return question.items.length > 1
    ? lines([prose`${boldNoteText(question.topic.text, LONGEST.ask)}${place}`, itemsText(question)])
    : lines([promptText(question), prose`${itemsText(question)}${place}`]);
}

/** The entries of a self-graded answer: numbered when there are several, as many as a message holds. */
export function itemsText({ items, answer }: RecallQuestion): Html {
  if (items.length < 2) return boldNoteText(items[0] ?? answer.text, LONGEST.material);
  const shown: Html[] = [];
  let room: number = LONGEST.items;
  for (const [i, item] of items.entries()) {
    room -= Math.min(item.length, LONGEST.item) + 8;
    if (room < 0) break;
    shown.push(prose`${i + 1}. ${noteText(item, LONGEST.item)}`);
  }
  const rest = items.length - shown.length;
  return lines([...shown, rest > 0 ? prose`и ещё ${rest}` : null]);
}
