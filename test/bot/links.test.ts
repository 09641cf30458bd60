import { linkToDeck, readLink } from '../../src/bot/links.js';

test('the link of a deck leads to it', () => {
  const link = linkToDeck('konspekt_bot', 'aB3_-x');
  expect(link).toBe('https://t.me/konspekt_bot?start=d_aB3_-x');
  expect(readLink(new URL(link).searchParams.get('start') ?? '')).toEqual({
    ...{ kind: 'deck', deckId: 'aB3_-x' },
  });
});

const term = (words: string): string => `e_${Buffer.from(words).toString('base64url')}`;

test.each([
  ['q_aB3-x', { kind: 'quiz', deckId: 'aB3-x', section: null }],
  ['q_aB3_x_2', { kind: 'quiz', deckId: 'aB3_x_2', section: { deckId: 'aB3_x', index: 2 } }],
  ['t_aB3_x_0', { kind: 'topic', deckId: 'aB3_x', index: 0 }],
  [term('Docker Hub'), { kind: 'term', query: 'Docker Hub' }],
  [term(' образ '), { kind: 'term', query: 'образ' }],
])('%j leads somewhere', (payload, link) => {
  expect(payload.length).toBeLessThanOrEqual(64);
  expect(readLink(payload)).toEqual(link);
});

test.each([
  'q_',
  'q_a b',
  't_a',
  't_a_01',
  't_a_x',
  'e_',
  'e_A',
  'e_!',
  'e_gICA',
  term('\n'),
  term('?!'),
])('%j leads nowhere', (payload) => expect(readLink(payload)).toBeNull());

test.each(['', 'd_', 'x_1', 'd_a b', 'd_<b>', `d_${'a'.repeat(41)}`, '../d_1', 'explain'])(
  '%j leads nowhere',
  (payload) => expect(readLink(payload)).toBeNull(),
);
