import { visible } from '../../../src/bot/html.js';
import {
  adminMenu,
  healthMessage,
  missedMessage,
  replayedMessage,
  setAsideMessage,
  statusMessage,
} from '../../../src/bot/texts/admin.js';
import { menu } from '../../../src/bot/texts/replies.js';
import type { BotStatus } from '../../../src/study/admin.js';
import { aDefinitionQuestion } from '../../support/steps.js';

const LONGEST_MESSAGE = 4096;

const aStatus = (changes: Partial<BotStatus> = {}): BotStatus => ({
  ...{ version: '0.1.0', upSeconds: 200_000, mishaps: [], databaseMs: 0.4 },
  pool: { busy: 2, most: 10, waiting: 0 },
  inbox: { waiting: 0, setAside: 0 },
  pushes: { due: 0, lateSeconds: 0, pause: null },
  ...changes,
});

const read = (message: { text: Parameters<typeof visible>[0] }): string =>
  visible(message.text).replaceAll('\u00a0', ' ');

test('a calm day', () => {
  expect(read(statusMessage(aStatus()))).toBe(`Работает 2 дня, версия 0.1.0

База отвечает за 1 мс, соединений занято 2 из 10.
Обновлений в очереди — 0, отложенных нет.
Ежедневные вопросы уходят вовремя.

Сбоев с запуска не было.

Ещё — /health, /missing`);
});

test('a bad one: the latest trouble first, in words', () => {
  const text = read(
    statusMessage(
      aStatus({
        pool: { busy: 10, most: 10, waiting: 7 },
        pushes: { due: 300, lateSeconds: 7_000, pause: { by: 'telegram', seconds: 28 } },
        mishaps: [
          { kind: 'flood', times: 3, secondsAgo: 12 },
          { kind: 'database', times: 1, secondsAgo: 600 },
        ],
      }),
    ),
  );
  expect(text).toContain('занято 10 из 10, ждут ещё 7.');
  expect(text).toContain('продолжатся через 28 с. Ждёт 300, дольше всех — 2 ч.');
  expect(text).toContain('Telegram просил подождать — 3, последний 12 с назад');
  expect(text).toContain('база не отвечала — 1, 10 мин назад');
});

test('whatever the notes and the look-ups hold, a message stays a message', () => {
  const long = '<b>&amp; /etc @user '.repeat(200);
  const question = aDefinitionQuestion({ ask: long, answer: { text: long, code: false } });
  const numbers = { answered: 10, right: 1, credited: 2, disliked: 3, unchosen: [long] };
  const worst = { question, deckTitle: long, isPrivate: false, ...numbers };
  const messages = [
    healthMessage({ shown: Array.from({ length: 5 }, () => worst), private: 9 }),
    missedMessage(Array.from({ length: 20 }, () => ({ query: long, times: 21 }))),
    setAsideMessage({ total: 9, updates: [{ updateId: 1, error: long, secondsAgo: 5 }] }),
  ];
  for (const { text } of messages) expect(visible(text).length).toBeLessThan(LONGEST_MESSAGE);
});

test('numbers agree with their words', () => {
  const said = [0, 1, 2, 5, 21].map((n) => read(replayedMessage(n)).split('. ')[0]);
  expect(said).toEqual([
    'Повторять уже нечего.',
    '1 обновление вернулось в очередь',
    '2 обновления вернулись в очередь',
    '5 обновлений вернулись в очередь',
    '21 обновление вернулось в очередь',
  ]);
});

test('no command of an admin hides one of everybody’s', () => {
  const commands = [...menu, ...adminMenu].map(({ command }) => command);
  expect(new Set(commands).size).toBe(commands.length);
});
