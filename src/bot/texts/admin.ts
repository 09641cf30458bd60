/** What whoever runs the bot reads on a phone: how it fares, what to look at, what was stopped. Nobody else sees any of it. */
import { plural } from '../../russian/plural.js';
import type { BotStatus, SetAsideList, Worst } from '../../study/admin.js';
import { count, days, NBSP } from '../count.js';
import { lines, paragraphs, prose, type Html } from '../html.js';
import type { Row } from '../keyboards.js';
import type { Message } from '../message.js';
import { inQuotes, noteText } from '../note-text.js';

/** Added to the menu of an admin, in this order. */
export const adminMenu = [
  { command: 'status', description: 'Как работает бот' },
  { command: 'health', description: 'Вопросы, на которые стоит взглянуть' },
  { command: 'missing', description: 'Чего нет в конспектах' },
  { command: 'setaside', description: 'Отложенные обновления' },
  { command: 'pausepush', description: 'Остановить ежедневные вопросы у всех' },
  { command: 'resumepush', description: 'Вернуть ежедневные вопросы' },
];

const LONGEST = { prompt: 160, answer: 80, title: 60, query: 80, error: 80 };
const MISHAPS_SHOWN = 5;
/** A push a sender has just not got round to is no news. */
const LATE_SECONDS = 60;

/** Kinds of trouble in words; one that is not here stands as it is. */
const MISHAPS = new Map([
  ['flood', 'Telegram просил подождать'],
  ['server', 'ошибка у Telegram'],
  ['network', 'нет связи с Telegram'],
  ['bad-request', 'Telegram не принял запрос'],
  ['unauthorized', 'Telegram не узнал токен'],
  ['conflict', 'токен занят другим процессом'],
  ['database', 'база не отвечала'],
  ['bug', 'ошибка в самом боте'],
  ['push-failed', 'вопрос дня не ушёл'],
  ['push-unknown', 'неизвестно, дошёл ли вопрос дня'],
]);

/** How the bot fares; the numbers of connections and mishaps are those of the process that answers. */
export const statusMessage = (status: BotStatus): Message => ({
  text: paragraphs([
    prose`<b>Работает</b> ${span(status.upSeconds)}, версия ${status.version}`,
    lines([
      prose`База отвечает за ${Math.ceil(status.databaseMs)}${NBSP}мс, соединений занято ${status.pool.busy} из ${status.pool.most}${status.pool.waiting > 0 ? `, ждут ещё ${status.pool.waiting}` : ''}.`,
      inboxText(status.inbox),
      pushesText(status.pushes),
    ]),
    mishapsText(status.mishaps),
    prose`Ещё — /health, /missing`,
  ]),
});

const inboxText = ({ waiting, setAside }: BotStatus['inbox']): Html =>
  setAside === 0
    ? prose`Обновлений в очереди — ${waiting}, отложенных нет.`
    : prose`Обновлений в очереди — ${waiting}, отложенных — ${setAside}: /setaside`;

function pushesText({ due, lateSeconds, pause }: BotStatus['pushes']): Html {
  const backlog = due > 0 ? ` Ждёт ${due}, дольше всех — ${span(lateSeconds)}.` : '';
  if (pause?.by === 'admin')
    return prose`Ежедневные вопросы остановлены у всех.${backlog} Вернуть — /resumepush`;
  if (pause !== null)
    return prose`Telegram просил подождать: ежедневные вопросы продолжатся через ${span(pause.seconds)}.${backlog}`;
  return lateSeconds > LATE_SECONDS
    ? prose`Ежедневные вопросы опаздывают.${backlog}`
    : prose`Ежедневные вопросы уходят вовремя.`;
}

function mishapsText(mishaps: BotStatus['mishaps']): Html {
  if (mishaps.length === 0) return prose`Сбоев с запуска не было.`;
  return lines([
    prose`<b>Сбои с запуска</b>`,
    ...mishaps
      .slice(0, MISHAPS_SHOWN)
      .map(
        ({ kind, times, secondsAgo }) =>
          prose`${MISHAPS.get(kind) ?? kind} — ${times}, ${times === 1 ? '' : 'последний '}${span(secondsAgo)} назад`,
      ),
  ]);
}

/** The questions that fare worst, among those of notes that everybody has. */
export function healthMessage(worst: Worst): Message {
  if (worst.shown.length + worst.private === 0)
    return { text: prose`Плохих вопросов не видно. Остальное — /status` };
  const others =
    worst.private === 0
      ? null
      : prose`В личных конспектах таких — ${worst.private}, их слова здесь не показываются.`;
  return {
    text: paragraphs([
      worst.shown.length === 0 ? null : prose`<b>Вопросы, на которые стоит взглянуть</b>`,
      ...worst.shown.map(worstText),
      others,
      prose`Остальное — /status`,
    ]),
  };
}

function worstText(
  { question, deckTitle, answered, right, credited, disliked }: Worst['shown'][number],
  i: number,
): Html {
  const { ask, material, answer, line } = question;
  const prompt = material === null ? ask : `${ask} ${material.text}`;
  const counts = [
    `правильно ${right} из ${answered}`,
    ...(disliked > 0 ? [`плохим назвали ${count(disliked, 'раз', 'раза', 'раз')}`] : []),
    ...(credited > 0 ? [`засчитано ${count(credited, 'раз', 'раза', 'раз')}`] : []),
  ];
  return lines([
    prose`${i + 1}. ${noteText(prompt.replace(/\s+/gu, ' '), LONGEST.prompt)}`,
    prose`Ответ: ${noteText(answer.text, LONGEST.answer)}`,
    prose`${counts.join(' · ')}`,
    prose`${noteText(deckTitle, LONGEST.title)}, строка ${line}`,
  ]);
}

/** What people looked for and no notes have. */
export function missedMessage(
  missed: readonly { readonly query: string; readonly times: number }[],
): Message {
  if (missed.length === 0)
    return { text: prose`Всё, что искали, в конспектах есть. Остальное — /status` };
  return {
    text: paragraphs([
      prose`<b>Искали, а в конспектах нет</b>`,
      lines(
        missed.map(
          ({ query, times }) =>
            prose`${inQuotes(query, LONGEST.query)} — ${count(times, 'раз', 'раза', 'раз')}`,
        ),
      ),
      prose`Остальное — /status`,
    ]),
  };
}

const setAsideRow: Row = [{ text: '‹ Назад', tap: { kind: 'setAside' } }];

/** Updates that could not be handled, without what was written in them. */
export function setAsideMessage({ total, updates }: SetAsideList): Message {
  if (total === 0) return { text: prose`Отложенных обновлений нет. Остальное — /status` };
  const hidden = total - updates.length;
  return {
    text: paragraphs([
      prose`<b>Отложено ${count(total, 'обновление', 'обновления', 'обновлений')}</b>`,
      lines([
        ...updates.map(
          ({ updateId, error, secondsAgo }, i) =>
            prose`${i + 1}. ${span(secondsAgo)} назад: <code>${updateId}</code> ${noteText(error ?? '', LONGEST.error)}`,
        ),
        hidden > 0 ? prose`и ещё ${hidden}` : null,
      ]),
      prose`Повторить — кнопкой, когда причина устранена.`,
    ]),
    keyboard: [
      updates.map(({ updateId }, i) => ({
        text: String(i + 1),
        tap: { kind: 'replay', update: updateId },
      })),
      [{ text: `Повторить все: ${total}`, tap: { kind: 'replayAll' } }],
    ],
  };
}

export const replayedMessage = (updates: number): Message => ({
  text:
    updates === 0
      ? prose`Повторять уже нечего.`
      : prose`${count(updates, 'обновление', 'обновления', 'обновлений')} ${plural(updates, 'вернулось', 'вернулись', 'вернулись')} в очередь. Что опять не получится, снова будет здесь.`,
  keyboard: [setAsideRow],
});

export const pauseQuestion: Message = {
  text: prose`<b>Остановить ежедневные вопросы у всех?</b>
Остальное работает как обычно. Вернуть можно в любой момент.`,
  keyboard: [
    [
      { text: 'Остановить', tap: { kind: 'pausePushes' } },
      { text: 'Не надо', tap: { kind: 'keepPushes' } },
    ],
  ],
};

export const pausedMessage: Message = {
  text: prose`Ежедневные вопросы остановлены у всех. Вернуть — /resumepush`,
};

export const keptMessage: Message = {
  text: prose`Ежедневные вопросы уходят как обычно. Остальное — /status`,
};

export const resumedMessage: Message = {
  text: prose`Ежедневные вопросы снова уходят. Что опоздало больше чем на 90 минут, сегодня не придёт. Остальное — /status`,
};

/** «40 с», «5 мин», «3 ч», «2 дня». */
function span(seconds: number): string {
  if (seconds < 60) return `${Math.max(0, Math.round(seconds))}${NBSP}с`;
  if (seconds < 3_600) return `${Math.round(seconds / 60)}${NBSP}мин`;
  if (seconds < 86_400) return `${Math.round(seconds / 3_600)}${NBSP}ч`;
  return days(Math.round(seconds / 86_400));
}
