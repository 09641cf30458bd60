import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { QUESTION_VERSION } from '../../src/bot/question.js';

const read = (file: string): string =>
  readFileSync(new URL(`../../src/bot/${file}`, import.meta.url), 'utf8');

/** A function of a file without comments and white space. */
function source(file: string, name: string): string {
  const found = new RegExp(`^export function ${name}\\([^]*?^\\}$`, 'mu').exec(read(file));
  if (found === null) throw new Error(`${file} has no ${name}`);
  return found[0].replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\s/gmu, '');
}

const hash = (file: string, name: string): string =>
  createHash('sha256').update(source(file, name)).digest('hex').slice(0, 16);

/** Every conversation, where it stands, and what it looked like when the version was given. */
const conversations: readonly (readonly [name: string, file: string, hash: string])[] = [
  ['questionConversation', 'question.ts', '973fe99d6f67e5c2'],
  ['replyConversation', 'reply.ts', 'd285e96735e4f064'],
  ['dailyConversation', 'daily.ts', '0aa3c40eaddc18f7'],
  ['examDateConversation', 'exam.ts', 'b8952793704f0e12'],
  ['renameConversation', 'rename.ts', '7312e4682d709057'],
  ['deletionConversation', 'deletion.ts', '178d95a43f9086cd'],
];

// Stored logs are replayed by today's code, and any of them may be open while a release goes out: a change of a
// conversation needs a new version, or one wait's answer is taken for another's. Raise QUESTION_VERSION, then write it
// here with the new hash.
test('the version of the conversations is this one', () => {
  expect(QUESTION_VERSION).toBe(4);
});

test.each(conversations)('%s has not changed since the version was given', (name, file, known) => {
  expect(hash(file, name)).toBe(known);
});

test('every conversation of the bot is guarded', () => {
  const registered = read('bot.ts').matchAll(/createConversation<[^>]*>\(\s*(\w+)\(/gu);
  const guarded = conversations.map(([name]) => name);
  expect([...registered].map(([, name]) => name).sort()).toEqual([...guarded].sort());
});
