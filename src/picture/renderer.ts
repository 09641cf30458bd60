/**
 * Drawings to pixels, by resvg. Its native build where npm has put one: it is at full speed from the first picture on,
 * where the other needs a second or more to warm up. Its WebAssembly build everywhere else: it runs on any system, also
 * where optional packages are left out.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Pixels } from './png.js';

/** Draws an SVG. Throws when it is none. */
export type Renderer = (svg: string) => Pixels;

const FONTS = [
  import.meta.resolve('@expo-google-fonts/golos-text/400Regular/GolosText_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/golos-text/600SemiBold/GolosText_600SemiBold.ttf'),
];

/** The fonts of the machine are left alone: the picture looks the same everywhere. */
const FONT = { loadSystemFonts: false, defaultFontFamily: 'Golos Text' };

/** The native build, else the other one. */
export async function openRenderer(): Promise<Renderer> {
  try {
    return await openNative();
  } catch {
    return openWasm();
  }
}

/** Throws where there is no binary for this system. */
export async function openNative(): Promise<Renderer> {
  const { Resvg } = await import('@resvg/resvg-js');
  const font = { ...FONT, fontFiles: FONTS.map((url) => fileURLToPath(url)) };
  return (svg) => {
    const { width, height, pixels } = new Resvg(svg, { font }).render();
    return { width, height, rgba: pixels };
  };
}

export async function openWasm(): Promise<Renderer> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(await readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
  const fontBuffers = await Promise.all(FONTS.map((url) => readFile(new URL(url))));
  return (svg) => {
    const drawing = new Resvg(svg, { font: { ...FONT, fontBuffers } });
    const image = drawing.render();
    const { width, height, pixels: rgba } = image;
    image.free();
    drawing.free();
    return { width, height, rgba };
  };
}
