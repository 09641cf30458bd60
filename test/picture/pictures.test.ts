import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { drawStats } from '../../src/picture/draw.js';
import { createPictures, type Pictures } from '../../src/picture/pictures.js';
import { aStats } from '../support/stats.js';
import { temporaryDirectory } from '../support/temporary.js';

let pictures: Pictures | undefined;
afterEach(() => pictures?.close());

const SIGNATURE = '89504e470d0a1a0a';

/** Width and height as a PNG says them. */
function sizeOf(png: Uint8Array): number[] {
  const bytes = Buffer.from(png);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test('a drawing becomes a PNG of its size that Telegram shows whole', async () => {
  pictures = createPictures({ patienceMs: 30_000 });
  const png = await pictures.render(drawStats(aStats()));
  expect(Buffer.from(png.subarray(0, 8)).toString('hex')).toBe(SIGNATURE);
  const [width = 0, height = 0] = sizeOf(png);
  expect(width).toBe(960);
  expect(height).toBeLessThanOrEqual(1280);
  expect(png.length).toBeLessThan(150_000);
});

test('Cyrillic letters are drawn, each with its own shape', async () => {
  const opened = createPictures({ patienceMs: 30_000 });
  pictures = opened;
  const draw = (deckTitle: string) => opened.render(drawStats(aStats({ deckTitle })));
  const drawn = await Promise.all(['Ж', 'Щ', 'ё', ' '].map(draw));
  expect(new Set(drawn.map((png) => Buffer.from(png).toString('base64'))).size).toBe(4);
});

test('the same drawing is rendered once', async () => {
  pictures = createPictures({ patienceMs: 30_000 });
  const svg = drawStats(aStats());
  expect(await pictures.render(svg)).toBe(await pictures.render(svg));
});

test('what is no drawing is refused, and the next one is rendered', async () => {
  pictures = createPictures({ patienceMs: 30_000 });
  await expect(pictures.render('нет')).rejects.toThrow();
  await expect(pictures.render(drawStats(aStats()))).resolves.toBeInstanceOf(Uint8Array);
});

test('a renderer that cannot be loaded, dies or says nothing is an error, not a silence', async () => {
  const folder = temporaryDirectory();
  for (const [name, code] of [
    ['missing.mjs', `import 'no-such-package';`],
    ['dying.mjs', `process.exit(3);`],
    [
      'silent.mjs',
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => {});`,
    ],
  ] as const) {
    const path = join(folder, name);
    await writeFile(path, code);
    pictures = createPictures({ patienceMs: 1_000, worker: pathToFileURL(path) });
    await expect(pictures.render('<svg/>')).rejects.toThrow();
    await pictures.close();
  }
  await rm(folder, { recursive: true });
});

test('a process that has drawn something ends when it has nothing else to do', async () => {
  const built = new URL('../../dist/picture/pictures.js', import.meta.url);
  const script = `
    import { createPictures } from '${built.href}';
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>';
    const png = await createPictures({ patienceMs: 30_000 }).render(svg);
    console.log(png.length > 0 ? 'drawn' : 'empty');`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script],
    { timeout: 60_000 },
  );
  expect(stdout).toBe('drawn\n');
}, 90_000);
