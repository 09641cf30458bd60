import { deckCache } from '../../src/study/deck-cache.js';

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
  const both = [cache.open({ id: 'a', version: 1 }), cache.open({ id: 'a', version: 1 })];
  expect(await Promise.all(both)).toEqual(['a 1', 'a 1']);
  expect(await cache.open({ id: 'a', version: 2 })).toBe('a 2');
  expect(made).toEqual(['a:1', 'a:2']);
});

test('a failure is not remembered', async () => {
  const { cache } = openCache();
  await expect(cache.open({ id: 'broken', version: 1 })).rejects.toThrow('away');
  expect(await cache.open({ id: 'broken', version: 1 })).toBe('broken 1');
});

test('what was used least recently is forgotten first', async () => {
  const { cache, made } = openCache();
  for (let i = 0; i < 32; i += 1) await cache.open({ id: `d${i}`, version: 1 });
  await cache.open({ id: 'd0', version: 1 });
  await cache.open({ id: 'new', version: 1 });
  made.length = 0;
  await cache.open({ id: 'd0', version: 1 });
  await cache.open({ id: 'd1', version: 1 });
  expect(made).toEqual(['d1:1']);
});
