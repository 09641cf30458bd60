import { deckCache } from '../../src/study/deck-cache.js';

const deck = (id: string, version = 1, facts = 50) => ({ id, version, facts });

/** A cache that counts what it makes. */
function openCache() {
  const made: string[] = [];
  const cache = deckCache(async ({ id, version }) => {
    made.push(`${id}:${version}`);
    if (id === 'broken' && made.length === 1) throw new Error('away');
    return `${id} ${version}`;
  });
  return { cache, made };
}

test('a version of a deck is made once, another version anew', async () => {
  const { cache, made } = openCache();
  const both = [cache.open(deck('a')), cache.open(deck('a'))];
  expect(await Promise.all(both)).toEqual(['a 1', 'a 1']);
  expect(await cache.open(deck('a', 2))).toBe('a 2');
  expect(made).toEqual(['a:1', 'a:2']);
});

test('a failure is not remembered', async () => {
  const { cache } = openCache();
  await expect(cache.open(deck('broken'))).rejects.toThrow('away');
  expect(await cache.open(deck('broken'))).toBe('broken 1');
});

test('what was used least recently is forgotten first', async () => {
  const { cache, made } = openCache();
  for (let i = 0; i < 32; i += 1) await cache.open(deck(`d${i}`));
  await cache.open(deck('d0'));
  await cache.open(deck('new'));
  made.length = 0;
  await cache.open(deck('d0'));
  await cache.open(deck('d1'));
  expect(made).toEqual(['d1:1']);
});

test('huge decks push each other out, the one just opened stays', async () => {
  const { cache, made } = openCache();
  await cache.open(deck('small'));
  for (const id of ['a', 'b', 'c', 'd', 'e']) await cache.open(deck(id, 1, 5000));
  made.length = 0;
  await cache.open(deck('e', 1, 5000));
  await cache.open(deck('b', 1, 5000));
  await cache.open(deck('a', 1, 5000));
  expect(made).toEqual(['a:1']);
  await cache.open(deck('all', 1, 100_000));
  await cache.open(deck('all', 1, 100_000));
  expect(made).toEqual(['a:1', 'all:1']);
});
