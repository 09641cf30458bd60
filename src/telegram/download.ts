/**
 * Files people send, fetched from the Bot API server. In: the path `getFile` gave. Out: the bytes, or why not; a file
 * beyond the limit is cut off while it comes. The address holds the token: it is never logged, shown or thrown.
 */
import { TooLargeError, type Fetch, type FetchResponse } from './fetch.js';

export type Loaded =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** `unreachable`: no answer in time, or the server does not have it any more. */
  | { readonly ok: false; readonly reason: 'too-big' | 'unreachable' };

export interface DownloadSettings {
  readonly fetch: Fetch;
  readonly token: string;
  /** Without a slash at the end. */
  readonly apiRoot: string;
  /** Bytes. */
  readonly largest: number;
  /** How long one try may take, in ms; default 20 s. */
  readonly timeoutMs?: number;
}

const TRIES = 2;

/** A way to fetch files by their path; `largest` in place of the usual limit. */
export function downloads(
  settings: DownloadSettings,
): (path: string, largest?: number) => Promise<Loaded> {
  return async (path, largest = settings.largest) => {
    for (let tries = 1; ; tries += 1) {
      const loaded = await tryOnce({ ...settings, largest }, path);
      if (loaded.ok || loaded.reason === 'too-big' || tries >= TRIES) return loaded;
    }
  };
}

async function tryOnce(
  { fetch, token, apiRoot, largest, timeoutMs = 20_000 }: DownloadSettings,
  path: string,
): Promise<Loaded> {
  const url = `${apiRoot}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`;
  let response: FetchResponse;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), largest });
  } catch (error) {
    return { ok: false, reason: error instanceof TooLargeError ? 'too-big' : 'unreachable' };
  }
  if (!response.ok) return { ok: false, reason: 'unreachable' };
  const bytes = new Uint8Array(await response.arrayBuffer());
  return bytes.length > largest ? { ok: false, reason: 'too-big' } : { ok: true, bytes };
}
