/** The rules of tone, held against every Russian string of the bot. */
import { readdirSync, readFileSync } from 'node:fs';
import { description, menu, shortDescription, toasts } from '../../src/bot/texts/replies.js';

const folder = new URL('../../src/bot/', import.meta.url);

/** Every literal with a Cyrillic letter, interpolations cut out. */
const phrases = [
  ...readdirSync(folder, { recursive: true, encoding: 'utf8' }),
  '../notes/advice.ts',
]
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const code = readFileSync(new URL(file, folder), 'utf8').replace(
      /\/\*[\s\S]*?\*\/|\/\/.*$/gmu,
      '',
    );
    return [...code.matchAll(/`[^`]*`|'[^'\n]*'/gu)]
      .map(([literal]) => literal.slice(1, -1).replace(/\$\{[^}]*\}/gu, '0'))
      .filter((text) => /[А-Яа-яЁё]/u.test(text))
      .map((text) => [file, text] as const);
  });

const word = (...words: string[]) =>
  new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?!\\p{L})`, 'iu');

const BANNED = [
  word('просрочен\\p{L}*', 'пропустил\\p{L}*', 'пропущено', 'забыл\\p{L}*', 'не забудь\\p{L}*'),
  word(
    'под угрозой',
    'осталось всего',
    'успешно',
    'данн(?:ый|ая|ое|ого|ому|ым|ом|ой|ую)',
    'осуществ\\p{L}*',
  ),
  word('некорректн\\p{L}*', 'необходимо', 'к сожалению', 'упс', 'пожалуйста', 'ошиблись'),
  word('колод\\p{L}*', 'карточк\\p{L}*', 'сесси\\p{L}*', 'заморозк\\p{L}*'),
  word('я', 'мне', 'ты', 'тебе', 'твой', 'твои'),
];

test('there is something to read', () => {
  expect(phrases.length).toBeGreaterThan(100);
});

test.each(BANNED)('no text holds %p', (banned) => {
  expect(phrases.filter(([, text]) => banned.test(text))).toEqual([]);
});

test('typography: no straight quotes, no hyphen for a dash, no three dots, no «Вы»', () => {
  const wrong = /(?<![=\w])"|\s-\s|\.\.\.|(?<=\S )(?:Вы|Вас|Вам|Ваш)(?!\p{L})|!(?=\s|$)/u;
  const allowed = new Set([
    'С возвращением! Прогресс на месте.',
    'Спрашивать пока не о чем: нет строк вида «Термин - определение», команд и списков.',
  ]);
  expect(phrases.filter(([, text]) => wrong.test(text) && !allowed.has(text))).toEqual([]);
});

test('toasts hold 60 signs and end without a stop unless they are two sentences', () => {
  for (const toast of Object.values(toasts)) expect(toast.length).toBeLessThanOrEqual(60);
});

const IN_THIS_ORDER = [
  ...['quiz', 'explain', 'mistakes', 'topics', 'stats', 'daily', 'undo', 'settings', 'pause'],
  ...['help', 'cancel', 'export', 'privacy', 'delete', 'start'],
];

test('the menu and the profile fit Telegram', () => {
  const commands = menu.map(({ command }) => command);
  expect(commands).toEqual(IN_THIS_ORDER);
  expect(description.length).toBeLessThanOrEqual(512);
  expect(shortDescription.length).toBeLessThanOrEqual(120);
});
