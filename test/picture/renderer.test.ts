import { drawStats } from '../../src/picture/draw.js';
import { openNative, openWasm, type Renderer } from '../../src/picture/renderer.js';
import { aStats } from '../support/stats.js';

let native: Renderer;
let wasm: Renderer;
beforeAll(async () => {
  [native, wasm] = await Promise.all([openNative(), openWasm()]);
});

test('where there is no native build, the picture is the same', () => {
  const svg = drawStats(aStats());
  const [one, other] = [native(svg), wasm(svg)];
  expect([other.width, other.height]).toEqual([one.width, one.height]);
  expect(Buffer.compare(one.rgba, other.rgba)).toBe(0);
});

test('what is no drawing is refused by both', () => {
  expect(() => native('нет')).toThrow();
  expect(() => wasm('нет')).toThrow();
});
