/** What runs in a thread of its own: SVG in, PNG out, one after another. Loaded from `dist/` by `pictures.ts`. */
import { parentPort } from 'node:worker_threads';
import { encodePng } from './png.js';
import { openRenderer } from './renderer.js';

/** A drawing to be rendered, and what became of it. */
export interface RenderRequest {
  readonly id: number;
  readonly svg: string;
}

export type RenderReply =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly error: string };

const render = await openRenderer();

parentPort?.on('message', ({ id, svg }: RenderRequest) => {
  parentPort?.postMessage(replyTo(id, svg));
});

function replyTo(id: number, svg: string): RenderReply {
  try {
    return { id, png: encodePng(render(svg)) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}
