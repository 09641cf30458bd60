/** Steps as the study hands them to the bot, with questions in our own words; tests change what they are about. */
import type {
  Choice,
  ChoiceQuestion,
  Question,
  RecallQuestion,
  Remark,
  Result,
  TypedQuestion,
} from '../../src/questions/question.js';
import type { StreakNow } from '../../src/review/streak.js';
import type { Summary, Upcoming } from '../../src/study/sitting.js';
import type { AnsweredStep, Reply, Step } from '../../src/study/step.js';

const plain = (text: string) => ({ text, code: false });
const code = (text: string) => ({ text, code: true });

/** Four descriptions, too long for buttons; Б is right. */
export function aDefinitionQuestion(changes: Partial<ChoiceQuestion> = {}): ChoiceQuestion {
  return {
    ...{ id: 'f1:term2def', factId: 'f1', kind: 'term2def', form: 'choice', section: null },
    ask: 'Что такое «Ветка»?',
    material: null,
    answer: plain('подвижный указатель на последний коммит'),
    topic: plain('Ветка'),
    line: 12,
    source: 'Ветка - подвижный указатель на последний коммит',
    choices: [
      aChoice('сохранённый снимок всех файлов проекта', { about: ['Коммит', 9] }),
      aChoice('подвижный указатель на последний коммит', { correct: true }),
      aChoice('копия хранилища на другом компьютере', { about: ['Клон', 14] }),
      aChoice('имя, под которым записан чужой сервер', { about: ['Remote', 16] }),
    ],
    ...changes,
  };
}

/** Three commands, short enough for buttons; the second is right. */
export function aCommandQuestion(changes: Partial<ChoiceQuestion> = {}): ChoiceQuestion {
  return {
    ...{ id: 'f2:desc2cmd', factId: 'f2', kind: 'desc2cmd', form: 'choice', section: 'Команды' },
    ask: 'Какая команда подходит?',
    material: plain('Задача: показать изменённые файлы.'),
    answer: code('git status'),
    topic: code('git status'),
    line: 20,
    source: 'git status  - показать изменённые файлы',
    choices: [
      {
        text: 'git log',
        code: true,
        correct: false,
        about: { text: 'показать историю', code: false, line: 22 },
      },
      { text: 'git status', code: true, correct: true },
      {
        text: 'git diff',
        code: true,
        correct: false,
        about: { text: 'показать отличия', code: false, line: 21 },
      },
    ],
    ...changes,
  };
}

/** «Верно ли?»; a false statement is said of another term. */
export function aTruthQuestion(isTrue: boolean): ChoiceQuestion {
  const foreign = { text: 'Коммит', line: 9 };
  return {
    ...{ id: 'f3:tf', factId: 'f3', kind: 'tf', form: 'choice', section: null },
    ask: 'Верно ли?',
    material: plain('«Ветка» — снимок всех файлов проекта.'),
    answer: plain('подвижный указатель на последний коммит'),
    topic: plain('Ветка'),
    line: 12,
    source: 'Ветка - подвижный указатель на последний коммит',
    choices: [aChoice('Верно', { correct: isTrue }), aChoice('Неверно', { correct: !isTrue })],
    ...(isTrue ? {} : { foreign }),
  };
}

export function aTypedQuestion(changes: Partial<TypedQuestion> = {}): TypedQuestion {
  return {
    ...{ id: 'f4:typecmd', factId: 'f4', kind: 'typecmd', form: 'typed', judge: 'command' },
    section: 'Просмотр истории и работа с ней',
    ask: 'Напишите команду git',
    material: plain('Задача: показать историю.'),
    answer: code('git log'),
    topic: code('git log'),
    line: 22,
    source: 'git log  - показать историю',
    accepted: ['git log'],
    rivals: ['git status'],
    ...changes,
  };
}

export function aListQuestion(items: number): RecallQuestion {
  return {
    ...{ id: 'f5:recall', factId: 'f5', kind: 'recall', form: 'recall', section: null },
    ask: 'Вспомните список «Состояния файла»',
    material: plain('Назовите его про себя.'),
    answer: plain('Состояния файла'),
    topic: plain('Состояния файла'),
    line: 30,
    source: 'СОСТОЯНИЯ ФАЙЛА',
    items: Array.from({ length: items }, (_, i) => `состояние под номером ${i + 1}`),
  };
}

export function aFlashQuestion(): RecallQuestion {
  return {
    ...{ id: 'f6:flash', factId: 'f6', kind: 'flash', form: 'recall', section: null },
    ask: 'Продолжите',
    material: plain('«Git хранит историю не на сервере, а ___»'),
    answer: plain('на компьютере каждого разработчика'),
    topic: plain('Git хранит историю'),
    line: 40,
    source: 'Git хранит историю не на сервере, а на компьютере каждого разработчика',
    items: ['на компьютере каждого разработчика'],
  };
}

export const everyQuestion: readonly Question[] = [
  aDefinitionQuestion(),
  aDefinitionQuestion({ kind: 'def2term' }),
  aCommandQuestion(),
  aCommandQuestion({ kind: 'cmd2desc' }),
  aTruthQuestion(true),
  aTruthQuestion(false),
  aTypedQuestion(),
  aTypedQuestion({ kind: 'clozetype', judge: 'term', accepted: ['HEAD'], answer: plain('HEAD') }),
  aListQuestion(5),
  aListQuestion(2),
  aFlashQuestion(),
];

export function aChoice(
  text: string,
  { correct = false, about }: { correct?: boolean; about?: readonly [string, number] } = {},
): Choice {
  if (about === undefined) return { text, code: false, correct };
  return { text, code: false, correct, about: { text: about[0], code: false, line: about[1] } };
}

export function aStep(question: Question, changes: Partial<Step> = {}): Step {
  return {
    ...{ session: 's1', position: 3, length: 10, sessionKind: 'portion', question },
    ...{ isHinted: false, deckTitle: null, isPaced: false, messageId: 77 },
    ...changes,
  };
}

export function anAnswer(
  question: Question,
  answer: { reply: Reply; result: Result; remark?: Remark },
  changes: Partial<Step> = {},
): AnsweredStep {
  const { reply, result, remark } = answer;
  const verdict = remark === undefined ? { result } : { result, remark };
  return { ...aStep(question, changes), reply, verdict };
}

export const nothingUpcoming: Upcoming = { inDays: null, count: 0, date: null, isNight: false };

export function aStreak(changes: Partial<StreakNow> = {}): StreakNow {
  return {
    ...{ days: 0, daysOff: 0, record: 0, isTodayDone: true, isDayOffEarned: false, saved: [] },
    ...changes,
  };
}

export function aSummary(changes: Partial<Summary> = {}): Summary {
  return {
    ...{ session: 's1', sessionKind: 'portion', right: 7, answered: 10, length: 10 },
    ...{ toRepeat: [], upcoming: nothingUpcoming, more: 20, deckId: 'd1', mistakes: 0 },
    ...{ isAfterBreak: false, isPile: false, streak: aStreak() },
    ...changes,
  };
}
